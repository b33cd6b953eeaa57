import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CatalogItem, CatalogKind } from '../../lib/catalog-kind.ts';
import { errorText } from '../../lib/error-text.ts';
import { plural, t } from '../../lib/i18n.ts';
import type { ItemLook } from '../../lib/panel/catalog-calls.ts';
import { categoryOptions, categoryText } from '../../lib/panel/category-text.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import type { RecordCounts } from '../../lib/workspace.ts';
import { AnyIcon } from '../AnyIcon.tsx';
import { Problem } from '../known/Problem.tsx';
import { SelectField } from '../known/SelectField.tsx';
import { OptionDot } from '../OptionDot.tsx';

interface CatalogRowProps {
  item: CatalogItem;
  kind: CatalogKind;
  counted: RecordCounts | undefined;
  isTaken: (name: string) => boolean;
  onChange: (change: ItemLook & { name?: string | undefined }) => Promise<void>;
}

/** The colour input knows no "none". */
const noColor = '#7d8b99';

/** One list, tag, stage or field, with how much it is used. */
export function CatalogRow({ item, kind, counted, isTaken, onChange }: CatalogRowProps) {
  const [isEditing, setIsEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (!isEditing && wasEditing.current) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  if (isEditing)
    return (
      <li class="catalog-row">
        <RowForm {...{ item, kind, isTaken, onChange }} onClose={() => setIsEditing(false)} />
      </li>
    );
  const figures = [
    ...(counted?.contacts === undefined ? [] : [plural('countContacts', counted.contacts)]),
    ...(counted?.companies ? [plural('countCompanies', counted.companies)] : []),
  ];
  return (
    <li class="catalog-row">
      <span class="catalog-name">
        <OptionDot option={item} />
        <bdi>{item.name}</bdi>
        {item.category && <span class="muted">{categoryText(item.category)}</span>}
      </span>
      <span class="muted catalog-count">{figures.join(' · ')}</span>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={t('catalogEdit', item.name)}
        title={t('catalogEdit', item.name)}
        onClick={() => setIsEditing(true)}
      >
        <AnyIcon name="pencil" size={14} />
      </button>
    </li>
  );
}

type RowFormProps = Pick<CatalogRowProps, 'item' | 'kind' | 'isTaken' | 'onChange'> & { onClose: () => void };

function RowForm({ item, kind, isTaken, onChange, onClose }: RowFormProps) {
  const id = useId();
  const [name, setName] = useState(item.name);
  const [color, setColor] = useState(item.color ?? noColor);
  const [category, setCategory] = useState(item.category ?? '');
  const { isBusy, problem, run } = useAction();
  const error = !name.trim() ? t('textMissing') : isTaken(name) ? t('nameTaken') : undefined;

  const save = () =>
    !error &&
    run(async () => {
      const change = {
        ...(name.trim() !== item.name && { name: name.trim() }),
        ...(kind === 'tag' && color !== (item.color ?? noColor) && { color }),
        ...(item.category !== undefined && category !== item.category && { category }),
      };
      if (Object.keys(change).length > 0) await onChange(change);
      onClose();
    });
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape' && !isBusy) onClose();
  }
  return (
    <div class="catalog-form">
      <div class="form-field">
        <label class="form-label" for={id}>
          {t('fieldName')}
        </label>
        <input
          id={id}
          class={error ? 'input-box input-box-error' : 'input-box'}
          type="text"
          ref={focusOnce}
          value={name}
          maxLength={200}
          autocomplete="off"
          readOnly={isBusy}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {error && (
          <p id={`${id}-error`} class="form-error">
            {error}
          </p>
        )}
      </div>
      {kind === 'tag' && (
        <label class="form-field">
          <span class="form-label">{t('catalogColor')}</span>
          <input
            class="catalog-color"
            type="color"
            value={color}
            onInput={(event) => setColor(event.currentTarget.value)}
          />
        </label>
      )}
      {item.category !== undefined && (
        <SelectField
          label={t('stageCategory')}
          value={category}
          options={categoryOptions(item.category)}
          onChange={setCategory}
        />
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      <div class="button-row">
        <button type="button" class="button" aria-disabled={isBusy || error !== undefined} onClick={save}>
          {isBusy ? t('saving') : t('save')}
        </button>
        <button type="button" class="link-button" onClick={() => !isBusy && onClose()}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  if (!input || input.dataset['focused']) return;
  input.dataset['focused'] = 'yes';
  input.select();
}
