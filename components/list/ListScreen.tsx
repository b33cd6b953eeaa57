import '../styles/list.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { plural, t } from '../../lib/i18n.ts';
import type { CaptureState } from '../../lib/panel/capture/state.ts';
import type { FormModel } from '../../lib/panel/form.ts';
import { identityOfRow, type ListRow, listForm } from '../../lib/panel/list-rows.ts';
import { nameOf } from '../../lib/panel/options-search.ts';
import { createPeopleList, type ListState, tickedRows } from '../../lib/panel/people-list.ts';
import type { Picked } from '../../lib/panel/use-cautions.ts';
import type { Recipe } from '../../lib/recipes.ts';
import type { PeopleList } from '../../lib/records.ts';
import { send } from '../../lib/send.ts';
import { ChoiceField } from '../ChoiceField.tsx';
import { ListRecipes } from '../recipes/ListRecipes.tsx';
import { TagField } from '../TagField.tsx';
import { BatchBar } from './BatchBar.tsx';
import { ListCompany } from './ListCompany.tsx';
import { PeopleTable } from './PeopleTable.tsx';

export interface ListScreenProps {
  list: PeopleList;
  state: CaptureState;
  /** What else is to be said of the page. */
  children?: ComponentChildren;
}

/** A page that lists people: who of them is in Grinfi, whom to save, and where they go. */
export function ListScreen({ list, state: capture, children }: ListScreenProps) {
  const { state, actions } = usePeopleList(list, capture);
  const [showMissing, setShowMissing] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const { presets, catalog, keyState } = capture;
  const form = useMemo(
    () => state && listForm({ draft: state.draft, presets, catalog }),
    [state?.draft, presets, catalog],
  );
  // Open while something must be chosen; it does not close by itself under the user's hand.
  const [isWhereOpen, setIsWhereOpen] = useState(false);
  const isListMissing = form?.isListMissing === true;
  useEffect(() => {
    if (isListMissing) setIsWhereOpen(true);
  }, [isListMissing, showMissing]);
  if (!state || !form) return null;
  const hasKey = keyState !== 'none';
  const count = tickedRows(state).length;
  const isQueueing = state.press.step === 'queueing';

  function submit(event: Event) {
    event.preventDefault();
    saveTicked();
  }
  function saveTicked(recipe?: Recipe) {
    if (!hasKey || count === 0 || isQueueing || !form) return;
    if (form.isListMissing && !recipe?.list) {
      setShowMissing(true);
      setIsWhereOpen(true);
      element.current?.querySelector<HTMLElement>('input[aria-required="true"]')?.focus();
      return;
    }
    void actions.save(recipe);
  }

  return (
    <form ref={element} class="record" onSubmit={submit} noValidate>
      <main class="panel-main">
        {list.company && <ListCompany company={list.company} capture={capture} />}
        {children}
        {hasKey && (
          <details
            class="people-where"
            open={isWhereOpen}
            onToggle={(event) => setIsWhereOpen(event.currentTarget.open)}
          >
            <summary>{whereText(form, catalog) || t('listPlaceholder')}</summary>
            <div class="form">
              <div class="form-pair">
                <ChoiceField
                  label={t('list')}
                  options={catalog?.lists ?? []}
                  value={form.list}
                  placeholder={t('listPlaceholder')}
                  isRequired
                  canCreate
                  error={showMissing && form.isListMissing ? t('listMissing') : undefined}
                  onChange={(chosen) => actions.edit({ list: chosen })}
                />
                <ChoiceField
                  label={t('stage')}
                  options={form.stages}
                  value={form.stageId ? { id: form.stageId } : undefined}
                  placeholder={t('stagePlaceholder')}
                  onChange={(stage) => actions.edit({ stageId: stage && 'id' in stage ? stage.id : '' })}
                />
              </div>
              <TagField
                label={t('tags')}
                options={catalog?.tags ?? []}
                fixed={[]}
                value={form.tags}
                onChange={(tags) => actions.edit({ tags })}
              />
              <label class="check">
                <input
                  type="checkbox"
                  checked={state.draft.changesKnown === true}
                  onChange={(event) => actions.edit({ changesKnown: event.currentTarget.checked })}
                />
                <span>{t('peopleChangeKnown')}</span>
              </label>
            </div>
          </details>
        )}
        <PeopleTable state={state} actions={actions} hasKey={hasKey} />
      </main>
      {hasKey && (
        <footer class="save-bar">
          {state.batch && (
            <BatchBar
              batch={state.batch}
              onChange={(change) => void actions.change(change)}
              onCsv={() => void actions.saveResult()}
              onDismiss={actions.dismiss}
            />
          )}
          <div class="save-status" aria-live="polite">
            {state.press.step === 'failed' && (
              <p class="status status-danger">{errorText(state.press.kind, state.press.message)}</p>
            )}
            {state.press.step === 'collected' && (
              <p class="status status-good">{plural('peopleCollected', state.press.count)}</p>
            )}
          </div>
          {count > 0 && !isQueueing && (
            <ListRecipes
              catalog={catalog}
              people={pickedOf(state)}
              isLookingUp={state.isChecking}
              isUnsure={tickedRows(state).some((row) => !isLookedUp(state, row))}
              now={Date.now()}
              onPress={saveTicked}
              onAsk={actions.listCautions}
              onLeaveOut={(keys) => actions.tick(keys, false)}
            />
          )}
          <button type="submit" class="button button-primary" aria-disabled={count === 0 || isQueueing}>
            {isQueueing ? t('saving') : count === 0 ? t('peopleTickSome') : plural('savePeople', count)}
          </button>
        </footer>
      )}
    </form>
  );
}

const isLookedUp = ({ lookUps }: ListState, { key }: ListRow) =>
  ['new', 'known'].includes(lookUps.get(key)?.state ?? '');

/** Whom a press is for, with what the look-ups have told of them. */
function pickedOf(state: ListState): Picked[] {
  return tickedRows(state).map((row) => {
    const found = state.lookUps.get(row.key);
    const { handle } = identityOfRow(row);
    return {
      key: row.key,
      name: row.name,
      handle,
      contactId: found?.state === 'known' ? found.recordId : undefined,
    };
  });
}

/** List, stage and tags in one line: `Warm intros · Approaching · Hiring`. */
function whereText(form: FormModel, catalog: CaptureState['catalog']): string {
  const names = [
    nameOf(form.list, catalog?.lists ?? []),
    nameOf(form.stageId ? { id: form.stageId } : undefined, form.stages),
    ...form.tags.map((tag) => nameOf(tag, catalog?.tags ?? [])),
  ];
  return names.filter(Boolean).join(' · ');
}

function usePeopleList(list: PeopleList, capture: CaptureState) {
  const [state, setState] = useState<ListState>();
  const context = useRef(capture);
  context.current = capture;
  const people = useMemo(
    () =>
      createPeopleList(
        {
          send,
          now: Date.now,
          context: () => ({ ...context.current, workspaceId: context.current.workspaces.activeId }),
        },
        setState,
      ),
    [],
  );
  useEffect(() => {
    void people.start();
    return people.stop;
  }, [people]);
  useEffect(() => people.setList(list), [people, list]);
  return { state, actions: people.actions };
}
