import type { Catalog } from '../crm.ts';
import { t } from '../i18n.ts';
import type { SentSave } from '../outbox/history.ts';
import type { Choice } from '../save-request.ts';
import { fieldLabel } from './field-text.ts';

export interface SentLine {
  label: string;
  value: string;
}

interface Named {
  id: string;
  name: string;
}

/** What a save has sent, in words: each field and value, and where it was put. Ids stand where no name is known. */
export function sentLines({ sent, kind, workspaceName }: SentSave, catalog: Catalog | undefined): SentLine[] {
  const nameOf = (choice: Choice, known: readonly Named[] = []) =>
    'name' in choice ? choice.name : (known.find(({ id }) => id === choice.id)?.name ?? choice.id);
  const stages = kind === 'person' ? catalog?.contactStages : catalog?.companyStages;
  const tags = (sent.tags ?? []).map((tag) => nameOf(tag, catalog?.tags));
  const removed = (sent.removeTagIds ?? []).map((id) => nameOf({ id }, catalog?.tags));
  const lines: [string, string | undefined][] = [
    ...Object.entries(sent.fields ?? {}).map(([name, value]): [string, string] => [fieldLabel(name), value]),
    [t('list'), sent.list && nameOf(sent.list, catalog?.lists)],
    [t('stage'), sent.stageId && nameOf({ id: sent.stageId }, stages)],
    [t('tags'), tags.join(', ')],
    [t('tagsRemoved'), removed.join(', ')],
    [t('note'), sent.note],
    ...Object.entries(sent.customFields ?? {}).map(([id, value]): [string, string] => [
      nameOf({ id }, catalog?.customFields),
      value,
    ]),
    [t('sentWorkspace'), workspaceName],
    [t('stepTask'), sent.task?.text],
    [t('stepEnrol'), sent.enrolIn && '✓'],
    [t('stepAutomations'), sent.cancelAutomations ? '✓' : undefined],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
