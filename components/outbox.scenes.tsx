import type { Scene } from '../gallery/scene.ts';
import { Failure } from '../lib/failure.ts';
import type { EntryView } from '../lib/outbox/entry-view.ts';
import type { SentSave } from '../lib/outbox/history.ts';
import type { OutboxCalls } from '../lib/panel/outbox-calls.ts';
import { catalog, entry, now, panelStates } from '../lib/testing/panel-states.ts';
import { noWorkspaces, type Workspaces } from '../lib/workspaces.ts';
import { HistoryView } from './HistoryView.tsx';
import { OutboxView } from './OutboxView.tsx';
import './styles/outbox.css';

const nothing = () => undefined;

const sent: SentSave[] = [
  {
    entryId: 'e1',
    at: now - 60_000,
    pageKey: 'in/mara-lindqvist',
    kind: 'person',
    title: 'Mara Lindqvist',
    outcome: 'saved',
    created: true,
    recordId: 'k1',
    sent: {
      fields: { firstName: 'Mara', headline: 'Head of Revenue Operations' },
      list: { id: 'l1' },
      tags: [{ id: 't1' }, { name: 'Fair' }],
      stageId: 's2',
    },
  },
  {
    entryId: 'e2',
    at: now - 3 * 86_400_000,
    pageKey: 'company/okafor',
    kind: 'company',
    title: 'Okafor & Daughters',
    outcome: 'undone',
    created: true,
    recordId: 'k2',
    sent: { fields: { name: 'Okafor & Daughters' }, tags: [] },
  },
];

const two: Workspaces = {
  version: 1,
  all: [
    { id: 'w1', name: 'Workshop North', keyState: 'ok' },
    { id: 'w2', name: 'w2', label: 'Harbour desk', keyState: 'ok' },
  ],
};
const held = [entry('waiting', { held: true, id: 'h1' }), entry('waiting', { held: true, id: 'h2' })];

function calls(more: Partial<OutboxCalls> = {}): OutboxCalls {
  return {
    listHistory: async () => ({ saves: sent, total: sent.length, hasMore: false }),
    exportHistory: async () => undefined,
    clearHistory: async () => undefined,
    listHeld: async () => ({ entries: held, total: held.length }),
    sendHeld: async () => ({ sent: 1, withoutList: 2 }),
    exportHeld: async () => undefined,
    importHeld: async () => ({ added: 3, leftOut: [4, 7] }),
    ...more,
  };
}

interface Shown {
  outbox?: EntryView[];
  heldCount?: number;
  isCollecting?: boolean;
  workspaces?: Workspaces;
}

function outbox(state: string, shown: Shown, made: OutboxCalls = calls()): Scene {
  const { outbox: entries = [], heldCount = 0, isCollecting = false, workspaces = noWorkspaces } = shown;
  return {
    group: 'Outbox',
    state,
    page: 'panel',
    show: () => (
      <div class="panel">
        <main class="panel-main">
          <OutboxView
            state={{ outbox: entries, heldCount, isCollecting, workspaces, press: { step: 'none' } }}
            now={now}
            calls={made}
            onBack={nothing}
            onOpenHistory={nothing}
            onUndo={nothing}
            onRetry={nothing}
            onDiscard={nothing}
          />
        </main>
      </div>
    ),
  };
}

function history(state: string, made: OutboxCalls): Scene {
  return {
    group: 'History',
    state,
    page: 'panel',
    show: () => (
      <div class="panel">
        <main class="panel-main">
          <HistoryView catalog={catalog} calls={made} now={now} onBack={nothing} />
        </main>
      </div>
    ),
  };
}

export const scenes: Scene[] = [
  outbox('empty', {}, calls({ listHeld: async () => ({ entries: [], total: 0 }) })),
  outbox('every kind of entry', { outbox: panelStates.elsewhere.outbox }),
  outbox('of two workspaces', {
    workspaces: two,
    outbox: [
      entry('waiting', { workspaceId: 'w1', waitingFor: 'offline' }),
      entry('saved', { id: 'e2', workspaceId: 'w2' }),
    ],
  }),
  outbox('collected', { heldCount: 2, isCollecting: true }),
  history('some', calls()),
  history('empty', calls({ listHistory: async () => ({ saves: [], total: 0, hasMore: false }) })),
  history(
    'not readable',
    calls({
      listHistory: async () => {
        throw new Failure('storage', '');
      },
    }),
  ),
];
