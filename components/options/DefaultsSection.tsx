import type { Catalog } from '../../lib/crm.ts';
import { t } from '../../lib/i18n.ts';
import type { FormPresets } from '../../lib/panel/form.ts';
import type { Choice } from '../../lib/save-request.ts';
import { ChoiceField } from '../ChoiceField.tsx';
import { TagField } from '../TagField.tsx';

interface DefaultsSectionProps {
  catalog: Catalog;
  presets: FormPresets;
  onChange: (presets: FormPresets) => void;
}

/** What a new record starts with until the first save chooses otherwise. Things are created in the panel, not here. */
export function DefaultsSection({ catalog, presets, onChange }: DefaultsSectionProps) {
  const chosen = (id: string | undefined): Choice | undefined => (id ? { id } : undefined);
  const idOf = (choice: Choice | undefined) => (choice && 'id' in choice ? choice.id : undefined);
  const tags = (presets.tagIds ?? []).filter((id) => catalog.tags.some((tag) => tag.id === id));
  return (
    <section class="block" aria-labelledby="defaults-title">
      <h2 id="defaults-title">{t('defaultsTitle')}</h2>
      <p class="muted">{t('defaultsText')}</p>
      <div class="defaults">
        <ChoiceField
          label={t('list')}
          options={catalog.lists}
          value={chosen(presets.listId)}
          placeholder={t('listPlaceholder')}
          onChange={(list) => onChange({ ...presets, listId: idOf(list) })}
        />
        <TagField
          label={t('tags')}
          options={catalog.tags}
          fixed={[]}
          value={tags.map((id) => ({ id }))}
          canCreate={false}
          onChange={(next) => onChange({ ...presets, tagIds: next.flatMap((tag) => idOf(tag) ?? []) })}
        />
        <ChoiceField
          label={t('contactStage')}
          options={catalog.contactStages}
          value={chosen(presets.contactStageId)}
          placeholder={t('stagePlaceholder')}
          onChange={(stage) => onChange({ ...presets, contactStageId: idOf(stage) })}
        />
        <ChoiceField
          label={t('companyStage')}
          options={catalog.companyStages}
          value={chosen(presets.companyStageId)}
          placeholder={t('stagePlaceholder')}
          onChange={(stage) => onChange({ ...presets, companyStageId: idOf(stage) })}
        />
      </div>
    </section>
  );
}
