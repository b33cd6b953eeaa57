import { stageCategories } from '../../lib/catalog-kind.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { categoryText } from '../../lib/panel/category-text.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { OptionDot } from '../OptionDot.tsx';
import { Problem } from './Problem.tsx';

interface NewStageProps {
  name: string;
  onCreate: (category: string) => Promise<void>;
  onCancel: () => void;
}

/** A stage needs a category, so one that is typed into the form asks for it before it is made. */
export function NewStage({ name, onCreate, onCancel }: NewStageProps) {
  const { isBusy, problem, run } = useAction();
  return (
    <section class="callout" aria-label={t('newStageQuestion', name)}>
      <p>{t('newStageQuestion', name)}</p>
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="button-row">
        {stageCategories.map((category) => (
          <button
            key={category}
            type="button"
            class="button"
            aria-disabled={isBusy}
            onClick={() => run(() => onCreate(category))}
          >
            <OptionDot option={{ category }} /> {categoryText(category)}
          </button>
        ))}
        <button type="button" class="link-button" onClick={() => !isBusy && onCancel()}>
          {t('cancel')}
        </button>
      </div>
    </section>
  );
}
