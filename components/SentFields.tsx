import './styles/sent-fields.css';
import { t } from '../lib/i18n.ts';
import { fieldLabel } from '../lib/panel/field-text.ts';
import type { FormModel } from '../lib/panel/form.ts';
import { extraFields } from '../lib/panel/form-fields.ts';
import { valuesToWrite } from '../lib/panel/save-of-form.ts';
import { AnyIcon } from './AnyIcon.tsx';

export interface SentFieldsProps {
  form: FormModel;
  onTick: (name: string, isTicked: boolean) => void;
}

/** Minimum-data mode: what of the page would leave the browser, and a tick for each field that could. */
export function SentFields({ form, onTick }: SentFieldsProps) {
  const sent = valuesToWrite(form);
  const extras = extraFields(form.kind).filter((name) => form.fields[name]?.value);
  const always = Object.entries(sent).filter(([name]) => !extras.includes(name));
  return (
    <fieldset class="sent-fields">
      <legend>
        <AnyIcon name="lock" size={14} /> {t('minimumLegend')}
      </legend>
      <dl>
        {always.map(([name, value]) => (
          <div key={name}>
            <dt>{fieldLabel(name)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {extras.map((name) => {
        const isSent = name in sent;
        return (
          <label key={name} class="check">
            <input type="checkbox" checked={isSent} onChange={() => onTick(name, !isSent)} />
            <span>
              {fieldLabel(name)}
              {isSent && (
                <>
                  {': '}
                  <bdi>{sent[name]}</bdi>
                </>
              )}
            </span>
          </label>
        );
      })}
      <p class="muted">{t('minimumOwn')}</p>
    </fieldset>
  );
}
