import type { Scene } from '../../gallery/scene.ts';
import type { BatchRow, BatchView } from '../../lib/outbox/batch-view.ts';
import type { ListRow } from '../../lib/panel/list-rows.ts';
import type { ListActions, ListState } from '../../lib/panel/people-list.ts';
import { now, person } from '../../lib/testing/panel-states.ts';
import { BatchBar } from './BatchBar.tsx';
import { PeopleTable } from './PeopleTable.tsx';

const nothing = () => undefined;
const later = async () => undefined;

const batch: BatchView = {
  id: 'b1',
  createdAt: now,
  total: 25,
  waiting: 14,
  sending: 2,
  written: 1,
  saved: 8,
  failed: 0,
  undoing: 0,
  undone: 0,
  isPaused: false,
};
const over = { ...batch, waiting: 0, sending: 0, written: 0 };

const batches: Record<string, BatchView> = {
  'under way': batch,
  paused: { ...batch, sending: 0, isPaused: true },
  'saved except for some': { ...over, saved: 22, failed: 3 },
  'saved, and can be undone': { ...over, saved: 25, undoUntil: Date.parse('2100-01-01') },
  'taken back': { ...over, saved: 0, undone: 25 },
};

const row = (key: string, name: string, more: Partial<ListRow> = {}): ListRow => ({
  key,
  name,
  headline: 'Head of Revenue Operations at Fjordlight · building calm sales teams',
  detail: 'Fjordlight · Gothenburg',
  canSave: true,
  record: person,
  ...more,
});
const rows = [
  row('in/mara-lindqvist', 'Mara Lindqvist'),
  row('in/konstantina', 'Konstantina Papadopoulou-Winterbourne', { detail: '' }),
  row('in/jonas-feld', 'Jonas Feld', { headline: '' }),
  row('in/ines-almada', 'Inês Almada'),
  row('hidden', 'LinkedIn Member', { canSave: false }),
];
const state: ListState = {
  rows,
  filter: '',
  ticked: new Set(['in/mara-lindqvist', 'in/ines-almada']),
  lookUps: new Map([
    ['in/mara-lindqvist', { state: 'new' }],
    ['in/konstantina', { state: 'known', recordId: 'k1' }],
    ['in/jonas-feld', { state: 'unchecked', kind: 'busy', message: '' }],
    ['in/ines-almada', { state: 'checking' }],
  ]),
  isChecking: true,
  draft: { list: undefined, tags: undefined, stageId: undefined },
  press: { step: 'none' },
  batch: undefined,
  batchRows: new Map(),
};
const failedTag = {
  step: 'tags' as const,
  kind: 'rejected' as const,
  message: 'The tag is too long.',
  field: 'Hot lead',
};
const ofBatch = (pageKey: string, more: Pick<BatchRow, 'state' | 'failed'>) =>
  [pageKey, { entryId: pageKey, pageKey, title: pageKey, ...more }] as const;

const tables: Record<string, Partial<ListState>> = {
  'every look-up': {},
  'nobody looked up': { lookUps: new Map(), isChecking: false },
  'rows of a save': {
    isChecking: false,
    batchRows: new Map([
      ofBatch('in/mara-lindqvist', { state: 'saved', failed: [] }),
      ofBatch('in/konstantina', { state: 'partial', failed: [failedTag] }),
      ofBatch('in/jonas-feld', { state: 'waiting', failed: [] }),
      ofBatch('in/ines-almada', { state: 'sending', failed: [] }),
    ]),
  },
};

const actions: ListActions = {
  tick: nothing,
  tickOnly: nothing,
  filter: nothing,
  edit: nothing,
  checkAll: later,
  save: later,
  listCautions: async () => ({ automations: [], found: [], isUnsure: false }),
  change: later,
  saveResult: later,
  dismiss: nothing,
};

export const scenes: Scene[] = [
  ...Object.entries(tables).map(
    ([name, more]): Scene => ({
      group: 'List',
      state: name,
      page: 'panel',
      show: () => (
        <main class="panel-main">
          <PeopleTable state={{ ...state, ...more }} actions={actions} hasKey />
        </main>
      ),
    }),
  ),
  ...Object.entries(batches).map(
    ([name, shown]): Scene => ({
      group: 'Bulk save',
      state: name,
      page: 'panel',
      isPart: true,
      show: () => (
        <main class="panel-main">
          <BatchBar batch={shown} onChange={nothing} onCsv={nothing} onDismiss={nothing} />
        </main>
      ),
    }),
  ),
];
