import type { Density } from '../../lib/density.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { useAction } from '../../lib/panel/use-action.ts';

interface DensitySectionProps {
  density: Density;
  onChange: (density: Density) => Promise<void>;
}

/** How close together everything stands; the page itself shows it at once. */
export function DensitySection({ density, onChange }: DensitySectionProps) {
  const { problem, run } = useAction();
  const labels: Record<Density, string> = {
    comfortable: t('densityComfortable'),
    compact: t('densityCompact'),
  };
  return (
    <section class="block">
      <fieldset class="density">
        <legend>{t('densityTitle')}</legend>
        {(Object.keys(labels) as Density[]).map((each) => (
          <label key={each} class="check">
            <input
              type="radio"
              name="density"
              checked={each === density}
              onChange={() => run(() => onChange(each))}
            />
            <span>{labels[each]}</span>
          </label>
        ))}
      </fieldset>
      {problem && (
        <p class="status status-danger" role="alert">
          {errorText(problem.kind, problem.message)}
        </p>
      )}
    </section>
  );
}
