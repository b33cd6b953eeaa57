import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { FormField } from '../lib/panel/form.ts';
import { EvidenceMark } from './EvidenceMark.tsx';
import { Icon } from './Icon.tsx';

interface EditableFieldProps {
  name: string;
  label: string;
  field: FormField | undefined;
  /** For long texts: several lines, and Enter makes a new one. */
  isLong?: boolean;
  onEdit: (name: string, value: string) => void;
  showsEvidence?: boolean;
  /** Ticks an uncertain value. Absent for a known record, where the list of changes has the ticks. */
  onTick?: ((name: string, isTicked: boolean) => void) | undefined;
}

/**
 * A value that turns into an input where it stands. What is typed counts at once, so that closing the popup
 * loses nothing; Enter keeps it, Escape brings the old value back, and an emptied field is not sent.
 */
export function EditableField({
  name,
  label,
  field,
  isLong = false,
  showsEvidence = true,
  onEdit,
  onTick,
}: EditableFieldProps) {
  const [before, setBefore] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  const isEditing = before !== undefined;
  const value = field?.value ?? '';

  useLayoutEffect(() => {
    if (!isEditing && hadFocus.current) button.current?.focus();
    hadFocus.current = false;
  }, [isEditing]);

  function close(keepFocus: boolean) {
    hadFocus.current = keepFocus;
    setBefore(undefined);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      onEdit(name, before ?? '');
      close(true);
    } else if (event.key === 'Enter' && !event.isComposing && !event.ctrlKey && !event.metaKey && !isLong) {
      close(true);
    } else return;
    // Enter would send the form, Escape would close the popup.
    event.preventDefault();
    event.stopPropagation();
  }

  if (isEditing) {
    const props = {
      class: 'field-input',
      'aria-label': label,
      value,
      ref: focusAtEnd,
      onInput: (event: { currentTarget: { value: string } }) => onEdit(name, event.currentTarget.value),
      onKeyDown,
      onBlur: () => close(false),
    };
    return isLong ? <textarea {...props} rows={4} /> : <input {...props} type="text" autocomplete="off" />;
  }
  if (!value)
    return (
      <button ref={button} type="button" class="field-add" onClick={() => setBefore(value)}>
        <Icon name="plus" size={12} />
        {t('addField', label)}
      </button>
    );
  return (
    <span class={field?.certain || field?.confirmed ? 'field' : 'field field-uncertain'}>
      <button
        ref={button}
        type="button"
        class="field-value"
        aria-label={t('editField', label, value)}
        onClick={() => setBefore(value)}
      >
        <bdi>{value}</bdi>
      </button>
      {field && showsEvidence && <EvidenceMark from={field.from} />}
      {field?.isWrittenAnyway && !field.confirmed && showsEvidence && (
        <span class="uncertain-mark" title={t('namePartHint')}>
          {t('namePart')}
          <span class="visually-hidden">{` ${t('namePartHint')}`}</span>
        </span>
      )}
      {field && !field.certain && !field.isWrittenAnyway && (
        <UncertainMark {...{ name, label, field, onTick }} />
      )}
    </span>
  );
}

function UncertainMark({
  name,
  label,
  field,
  onTick,
}: Pick<EditableFieldProps, 'name' | 'label' | 'onTick'> & { field: FormField }) {
  const hintId = useId();
  if (!onTick)
    return (
      <span class="uncertain-mark" title={t('uncertainHint')}>
        {t('uncertain')}
      </span>
    );
  return (
    <>
      <button
        type="button"
        class="uncertain-mark"
        aria-pressed={field.confirmed}
        aria-label={t('confirmField', label)}
        aria-describedby={hintId}
        title={t('uncertainHint')}
        onClick={() => onTick(name, !field.confirmed)}
      >
        {field.confirmed && <Icon name="check" size={12} />}
        {field.confirmed ? t('confirmed') : t('confirmQuestion')}
      </button>
      <span id={hintId} class="visually-hidden">
        {t('uncertainHint')}
      </span>
    </>
  );
}

function focusAtEnd(input: HTMLInputElement | HTMLTextAreaElement | null): void {
  if (!input || input.ownerDocument.activeElement === input) return;
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}
