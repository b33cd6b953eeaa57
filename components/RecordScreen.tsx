import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Draft } from '../lib/drafts.ts';
import { errorText } from '../lib/error-text.ts';
import { crmUrlOf } from '../lib/grinfi/links.ts';
import { t } from '../lib/i18n.ts';
import { pageKindOf } from '../lib/linkedin/expected-fields.ts';
import { type CaptureState, entriesShown, formOf, type PageState } from '../lib/panel/capture/state.ts';
import type { CaptureActions } from '../lib/panel/capture.ts';
import type { CatalogCalls } from '../lib/panel/catalog-calls.ts';
import type { KnownCalls } from '../lib/panel/known-calls.ts';
import type { RecordChangeCalls } from '../lib/panel/record-change-calls.ts';
import { entryOfPage, saveStateOf } from '../lib/panel/save-state.ts';
import { Banner } from './Banner.tsx';
import {
  CanaryNotice,
  ChangeList,
  CompanyPeople,
  JobChange,
  KnownSummary,
  RecordActions,
  RecordTabs,
} from './lazy-parts.tsx';
import { MoreDetails } from './MoreDetails.tsx';
import { OverviewPanel } from './OverviewPanel.tsx';
import { RecordCard } from './RecordCard.tsx';
import { RecordNotices } from './RecordNotices.tsx';
import type { RecordTab } from './RecordTabs.tsx';
import { RecipesLazy } from './recipes/RecipesLazy.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SaveForm } from './SaveForm.tsx';
import { SentFieldsLazy } from './SentFieldsLazy.tsx';
import { SetupPointer } from './SetupPointer.tsx';
import { AlsoInWorkspaces } from './workspaces/AlsoInWorkspaces.tsx';

interface RecordScreenProps {
  state: CaptureState;
  page: Extract<PageState, { step: 'record' }>;
  actions: CaptureActions;
  /** For the tabs of a known record; without it there is the form alone. */
  known?: KnownCalls | undefined;
  /** For what is done at once with a known record. */
  changes?: (() => Promise<RecordChangeCalls>) | undefined;
  /** For stages and fields that are made from the form. */
  catalogCalls?: CatalogCalls | undefined;
  now: number;
  onOpenOptions: () => void;
  /** Only in the popup. */
  onOpenPanel?: (() => void) | undefined;
}

/** A person or company: the card, what Grinfi knows of it, where it goes, and Save. */
export function RecordScreen(props: RecordScreenProps) {
  const {
    state,
    page,
    actions,
    known: calls,
    changes,
    catalogCalls,
    now,
    onOpenOptions,
    onOpenPanel,
  } = props;
  const tabsId = useId();
  const [openTab, setOpenTab] = useState<RecordTab>('overview');
  const [showMissing, setShowMissing] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);
  const { draft, presets, catalog, minimum } = state;
  const form = useMemo(() => formOf(state), [page, draft, presets, catalog, minimum]);
  if (!form) return null;

  const { record, lookUp } = page;
  const known = lookUp.state === 'checking' ? lookUp.remembered : lookUp;
  const photo = record.kind === 'person' ? record.fields.photoUrl : record.fields.logoUrl;
  const entry = entryOfPage(entriesShown(state), page.pageKey, now, state.entryId);
  const saveState = saveStateOf(form, state.press, entry, draft);
  const crmUrl = form.known && crmUrlOf(form.known.object, form.known.id);
  const hasKey = state.keyState !== 'none';
  const maker = hasKey ? catalogCalls : undefined;
  const objectKind = form.kind === 'person' ? 'contact' : 'company';
  const canSave = hasKey || state.isCollecting;
  const hasTabs = hasKey && calls !== undefined && known?.state === 'known';
  const tab = hasTabs ? openTab : 'overview';

  function submit(event: Event) {
    event.preventDefault();
    if (!canSave || !form || tab !== 'overview' || saveState.step === 'upToDate') return;
    if (saveState.step === 'entry' && saveState.entry.state === 'sending') return;
    if (form.isListMissing || !form.title.trim()) {
      setShowMissing(true);
      focusFirstGap(formElement.current);
      return;
    }
    actions.save();
  }
  /** As if the user had chosen it all and pressed Save. */
  function saveWith(part: Partial<Draft>) {
    actions.edit(part);
    if (form?.isListMissing && !part.list) {
      setShowMissing(true);
      focusFirstGap(formElement.current);
      return;
    }
    actions.save();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // An open field has handed over every letter already, so it need not be closed first.
    submit(event);
  }

  return (
    <form ref={formElement} class="record" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <main class="panel-main">
        <RecordCard
          form={form}
          photoUrl={photo?.value}
          lookUp={hasKey ? lookUp : undefined}
          onEdit={actions.editField}
          onTick={actions.tick}
        />
        <RecordNotices record={record} isStale={page.freshness === 'stale'} onReadAgain={actions.readAgain} />
        {(record.missing ?? record.pointed) && (
          <CanaryNotice
            missing={record.missing ?? []}
            pointed={record.pointed}
            shape={{ page: pageKindOf(record), layout: record.layout }}
            canary={state.canary}
            actions={actions.canary}
          />
        )}
        {!canSave && <SetupPointer hasRecord onOpenOptions={onOpenOptions} />}
        {hasKey && lookUp.state === 'unchecked' && state.keyState === 'ok' && state.isOnline && (
          <Banner
            icon="cloudOff"
            tone="warn"
            text={`${errorText(lookUp.kind, lookUp.message)} ${t('uncheckedHint')}`}
          >
            <button type="button" class="link-button" onClick={actions.checkAgain}>
              {t('checkAgain')}
            </button>
          </Banner>
        )}
        {known?.state === 'known' && (
          <KnownSummary
            record={known.record}
            lastActivity={known.lastActivity}
            account={state.account}
            crmUrl={saveState.step === 'upToDate' || saveState.step === 'entry' ? undefined : crmUrl}
            now={now}
          />
        )}
        {state.workspaces.all.length > 1 && (
          <AlsoInWorkspaces
            record={record}
            workspaces={state.workspaces}
            onLookUp={actions.lookUpElsewhere}
            onShow={actions.showWorkspace}
          />
        )}
        {hasTabs && (
          <RecordTabs
            key={known.record.id}
            id={tabsId}
            record={known.record}
            account={state.account}
            calls={calls}
            tab={tab}
            now={now}
            onTab={setOpenTab}
            onOpenPanel={onOpenPanel}
          />
        )}
        <OverviewPanel tabsId={hasTabs ? tabsId : undefined} isShown={tab === 'overview'}>
          {form.jobChange && (
            <JobChange jobChange={form.jobChange} firstStage={form.stages[0]} onChange={actions.edit} />
          )}
          {form.changes.length > 0 && <ChangeList changes={form.changes} onTick={actions.tick} />}
          {canSave && (
            <SaveForm
              {...{ form, catalog, showMissing }}
              onChange={actions.edit}
              onCreateStage={
                maker && ((name, category) => maker.create(`${objectKind}Stage`, name, { category }))
              }
            />
          )}
          {hasKey && (
            <RecipesLazy {...{ form, catalog, calls, now }} onSave={saveWith} onEdit={actions.edit} />
          )}
          {canSave && minimum && <SentFieldsLazy form={form} onTick={actions.tick} />}
          <MoreDetails
            form={form}
            record={record}
            customFields={hasKey ? (catalog?.customFields ?? []) : []}
            onCreateField={maker && (async (name) => void (await maker.create(`${objectKind}Field`, name)))}
            onEdit={actions.editField}
            onTick={actions.tick}
            onCustomField={actions.editCustomField}
          />
          {hasTabs && changes && (
            <RecordActions
              key={known.record.id}
              record={known.record}
              title={form.title}
              loadCalls={changes}
              {...{ crmUrl, now }}
              onChanged={actions.checkAgain}
            />
          )}
          {state.people.step !== 'none' && (
            <CompanyPeople people={state.people} stages={catalog?.contactStages ?? []} now={now} />
          )}
        </OverviewPanel>
      </main>
      {canSave && tab === 'overview' && (
        <SaveBar
          isCollecting={state.isCollecting}
          state={saveState}
          isKnown={form.known !== undefined}
          crmUrl={crmUrl}
          onUndo={actions.undo}
          onRetry={actions.retry}
          onDiscard={actions.discard}
        />
      )}
    </form>
  );
}

/** Takes the user to what Save still needs. */
function focusFirstGap(form: HTMLFormElement | null): void {
  const gap = form?.querySelector<HTMLElement>('.card-name .field-add, input[aria-required="true"]');
  gap?.focus();
}
