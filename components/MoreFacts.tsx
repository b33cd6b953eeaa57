import type { ComponentChildren } from 'preact';
import type { CustomField } from '../lib/crm.ts';
import { t } from '../lib/i18n.ts';
import { fieldLabel } from '../lib/panel/field-text.ts';
import type { FormModel } from '../lib/panel/form.ts';
import type { EducationEntry, ExperienceEntry, LinkedInRecord } from '../lib/records.ts';
import { CustomFields } from './CustomFields.tsx';
import { EditableField } from './EditableField.tsx';
import { EvidenceMark } from './EvidenceMark.tsx';
import './styles/more.css';

export interface MoreFactsProps {
  form: FormModel;
  record: LinkedInRecord;
  customFields: readonly CustomField[];
  /** Absent where no field can be made. */
  onCreateField?: ((name: string) => Promise<void>) | undefined;
  onEdit: (name: string, value: string) => void;
  onTick: (name: string, isTicked: boolean) => void;
  onCustomField: (id: string, value: string) => void;
}

const editable: Record<FormModel['kind'], readonly string[]> = {
  person: ['email', 'about'],
  company: ['phone', 'founded', 'about'],
};
/** Shown for the eye alone: Grinfi's API has no place for them. */
const shownOnly: Record<FormModel['kind'], readonly string[]> = {
  person: ['phone', 'website', 'twitter'],
  company: [],
};
/** What tells this record from a namesake; sent, so shown. */
const identity: Record<FormModel['kind'], readonly string[]> = {
  person: ['handle', 'lnId', 'snId', 'memberId'],
  company: ['handle', 'companyId', 'domain'],
};

const markText = {
  verified: 'markVerified',
  premium: 'markPremium',
  topVoice: 'markTopVoice',
} as const;

/** About, contact details, experience, education, custom fields, ids. */
export function MoreFacts(props: MoreFactsProps) {
  const { form, record, customFields, onCreateField, onEdit, onTick, onCustomField } = props;
  const { fields, kind } = form;
  const ownFields = customFields.filter(
    (field) => field.object === (kind === 'person' ? 'contact' : 'company'),
  );
  return (
    <>
      <dl class="facts">
        {editable[kind].map((name) => (
          <Fact key={name} label={fieldLabel(name)}>
            <EditableField
              {...{ name, onEdit }}
              label={fieldLabel(name)}
              field={fields[name]}
              isLong={name === 'about'}
              onTick={form.known ? undefined : onTick}
            />
          </Fact>
        ))}
        {[...shownOnly[kind], ...identity[kind]].map((name) => {
          const field = fields[name];
          if (!field?.value) return null;
          return (
            <Fact key={name} label={fieldLabel(name)}>
              <span class="field">
                <bdi class="fact-text" title={shownOnly[kind].includes(name) ? t('notSent') : undefined}>
                  {field.value}
                </bdi>
                <EvidenceMark from={field.from} />
              </span>
            </Fact>
          );
        })}
      </dl>
      {record.kind === 'person' && <Background record={record} />}
      {(ownFields.length > 0 || onCreateField) && (
        <CustomFields
          fields={ownFields}
          values={form.customFields}
          isKnown={form.known !== undefined}
          onChange={onCustomField}
          onCreate={onCreateField}
        />
      )}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Background({ record }: { record: Extract<LinkedInRecord, { kind: 'person' }> }) {
  const { experience = [], educations = [], languages = [], marks = [] } = record;
  return (
    <>
      <BackgroundList title={t('marks')} hint={t('notSent')} items={marks.map((mark) => t(markText[mark]))} />
      <BackgroundList
        title={t('experience')}
        items={experience.map((job) => (
          <>
            <bdi>{[job.title, job.company].filter(Boolean).join(' · ')}</bdi>
            <Period {...job} />
          </>
        ))}
      />
      <BackgroundList
        title={t('education')}
        items={educations.map((study) => (
          <>
            <bdi>{[study.school, study.degree].filter(Boolean).join(' · ')}</bdi>
            <Period {...study} />
          </>
        ))}
      />
      <BackgroundList
        title={t('languages')}
        hint={t('notSent')}
        items={languages.map(({ name, level }) => <bdi>{[name, level].filter(Boolean).join(' · ')}</bdi>)}
      />
    </>
  );
}

interface BackgroundListProps {
  title: string;
  hint?: string;
  /** In the page's order, which is all that tells two alike apart. */
  items: ComponentChildren[];
}

function BackgroundList({ title, hint, items }: BackgroundListProps) {
  if (items.length === 0) return null;
  return (
    <section class="background">
      <h2 title={hint}>{title}</h2>
      <ul>
        {items.map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

/** The dates in the page's own words. */
function Period({ from, to }: Pick<ExperienceEntry | EducationEntry, 'from' | 'to'>) {
  const period = [from, to].filter(Boolean).join(' – ');
  return period ? <span class="period">{period}</span> : null;
}
