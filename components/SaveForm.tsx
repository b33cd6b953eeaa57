import { useState } from 'preact/hooks';
import type { Catalog } from '../lib/crm.ts';
import type { Draft } from '../lib/drafts.ts';
import { t } from '../lib/i18n.ts';
import type { FormModel } from '../lib/panel/form.ts';
import { useLoaded } from '../lib/panel/use-loaded.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { TagField } from './TagField.tsx';

interface SaveFormProps {
  form: FormModel;
  catalog: Catalog | undefined;
  /** Names the missing list; only after a press of Save, so that a fresh form does not scold. */
  showMissing: boolean;
  onChange: (part: Partial<Draft>) => void;
  /** Gives its id. Absent where no stage can be made. */
  onCreateStage?: ((name: string, category: string) => Promise<string>) | undefined;
}

const loadNewStage = () => import('./known/NewStage.tsx');

/** Where the record goes: list, stage, tags, a note. */
export function SaveForm({ form, catalog, showMissing, onChange, onCreateStage }: SaveFormProps) {
  const [newStage, setNewStage] = useState<string>();
  const screen = useLoaded(newStage !== undefined, loadNewStage);
  const isKnownCompany = form.known?.object === 'company';
  return (
    <div class="form">
      <div class={isKnownCompany ? '' : 'form-pair'}>
        {!isKnownCompany && (
          <ChoiceField
            label={t('list')}
            options={catalog?.lists ?? []}
            value={form.list}
            placeholder={t('listPlaceholder')}
            isRequired={form.kind === 'person'}
            canCreate
            error={showMissing && form.isListMissing ? t('listMissing') : undefined}
            onChange={(list) => onChange({ list })}
          />
        )}
        <ChoiceField
          label={t('stage')}
          options={form.stages}
          value={form.stageId ? { id: form.stageId } : undefined}
          placeholder={t('stagePlaceholder')}
          canClear={form.known?.stageId === undefined}
          canCreate={onCreateStage !== undefined}
          onChange={(stage) => {
            const isNew = stage !== undefined && 'name' in stage;
            setNewStage(isNew ? stage.name : undefined);
            if (!isNew) onChange({ stageId: stage?.id ?? '' });
          }}
        />
      </div>
      {screen && newStage !== undefined && onCreateStage && (
        <screen.NewStage
          name={newStage}
          onCreate={async (category) => {
            onChange({ stageId: await onCreateStage(newStage, category) });
            setNewStage(undefined);
          }}
          onCancel={() => setNewStage(undefined)}
        />
      )}
      <TagField
        label={t('tags')}
        options={catalog?.tags ?? []}
        fixed={form.knownTags}
        removedIds={form.removedTagIds}
        onRemovedIds={(removedTagIds) => onChange({ removedTagIds })}
        value={form.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <label class="form-field">
        <span class="form-label">{t('note')}</span>
        <textarea
          class="input-box note"
          rows={1}
          value={form.note}
          placeholder={t('notePlaceholder')}
          onInput={(event) => onChange({ note: event.currentTarget.value })}
        />
      </label>
      {form.canSaveCompany && (
        <label class="check">
          <input
            type="checkbox"
            checked={form.withCompany}
            onChange={(event) => onChange({ withCompany: event.currentTarget.checked })}
          />
          <span>{t('saveCompanyToo', form.fields['companyName']?.value ?? t('company'))}</span>
        </label>
      )}
    </div>
  );
}
