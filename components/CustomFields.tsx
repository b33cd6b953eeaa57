import { useId, useState } from 'preact/hooks';
import type { CustomField } from '../lib/crm.ts';
import { errorText } from '../lib/error-text.ts';
import { plural, t } from '../lib/i18n.ts';
import { findOptions } from '../lib/panel/options-search.ts';
import { useAction } from '../lib/panel/use-action.ts';
import { Problem } from './known/Problem.tsx';

interface CustomFieldsProps {
  /** Those of this kind of record. */
  fields: readonly CustomField[];
  /** Field id → what was typed. */
  values: Readonly<Record<string, string>>;
  isKnown: boolean;
  onChange: (id: string, value: string) => void;
  /** Absent where none can be made. */
  onCreate?: ((name: string) => Promise<void>) | undefined;
}

/** From here on one searches rather than reads. */
const manyFields = 8;

/** The team's own fields: what was typed first, then the others, found by name where there are many. */
export function CustomFields({ fields, values, isKnown, onChange, onCreate }: CustomFieldsProps) {
  const [typed, setTyped] = useState('');
  // As on opening, so that no field moves while it is typed into.
  const [filled] = useState(() => new Set(Object.keys(values).filter((id) => values[id]?.trim())));
  const inOrder = [
    ...fields.filter(({ id }) => filled.has(id)),
    ...fields.filter(({ id }) => !filled.has(id)),
  ];
  const found = findOptions(inOrder, typed);
  return (
    <fieldset class="custom-fields">
      <legend>{t('customFields')}</legend>
      {isKnown && fields.length > 0 && <p class="muted">{t('customFieldsUnknown')}</p>}
      {fields.length > manyFields && (
        <input
          class="input-box"
          type="search"
          aria-label={t('customFieldsSearch')}
          placeholder={t('customFieldsSearch')}
          value={typed}
          autocomplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {found.options.map((field) => (
        <label key={field.id} class="form-field form-field-inline">
          <span class="form-label">{field.name}</span>
          <input
            class="input-box"
            type="text"
            autocomplete="off"
            value={values[field.id] ?? ''}
            onInput={(event) => onChange(field.id, event.currentTarget.value)}
          />
        </label>
      ))}
      {found.hidden > 0 && <p class="muted">{plural('moreOptions', found.hidden)}</p>}
      {onCreate && <NewField fields={fields} onCreate={onCreate} />}
    </fieldset>
  );
}

interface NewFieldProps {
  fields: readonly CustomField[];
  onCreate: (name: string) => Promise<void>;
}

function NewField({ fields, onCreate }: NewFieldProps) {
  const id = useId();
  const [name, setName] = useState<string>();
  const { isBusy, problem, run } = useAction();
  if (name === undefined)
    return (
      <button type="button" class="link-button" onClick={() => setName('')}>
        {t('customFieldNew')}
      </button>
    );
  const isTaken = fields.some((field) => field.name.trim().toLowerCase() === name.trim().toLowerCase());
  const create = () =>
    name.trim() &&
    !isTaken &&
    run(async () => {
      await onCreate(name.trim());
      setName(undefined);
    });
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') setName(undefined);
    else if (event.key === 'Enter') create();
    else return;
    // Neither save the page nor close the popup.
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div class="form-field">
      <label class="form-label" for={id}>
        {t('customFieldNew')}
      </label>
      <input
        id={id}
        class="input-box"
        type="text"
        ref={focusOnce}
        value={name}
        maxLength={200}
        autocomplete="off"
        readOnly={isBusy}
        aria-invalid={isTaken}
        aria-describedby={isTaken ? `${id}-error` : undefined}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isTaken && (
        <p id={`${id}-error`} class="form-error">
          {t('nameTaken')}
        </p>
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="button-row">
        <button
          type="button"
          class="button"
          aria-disabled={isBusy || !name.trim() || isTaken}
          onClick={create}
        >
          {isBusy ? t('saving') : t('customFieldCreate')}
        </button>
        <button type="button" class="link-button" onClick={() => setName(undefined)}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  if (!input || input.dataset['focused']) return;
  input.dataset['focused'] = 'yes';
  input.focus();
}
