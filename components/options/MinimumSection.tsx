import { t } from '../../lib/i18n.ts';
import { fieldLabel } from '../../lib/panel/field-text.ts';
import { extraFields } from '../../lib/panel/form-fields.ts';

export interface MinimumChoice {
  isOn: boolean;
  /** Ticked from the start. */
  fields: readonly string[];
}

interface MinimumSectionProps {
  choice: MinimumChoice;
  onChange: (choice: MinimumChoice) => void;
}

/** Whether a save sends what the card shows, or only who it is and what is ticked. */
export function MinimumSection({ choice, onChange }: MinimumSectionProps) {
  const { isOn, fields } = choice;
  const names = [...new Set([...extraFields('person'), ...extraFields('company')])];
  const tick = (name: string, isTicked: boolean) =>
    onChange({ isOn, fields: isTicked ? [...fields, name] : fields.filter((one) => one !== name) });
  return (
    <section class="block" aria-labelledby="minimum-title">
      <h2 id="minimum-title">{t('minimumTitle')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby="minimum-text"
          onChange={(event) => onChange({ isOn: event.currentTarget.checked, fields })}
        />
        <span>{t('minimumSwitch')}</span>
      </label>
      <p id="minimum-text" class="muted">
        {t('minimumText')}
      </p>
      {isOn && (
        <fieldset class="minimum-fields">
          <legend>{t('minimumAlso')}</legend>
          {names.map((name) => (
            <label key={name} class="check">
              <input
                type="checkbox"
                checked={fields.includes(name)}
                onChange={(event) => tick(name, event.currentTarget.checked)}
              />
              <span>{fieldLabel(name)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </section>
  );
}
