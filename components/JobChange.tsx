import type { PipelineStage } from '../lib/crm.ts';
import type { Draft } from '../lib/drafts.ts';
import { t } from '../lib/i18n.ts';
import type { FormModel } from '../lib/panel/form.ts';
import { Icon } from './Icon.tsx';

interface JobChangeProps {
  jobChange: NonNullable<FormModel['jobChange']>;
  /** Where a reset would put the contact; absent while stages are unknown. */
  firstStage: PipelineStage | undefined;
  onChange: (part: Partial<Draft>) => void;
}

/** A new employer changes more than a field: what else to do about it. */
export function JobChange({ jobChange, firstStage, onChange }: JobChangeProps) {
  const { from, to, keepFormer, resetStage, stop } = jobChange;
  const box = (label: string, checked: boolean, change: (isOn: boolean) => Partial<Draft>) => (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(change(event.currentTarget.checked))}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <section class="callout callout-accent" aria-label={t('jobChange')}>
      <h2>
        <Icon name="briefcase" /> {t('jobChange')}
      </h2>
      <p>
        <bdi>{from}</bdi> <span aria-hidden="true">→</span> <strong>{to}</strong>
      </p>
      {box(t('keepFormerJob'), keepFormer, (keepFormerJob) => ({ keepFormerJob }))}
      {firstStage &&
        // Changes the stage field below as well, where it can be seen and changed again.
        box(t('resetStage', firstStage.name), resetStage, (isOn) => ({
          resetStage: isOn,
          stageId: isOn ? firstStage.id : undefined,
        }))}
      {box(t('stopAutomations'), stop, (cancelAutomations) => ({ cancelAutomations }))}
    </section>
  );
}
