import { useId } from 'preact/hooks';
import type { CrmRecord } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import { fieldLabel } from '../../lib/panel/field-text.ts';
import type { FieldEdits, RecordChangeCalls } from '../../lib/panel/record-change-calls.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { useTyped } from '../../lib/panel/use-typed.ts';
import { Problem } from './Problem.tsx';

interface EditRecordProps {
  record: CrmRecord;
  calls: RecordChangeCalls;
  onSaved: () => void;
  onClose: () => void;
}

/** What can be written over by hand; what identifies the record stays. */
const editable: Record<CrmRecord['object'], readonly string[]> = {
  contact: ['firstName', 'lastName', 'headline', 'position', 'companyName', 'location', 'email', 'about'],
  company: ['name', 'website', 'industry', 'employeesRange', 'headquarters', 'phone', 'about'],
};
/** A record without these could not be found by anybody. */
const needed: ReadonlySet<string> = new Set(['firstName', 'name']);

type Typed = Record<string, string>;
const nothing: Typed = {};

/** Every field as Grinfi has it, whatever the page shows. What was typed stays until it is saved. */
export function EditRecord({ record, calls, onSaved, onClose }: EditRecordProps) {
  const id = useId();
  const [typed, setTyped] = useTyped<Typed>(`edit:${record.id}`, nothing);
  const { isBusy, problem, run } = useAction();
  const held: Readonly<Record<string, string | undefined>> = record.fields;
  const names = editable[record.object];
  const edits = editsOf(typed, held, names);
  const missing = names.find((name) => needed.has(name) && edits[name] === null);

  function save(): void {
    if (missing) return;
    run(async () => {
      if (Object.keys(edits).length > 0) {
        await calls.edit(record, edits);
        onSaved();
      }
      setTyped(undefined);
      onClose();
    });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const isLong = event.target instanceof HTMLTextAreaElement;
    if (isLong && !event.ctrlKey && !event.metaKey) return;
    // Not the form around this one.
    event.preventDefault();
    save();
  }
  const inputOf = (name: string) => ({
    id: `${id}-${name}`,
    value: typed[name] ?? held[name] ?? '',
    readOnly: isBusy,
    maxLength: 20_000,
    autocomplete: 'off',
    'aria-invalid': name === missing,
    'aria-describedby': name === missing ? `${id}-error` : undefined,
    onKeyDown,
    onInput: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });

  return (
    <>
      <p class="muted">{t('editHint')}</p>
      {names.map((name) => (
        <div key={name} class="form-field form-field-inline">
          <label class="form-label" for={`${id}-${name}`}>
            {fieldLabel(name)}
          </label>
          {name === 'about' ? (
            <textarea class="input-box" rows={3} {...inputOf(name)} />
          ) : (
            <input class="input-box" type="text" {...inputOf(name)} />
          )}
        </div>
      ))}
      {missing && (
        <p id={`${id}-error`} class="form-error">
          {t('editNameMissing')}
        </p>
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="button-row">
        <button type="button" class="button" aria-disabled={isBusy || missing !== undefined} onClick={save}>
          {isBusy ? t('saving') : t('editSave')}
        </button>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            if (isBusy) return;
            setTyped(undefined);
            onClose();
          }}
        >
          {t('cancel')}
        </button>
      </div>
    </>
  );
}

/** What differs from what Grinfi has; an emptied field is emptied there. */
function editsOf(
  typed: Typed,
  held: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): FieldEdits {
  const changed = names.flatMap((name): [string, string | null][] => {
    const next = typed[name]?.trim();
    return next === undefined || next === (held[name]?.trim() ?? '') ? [] : [[name, next || null]];
  });
  return Object.fromEntries(changed);
}
