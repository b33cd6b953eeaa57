import type { Scene } from '../gallery/scene.ts';
import type { CaptureActions } from '../lib/panel/capture.ts';
import { now, type PanelStateName, panelStates } from '../lib/testing/panel-states.ts';
import { Panel } from './Panel.tsx';

const nothing = async () => undefined;

/** A panel whose buttons lead nowhere. */
const actions: CaptureActions = {
  edit: nothing,
  editField: nothing,
  tick: nothing,
  editCustomField: nothing,
  save: nothing,
  undo: nothing,
  retry: nothing,
  discard: nothing,
  checkAgain: nothing,
  readAgain: nothing,
  showWorkspace: async () => null,
  lookUpElsewhere: async () => ({
    workspaces: [
      { workspaceId: '2', name: 'Workshop South', lookUp: { state: 'known', recordId: 'k2' } },
      {
        workspaceId: '3',
        name: 'Workshop East',
        lookUp: { state: 'unchecked', kind: 'offline', message: '' },
      },
    ],
  }),
  canary: { point: nothing, copy: nothing, stop: nothing, save: nothing },
  outbox: async () => ({
    listHistory: async () => ({ saves: [], total: 0, hasMore: false }),
    exportHistory: async () => undefined,
    clearHistory: async () => undefined,
    listHeld: async () => ({ entries: [], total: 0 }),
    sendHeld: async () => ({ sent: 0, withoutList: 0 }),
    exportHeld: async () => undefined,
    importHeld: async () => ({ added: 0, leftOut: [] }),
  }),
};

const scene = (state: PanelStateName): Scene => ({
  group: 'Panel',
  state,
  page: 'panel',
  show: () => (
    <Panel
      state={panelStates[state]}
      actions={actions}
      now={now}
      onOpenOptions={nothing}
      onOpenPanel={state === 'new' ? nothing : undefined}
    />
  ),
});

const dense: readonly PanelStateName[] = ['new', 'known', 'saved'];

export const scenes: Scene[] = [
  ...(Object.keys(panelStates) as PanelStateName[]).map(scene),
  ...dense.map((state): Scene => ({ ...scene(state), state: `${state}, compact`, density: 'compact' })),
];
