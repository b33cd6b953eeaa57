import { useState } from 'preact/hooks';
import type { CrmList } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { formatNumber, t } from '../../lib/i18n.ts';
import { type ExportState, useListExport } from '../../lib/panel/use-list-export.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { Problem } from '../known/Problem.tsx';
import { SelectField } from '../known/SelectField.tsx';

/** A list as a CSV file. */
export function ExportTab({ lists, calls }: { lists: readonly CrmList[]; calls: WorkspaceCalls }) {
  const [listId, setListId] = useState('');
  const { state, start, cancel } = useListExport(calls);
  const list = lists.find(({ id }) => id === listId);
  const isBusy = state.step === 'collecting' || state.step === 'making';
  if (lists.length === 0) return <p class="muted">{t('exportNoLists')}</p>;
  return (
    <div class="work-form">
      <p class="muted">{t('exportText')}</p>
      <SelectField
        label={t('list')}
        value={listId}
        placeholder={t('listPlaceholder')}
        options={lists}
        onChange={setListId}
      />
      <div class="button-row">
        <button
          type="button"
          class="button button-primary"
          aria-disabled={isBusy || !list}
          onClick={() => list && !isBusy && start(list)}
        >
          {t('exportStart')}
        </button>
        {isBusy && (
          <button type="button" class="button" onClick={cancel}>
            {t('cancel')}
          </button>
        )}
      </div>
      {isBusy && (
        <progress
          aria-label={t('exportStart')}
          {...(state.step === 'collecting' && state.total ? { value: state.found, max: state.total } : {})}
        />
      )}
      <div role="status">{wordsOf(state)}</div>
      {state.step === 'refused' && <Problem text={t('exportRefused')} />}
      {state.step === 'failed' && <Problem text={errorText(state.kind, state.message)} />}
    </div>
  );
}

function wordsOf(state: ExportState): string {
  switch (state.step) {
    case 'collecting': {
      const found = formatNumber(state.found);
      const all = state.total === undefined ? found : `${found} / ${formatNumber(state.total)}`;
      return t('exportCollecting', all);
    }
    case 'making':
      return t('exportMaking', formatNumber(state.count));
    case 'done':
      return t('exportDone', state.fileName, formatNumber(state.count));
    case 'empty':
      return t('exportEmpty');
    default:
      return '';
  }
}
