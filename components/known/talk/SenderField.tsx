import { useId } from 'preact/hooks';
import { t } from '../../../lib/i18n.ts';
import type { SenderProfile } from '../../../lib/outreach.ts';
import { senderState } from '../../../lib/panel/sender-text.ts';

interface SenderFieldProps {
  /** `undefined` until they are known. */
  senders: readonly SenderProfile[] | undefined;
  value: SenderProfile | undefined;
  now: number;
  error?: string | undefined;
  onChange: (senderId: string) => void;
}

/** Who writes, with what stands in their way said before it is sent. */
export function SenderField({ senders, value, now, error, onChange }: SenderFieldProps) {
  const id = useId();
  const note = value && senderState(value, now).note;
  return (
    <div class="composer-line">
      <label for={id} class="composer-label">
        {t('messageFrom')}
      </label>
      <div class="composer-value">
        <select
          id={id}
          class={error ? 'input-box input-box-error' : 'input-box'}
          value={value?.id ?? ''}
          aria-invalid={error !== undefined}
          aria-describedby={error || note ? `${id}-note` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {!value && (
            <option value="" disabled>
              {senders ? t('taskSenderChoose') : t('loading')}
            </option>
          )}
          {senders?.map((sender) => {
            const { name, isOff } = senderState(sender, now);
            return (
              <option key={sender.id} value={sender.id} disabled={isOff}>
                {name}
              </option>
            );
          })}
        </select>
        {(error ?? note) && (
          <p id={`${id}-note`} class={error ? 'form-error' : 'composer-note muted'}>
            {error ?? note}
          </p>
        )}
      </div>
    </div>
  );
}
