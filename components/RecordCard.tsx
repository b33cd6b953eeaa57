import { t } from '../lib/i18n.ts';
import type { LookUpState } from '../lib/panel/capture/state.ts';
import { fieldLabel } from '../lib/panel/field-text.ts';
import type { FormField, FormModel } from '../lib/panel/form.ts';
import { Avatar } from './Avatar.tsx';
import { EditableField } from './EditableField.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { LookUpChip } from './LookUpChip.tsx';

interface RecordCardProps {
  form: FormModel;
  photoUrl: string | undefined;
  lookUp: LookUpState | undefined;
  onEdit: (name: string, value: string) => void;
  onTick: (name: string, isTicked: boolean) => void;
}

const lines: Record<FormModel['kind'], readonly (readonly [IconName, readonly string[]])[]> = {
  person: [
    ['briefcase', ['position', 'companyName']],
    ['pin', ['location']],
  ],
  company: [
    ['briefcase', ['industry', 'employeesRange']],
    ['pin', ['headquarters']],
    ['globe', ['website']],
  ],
};

/** Who or what is on the page, every field editable where it stands. */
export function RecordCard({ form, photoUrl, lookUp, onEdit, onTick }: RecordCardProps) {
  const { kind, fields } = form;
  const tickable = form.known ? undefined : onTick;
  const hasOneMark = sameEvidence(fields['firstName'], fields['lastName']);
  const edit = (name: string) => (
    <EditableField
      key={name}
      {...{ name, onEdit }}
      label={fieldLabel(name)}
      field={fields[name]}
      onTick={tickable}
      showsEvidence={!(name === 'firstName' && hasOneMark)}
    />
  );
  return (
    <section class="card" aria-label={kind === 'person' ? t('person') : t('company')}>
      <Avatar url={photoUrl} name={form.title} kind={kind} />
      <div class="card-text">
        <div class="card-head">
          <h1 class="card-name">{nameFields(form).map(edit)}</h1>
          {lookUp && <LookUpChip lookUp={lookUp} />}
        </div>
        {kind === 'person' ? (
          <div class="card-headline">{edit('headline')}</div>
        ) : (
          fields['tagline'] && <div class="card-headline">{edit('tagline')}</div>
        )}
        {lines[kind].map(([icon, names]) => (
          <div key={icon} class="card-line">
            <Icon name={icon} size={14} />
            <span class={names.length > 1 ? 'card-values card-values-dotted' : 'card-values'}>
              {names.map(edit)}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Both halves of a name read in the same place need saying so only once. */
function sameEvidence(a: FormField | undefined, b: FormField | undefined): boolean {
  return a?.value !== '' && b?.value !== '' && a?.from === b?.from && a?.certain === b?.certain;
}

/** First and last name where the page tells them apart, the whole name otherwise. */
function nameFields({ kind, fields }: FormModel): string[] {
  if (kind === 'company') return ['name'];
  return fields['firstName'] || fields['lastName'] ? ['firstName', 'lastName'] : ['fullName'];
}
