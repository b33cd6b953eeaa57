import { useId, useRef, useState } from 'preact/hooks';
import type { CrmList, RecordObject } from '../../lib/crm.ts';
import { readTable, writeColumns } from '../../lib/csv.ts';
import { errorText } from '../../lib/error-text.ts';
import { plural, type TextKey, t } from '../../lib/i18n.ts';
import { guessColumns, importChoices } from '../../lib/panel/import-columns.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { Problem } from '../known/Problem.tsx';
import { SelectField } from '../known/SelectField.tsx';

interface ImportFormProps {
  lists: readonly CrmList[];
  onImport: WorkspaceCalls['importFile'];
  onDone: () => void;
}

interface Table {
  name: string;
  header: string[];
  rows: string[][];
}

const mostBytes = 20_000_000;
const skip = 'skip';

/** A file to import: what its rows are, what each column is, and where people go. */
export function ImportForm({ lists, onImport, onDone }: ImportFormProps) {
  const [table, setTable] = useState<Table>();
  const [fault, setFault] = useState<TextKey>();
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();

  async function take(file: File | undefined) {
    setTable(undefined);
    setFault(undefined);
    if (!file) return;
    if (file.size > mostBytes) return setFault('importTooLarge');
    try {
      const { header, rows } = readTable(await file.text());
      if (rows.length === 0 || !header.some(Boolean)) return setFault('importNoTable');
      setTable({ name: file.name, header, rows });
    } catch {
      setFault('importNoTable');
    }
  }
  function close() {
    setTable(undefined);
    if (picker.current) picker.current.value = '';
  }
  return (
    <div class="work-form">
      <label class="form-label" for={id}>
        {t('importFile')}
      </label>
      <input
        ref={picker}
        id={id}
        type="file"
        accept=".csv,text/csv"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {fault && <Problem text={t(fault)} />}
      {table && (
        <ColumnsForm
          key={table.name}
          table={table}
          lists={lists}
          onCancel={close}
          onImport={async (wanted) => {
            await onImport(wanted);
            close();
            onDone();
          }}
        />
      )}
    </div>
  );
}

interface ColumnsFormProps {
  table: Table;
  lists: readonly CrmList[];
  onImport: ImportFormProps['onImport'];
  onCancel: () => void;
}

function ColumnsForm({ table, lists, onImport, onCancel }: ColumnsFormProps) {
  const [object, setObject] = useState<RecordObject>('contact');
  const [fields, setFields] = useState(() => guessColumns(table.header, 'contact'));
  const [listId, setListId] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const { isBusy, problem, run } = useAction();
  const choices = [{ id: skip, name: t('importSkip') }, ...importChoices(object)];
  const isTwice = (field: string, at: number) => field !== '' && fields.indexOf(field) !== at;
  const hasNone = fields.every((field) => field === '');
  const isListMissing = object === 'contact' && listId === '';

  function submit() {
    setIsChecked(true);
    if (hasNone || isListMissing || fields.some(isTwice)) return;
    // What is left out never leaves the computer.
    const kept = fields.flatMap((field, at) => (field === '' ? [] : [at]));
    run(() =>
      onImport({
        name: table.name,
        csv: writeColumns(table, kept),
        object,
        columns: kept.map((at) => ({ header: table.header[at] || `${at + 1}`, field: fields[at] ?? '' })),
        ...(object === 'contact' && { listId }),
      }),
    );
  }
  return (
    <fieldset class="work-form">
      <legend class="visually-hidden">{t('importColumns')}</legend>
      <SelectField
        label={t('importObject')}
        value={object}
        options={[
          { id: 'contact', name: t('importPeople') },
          { id: 'company', name: t('importCompanies') },
        ]}
        onChange={(chosen) => {
          const next = chosen === 'company' ? 'company' : 'contact';
          setObject(next);
          setFields(guessColumns(table.header, next));
        }}
      />
      {object === 'contact' && (
        <SelectField
          label={t('list')}
          value={listId}
          placeholder={t('listPlaceholder')}
          options={lists}
          error={isChecked && isListMissing ? t('importNoList') : undefined}
          onChange={setListId}
        />
      )}
      <div class="work-columns">
        {table.header.map((title, at) => {
          const field = fields[at] ?? '';
          const example = table.rows.find((cells) => cells[at]?.trim())?.[at];
          return (
            // Columns have no other name than their place: two may have the same title.
            <div key={`${at} ${title}`}>
              <SelectField
                label={title || String(at + 1)}
                value={field || skip}
                options={choices}
                error={isChecked && isTwice(field, at) ? t('importTwice') : undefined}
                onChange={(chosen) =>
                  setFields(
                    fields.map((before, place) => (place === at ? (chosen === skip ? '' : chosen) : before)),
                  )
                }
              />
              {example && <p class="muted work-small">{t('importExample', example.trim().slice(0, 60))}</p>}
            </div>
          );
        })}
      </div>
      {isChecked && hasNone && <Problem text={t('importNoColumn')} />}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="button-row">
        <button type="button" class="button button-primary" aria-disabled={isBusy} onClick={submit}>
          {isBusy ? t('saving') : plural('importRows', table.rows.length)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </fieldset>
  );
}
