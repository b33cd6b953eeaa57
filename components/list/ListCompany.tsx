import { useState } from 'preact/hooks';
import { emptyDraft } from '../../lib/drafts.ts';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { CaptureState } from '../../lib/panel/capture/state.ts';
import { buildForm } from '../../lib/panel/form.ts';
import { toSaveRequest } from '../../lib/panel/save-of-form.ts';
import type { CompanyRecord } from '../../lib/records.ts';
import { failureOf, send } from '../../lib/send.ts';
import { Avatar } from '../Avatar.tsx';

interface ListCompanyProps {
  company: CompanyRecord;
  capture: CaptureState;
}

/** The company whose people these are, and a button to save it as well. */
export function ListCompany({ company, capture: { presets, catalog, keyState, minimum } }: ListCompanyProps) {
  const [answer, setAnswer] = useState<{ text: string; tone: 'good' | 'danger' }>();
  const { name, logoUrl, tagline, industry, employeesRange, headquarters } = company.fields;
  const facts = [industry, employeesRange, headquarters].flatMap((field) => field?.value ?? []);

  async function save() {
    const form = buildForm({
      record: company,
      draft: emptyDraft,
      presets,
      catalog,
      lookUp: undefined,
      minimum,
    });
    const request = toSaveRequest(form, () => '');
    if (!request) return;
    try {
      await send('saveRecord', { save: request });
      setAnswer({ text: t('waiting'), tone: 'good' });
    } catch (error) {
      const { kind, message } = failureOf(error);
      setAnswer({ text: errorText(kind, message), tone: 'danger' });
    }
  }

  return (
    <section class="card" aria-label={t('company')}>
      <Avatar url={logoUrl?.value} name={name?.value ?? ''} kind="company" />
      <div class="card-text">
        <h2 class="card-name">
          <bdi>{name?.value}</bdi>
        </h2>
        {tagline && <bdi class="people-line">{tagline.value}</bdi>}
        {facts.length > 0 && <bdi class="people-line">{facts.join(' · ')}</bdi>}
        <span role="status">
          {answer && <span class={`status status-${answer.tone}`}>{answer.text}</span>}
        </span>
        {keyState !== 'none' && name && answer?.tone !== 'good' && (
          <button type="button" class="link-button" onClick={() => void save()}>
            {t('saveThisCompany')}
          </button>
        )}
      </div>
    </section>
  );
}
