import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { errorText } from '../lib/error-text.ts';
import { t } from '../lib/i18n.ts';
import type { CaptureState } from '../lib/panel/capture/state.ts';
import type { CaptureActions } from '../lib/panel/capture.ts';
import type { CatalogCalls } from '../lib/panel/catalog-calls.ts';
import type { KnownCalls } from '../lib/panel/known-calls.ts';
import { onQuestionKey } from '../lib/panel/question-key.ts';
import type { RecordChangeCalls } from '../lib/panel/record-change-calls.ts';
import { useLoaded } from '../lib/panel/use-loaded.ts';
import { Banner } from './Banner.tsx';
import { CardSkeleton } from './CardSkeleton.tsx';
import { CanaryNotice, Outcome } from './lazy-parts.tsx';
import { LazyListScreen } from './list/LazyListScreen.tsx';
import { OutboxStrip } from './OutboxStrip.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { RecordScreen } from './RecordScreen.tsx';
import { SetupPointer } from './SetupPointer.tsx';

export interface PanelProps {
  /** Absent for the moment before the first is known. */
  state: CaptureState | undefined;
  actions: CaptureActions;
  /** For the tabs of a known record. */
  known?: KnownCalls | undefined;
  /** For what is done at once with a known record. */
  changes?: (() => Promise<RecordChangeCalls>) | undefined;
  /** For stages and fields that are made from the form. */
  catalogCalls?: CatalogCalls | undefined;
  now: number;
  onOpenOptions: () => void;
  onOpenPanel?: (() => void) | undefined;
}

/** Popup and side panel: the same screen in two widths. */
export function Panel(props: PanelProps) {
  const { state, actions, known, changes, catalogCalls, now, onOpenOptions, onOpenPanel } = props;
  const [screen, setScreen] = useState<'page' | 'outbox' | 'history' | 'today'>('page');
  const isOutboxOpen = screen !== 'page';
  const screens = useLoaded(isOutboxOpen, loadScreens);
  const outbox = useLoaded(isOutboxOpen, actions.outbox);
  const today = useLoaded(screen === 'today', loadToday);
  const isLoaded = Boolean(screen === 'today' ? today : screens && outbox);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const sheet = useLoaded(isSheetOpen, loadSheet);
  const openSheet = () => setIsSheetOpen(true);
  useEffect(() => onQuestionKey(openSheet), []);
  const strip = useRef<HTMLDivElement>(null);
  const wasOutboxOpen = useRef(false);
  useLayoutEffect(() => {
    if (!isOutboxOpen && wasOutboxOpen.current) strip.current?.querySelector('button')?.focus();
    wasOutboxOpen.current = isOutboxOpen;
  }, [isOutboxOpen]);

  const page = state?.page ?? { step: 'opening' as const };
  const canReadAgain = page.step !== 'opening' && page.step !== 'elsewhere';
  const isReading = page.step === 'reading' || (page.step === 'record' && page.freshness === 'reading');
  return (
    <div class="panel">
      <PanelHeader
        account={state?.account}
        workspaces={state?.workspaces}
        isReading={isReading}
        onReadAgain={canReadAgain ? actions.readAgain : undefined}
        onOpenToday={state?.account && (() => setScreen('today'))}
        onOpenOptions={onOpenOptions}
        onOpenPanel={onOpenPanel}
        onOpenSheet={openSheet}
        onWorkspace={actions.showWorkspace}
      />
      {state && <Banners state={state} onOpenOptions={onOpenOptions} />}
      {isOutboxOpen && state ? (
        <main class="panel-main">
          {!isLoaded && <HiddenTitle />}
          {today && screen === 'today' && (
            <today.TodayPage account={state.account} now={now} onBack={() => setScreen('page')} />
          )}
          {screens && outbox && screen === 'outbox' && (
            <screens.OutboxView
              state={state}
              now={now}
              calls={outbox}
              onBack={() => setScreen('page')}
              onOpenHistory={() => setScreen('history')}
              onUndo={actions.undo}
              onRetry={actions.retry}
              onDiscard={actions.discard}
            />
          )}
          {screens && outbox && screen === 'history' && (
            <screens.HistoryView
              catalog={state.catalog}
              calls={outbox}
              now={now}
              onBack={() => setScreen('outbox')}
            />
          )}
        </main>
      ) : (
        <PageScreen {...{ state, actions, known, changes, catalogCalls, now, onOpenOptions, onOpenPanel }} />
      )}
      {state && !isOutboxOpen && (
        <div ref={strip}>
          <OutboxStrip
            outbox={state.outbox}
            heldCount={state.heldCount}
            isAlwaysShown={page.step !== 'record' || state.isCollecting}
            pageKey={page.step === 'record' ? page.pageKey : undefined}
            onOpen={() => setScreen('outbox')}
          />
        </div>
      )}
      {isSheetOpen && sheet && (
        <sheet.ShortcutsPage
          state={state}
          isPageShown={!isOutboxOpen}
          onClose={() => setIsSheetOpen(false)}
        />
      )}
    </div>
  );
}

/** So that a screen that is about to come is never without a heading. */
const HiddenTitle = () => <h1 class="visually-hidden">{t('extensionName')}</h1>;

const loadScreens = () => import('./outbox-screens.ts');
const loadSheet = () => import('../lib/panel/ShortcutsPage.tsx');
const loadToday = () => import('../lib/panel/TodayPage.tsx');

function Banners({ state, onOpenOptions }: { state: CaptureState; onOpenOptions: () => void }) {
  if (state.keyState === 'refused')
    return (
      <Banner icon="key" tone="danger" text={errorText('auth')}>
        <button type="button" class="link-button" onClick={onOpenOptions}>
          {t('newKey')}
        </button>
      </Banner>
    );
  if (state.keyFault)
    return <Banner icon="key" tone="danger" text={errorText(state.keyFault.kind, state.keyFault.message)} />;
  if (state.outboxFault)
    return (
      <Banner
        icon="alert"
        tone="danger"
        text={errorText(state.outboxFault.kind, state.outboxFault.message)}
      />
    );
  if (!state.isOnline) return <Banner icon="cloudOff" tone="warn" text={t('offlineBanner')} />;
  return null;
}

function PageScreen(props: PanelProps) {
  const { state, actions, known, changes, catalogCalls, now, onOpenOptions, onOpenPanel } = props;
  if (!state || state.page.step === 'opening')
    return (
      <main class="panel-main">
        <HiddenTitle />
      </main>
    );
  const { page, keyState } = state;
  if (page.step === 'record')
    return (
      <RecordScreen
        key={page.pageKey}
        {...{ state, page, actions, known, changes, catalogCalls, now, onOpenOptions, onOpenPanel }}
      />
    );
  if (page.step === 'outcome' && page.reading.outcome === 'list')
    return (
      <LazyListScreen key={state.workspaces.activeId} list={page.reading.list} state={state}>
        {keyState === 'none' && <SetupPointer hasRecord={false} onOpenOptions={onOpenOptions} />}
        {page.reading.list.missing && (
          <CanaryNotice missing={page.reading.list.missing} canary={state.canary} actions={actions.canary} />
        )}
      </LazyListScreen>
    );
  return (
    <main class="panel-main">
      {keyState === 'none' && <SetupPointer hasRecord={false} onOpenOptions={onOpenOptions} />}
      {page.step === 'reading' ? <CardSkeleton /> : <Outcome page={page} onReadAgain={actions.readAgain} />}
      {page.step === 'outcome' && page.reading.outcome === 'notReady' && (
        <CanaryNotice missing={[]} canary={state.canary} actions={actions.canary} />
      )}
    </main>
  );
}
