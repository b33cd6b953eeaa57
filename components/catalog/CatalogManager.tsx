import '../styles/catalog.css';
import { useEffect, useState } from 'preact/hooks';
import {
  type CatalogItem,
  type CatalogKind,
  catalogItems,
  catalogKinds,
  itemNamed,
  stageCategories,
} from '../../lib/catalog-kind.ts';
import type { Catalog } from '../../lib/crm.ts';
import { errorText } from '../../lib/error-text.ts';
import { formatNumber, plural, type TextKey, t } from '../../lib/i18n.ts';
import type { CatalogCalls } from '../../lib/panel/catalog-calls.ts';
import { categoryOptions } from '../../lib/panel/category-text.ts';
import { findOptions } from '../../lib/panel/options-search.ts';
import { useAction } from '../../lib/panel/use-action.ts';
import { failureOf } from '../../lib/send.ts';
import type { RecordCounts } from '../../lib/workspace.ts';
import { Icon } from '../Icon.tsx';
import { Problem } from '../known/Problem.tsx';
import { SelectField } from '../known/SelectField.tsx';
import { CatalogRow } from './CatalogRow.tsx';

interface CatalogManagerProps {
  catalog: Catalog;
  calls: CatalogCalls;
}

const labels: Record<CatalogKind, TextKey> = {
  list: 'kindLists',
  tag: 'kindTags',
  contactStage: 'kindContactStages',
  companyStage: 'kindCompanyStages',
  contactField: 'kindContactFields',
  companyField: 'kindCompanyFields',
};

/** Everything that the team sorts by: found, counted, made, renamed, coloured. Made for hundreds of each. */
export function CatalogManager({ catalog, calls }: CatalogManagerProps) {
  const [kind, setKind] = useState<CatalogKind>('list');
  return (
    <div class="catalog">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons is no group of form fields. */}
      <div class="catalog-kinds" role="group" aria-label={t('catalogTitle')}>
        {catalogKinds.map((each) => (
          <button
            key={each}
            type="button"
            class="catalog-kind"
            aria-pressed={each === kind}
            onClick={() => setKind(each)}
          >
            {t(labels[each])} <span class="muted">{formatNumber(catalogItems(catalog, each).length)}</span>
          </button>
        ))}
      </div>
      <KindList key={kind} {...{ catalog, calls, kind }} />
    </div>
  );
}

function KindList({ catalog, calls, kind }: CatalogManagerProps & { kind: CatalogKind }) {
  const [typed, setTyped] = useState('');
  const [category, setCategory] = useState<string>(stageCategories[0]);
  const { counts, problem: countProblem, recount } = useCounts(catalog, calls, kind);
  const { isBusy, problem, run } = useAction();
  const items = catalogItems(catalog, kind);
  const found = findOptions(items, typed);
  const name = typed.trim();
  const isStage = kind === 'contactStage' || kind === 'companyStage';
  const canCreate = name !== '' && itemNamed(items, name) === undefined;

  const create = () =>
    canCreate &&
    // What is typed stays, so that the new one is what the list shows.
    run(async () => void (await calls.create(kind, name, isStage ? { category } : {})));
  return (
    <>
      <div class="catalog-search">
        <label class="form-field">
          <span class="form-label">{t('catalogSearch')}</span>
          <input
            class="input-box"
            type="search"
            value={typed}
            maxLength={200}
            autocomplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && create()}
          />
        </label>
        {canCreate && isStage && (
          <SelectField
            label={t('stageCategory')}
            value={category}
            options={categoryOptions()}
            onChange={setCategory}
          />
        )}
        {canCreate && (
          <button type="button" class="button" aria-disabled={isBusy} onClick={create}>
            <Icon name="plus" size={14} /> {isBusy ? t('saving') : t('createOption', name)}
          </button>
        )}
      </div>
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
      {countProblem && <Problem text={countProblem} onRetry={recount} />}
      {found.options.length === 0 && <p class="muted">{t('noOptions')}</p>}
      <ul class="catalog-rows" aria-label={t(labels[kind])}>
        {found.options.map((item) => (
          <CatalogRow
            key={item.id}
            item={item as CatalogItem}
            kind={kind}
            counted={counts?.[item.id]}
            isTaken={(wanted) => {
              const other = itemNamed(items, wanted);
              return other !== undefined && other.id !== item.id;
            }}
            onChange={(change) => calls.change(kind, item.id, change)}
          />
        ))}
      </ul>
      {found.hidden > 0 && <p class="muted">{plural('moreOptions', found.hidden)}</p>}
    </>
  );
}

/** Asked for once, when the kind is opened. */
function useCounts(catalog: Catalog, calls: CatalogCalls, kind: CatalogKind) {
  const [counts, setCounts] = useState<Record<string, RecordCounts>>();
  const [problem, setProblem] = useState<string>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const ids = catalogItems(catalog, kind).map(({ id }) => id);
    calls.count(kind, ids, { signal }).then(
      (found) => signal.aborted || setCounts(found),
      (error: unknown) => {
        const failure = failureOf(error);
        if (!signal.aborted) setProblem(errorText(failure.kind, failure.message));
      },
    );
    return () => left.abort();
  }, [turn]);
  const recount = () => {
    setProblem(undefined);
    setTurn(turn + 1);
  };
  return { counts, problem, recount };
}
