import { t } from '../../lib/i18n.ts';

interface NotifySectionProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether the system tells what needs the user; switching it on asks for the permission. */
export function NotifySection({ isOn, onChange }: NotifySectionProps) {
  return (
    <section class="block" aria-labelledby="notify-title">
      <h2 id="notify-title">{t('notifyTitle')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="notify-text"
          onChange={(event) => {
            const { checked } = event.currentTarget;
            // Shown as it is, not as it was clicked: the browser may say no.
            event.currentTarget.checked = isOn;
            onChange(checked);
          }}
        />
        <span>{t('notifySwitch')}</span>
      </label>
      <p id="notify-text" class="muted">
        {t('notifyText')}
      </p>
    </section>
  );
}
