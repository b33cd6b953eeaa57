import { useMemo, useState } from 'preact/hooks';
import type { Catalog } from '../crm.ts';
import { type Draft, emptyDraft } from '../drafts.ts';
import { t } from '../i18n.ts';
import { buildForm } from '../panel/form.ts';
import type { LinkedInRecord } from '../records.ts';
import { readSample } from './read-sample.ts';

const list = 'sample';
const lookUp = { state: 'new' } as const;

/**
 * The form of the panel over the sample. Knows neither the worker nor any storage: what is typed here is gone
 * with the page.
 */
export function useSample() {
  const [record, setRecord] = useState<LinkedInRecord>();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const catalog = useMemo(sampleCatalog, []);
  const presets = { listId: list };

  function change(part: Partial<Draft>): void {
    setDraft((before) => ({ ...before, ...part }));
    setIsTried(false);
  }

  return {
    record,
    catalog,
    form: record && buildForm({ record, draft, presets, catalog, lookUp }),
    isTried,
    onSampleLoad: (page: Document) => void readSample(page).then(setRecord),
    onChange: change,
    onEdit: (name: string, value: string) => change({ fields: { ...draft.fields, [name]: value } }),
    onTick: (name: string, isTicked: boolean) => change({ ticks: { ...draft.ticks, [name]: isTicked } }),
    onSave: () => setIsTried(true),
  };
}

/** One list, since nobody's workspace is asked. */
const sampleCatalog = (): Catalog => ({
  lists: [{ id: list, name: t('tryList') }],
  tags: [],
  contactStages: [],
  companyStages: [],
  customFields: [],
  fetchedAt: 0,
});
