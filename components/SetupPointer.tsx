import { t } from '../lib/i18n.ts';
import { Icon } from './Icon.tsx';

interface SetupPointerProps {
  /** True when a record is read already: it stays here until the key is set. */
  hasRecord: boolean;
  onOpenOptions: () => void;
}

/** First run: there is no API key yet. */
export function SetupPointer({ hasRecord, onOpenOptions }: SetupPointerProps) {
  return (
    <section class="callout callout-accent setup" aria-label={t('setupTitle')}>
      <h2>
        <Icon name="key" /> {t('setupTitle')}
      </h2>
      <p>{hasRecord ? t('setupTextRecord') : t('setupText')}</p>
      <button type="button" class="button button-primary" onClick={onOpenOptions}>
        {t('setupButton')}
      </button>
    </section>
  );
}
