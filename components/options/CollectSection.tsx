import { t } from '../../lib/i18n.ts';

interface CollectSectionProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether Save sends at once, or keeps what it gets until told to send. */
export function CollectSection({ isOn, onChange }: CollectSectionProps) {
  return (
    <section class="block" aria-labelledby="collect-title">
      <h2 id="collect-title">{t('collectTitle')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="collect-text"
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{t('collectSwitch')}</span>
      </label>
      <p id="collect-text" class="muted">
        {t('collectText')}
      </p>
    </section>
  );
}
