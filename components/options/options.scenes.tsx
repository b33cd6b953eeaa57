import type { Scene } from '../../gallery/scene.ts';
import { failureWords } from '../../lib/failure-words.ts';
import { catalog, now } from '../../lib/testing/panel-states.ts';
import { OptionsPage } from './OptionsPage.tsx';

const nothing = () => undefined;
const later = async () => undefined;
type Props = Parameters<typeof OptionsPage>[0];

const account = {
  userId: 'u1',
  userName: 'Ada Example',
  email: 'ada@workshop.example',
  workspaceName: 'Workshop North',
};
const connected: Partial<Props> = {
  keyState: 'ok',
  account,
  catalog,
  presets: { listId: 'l1', tagIds: ['t1'], contactStageId: 's1' },
};
const anchor: Props['anchors'][number] = {
  page: 'profile',
  layout: 'sdui',
  field: 'location',
  anchor: { tag: 'p', ways: [] },
  hooks: '2026-11-23',
  pointedAt: now,
};

const states: Record<string, Partial<Props>> = {
  'first run': {},
  'checking the key': { check: { step: 'checking' } },
  'key is good': { check: { step: 'good', account } },
  'key is refused': { check: { step: 'bad', kind: 'auth', message: '' } },
  'Grinfi is out of reach': { check: { step: 'bad', kind: 'offline', message: '' } },
  connected,
  'connected, with fields pointed at': { ...connected, anchors: [anchor] },
  'several workspaces': {
    ...connected,
    workspaces: {
      version: 1,
      activeId: '1',
      defaultId: '1',
      all: [
        { id: '1', name: 'Workshop North', keyState: 'ok' },
        { id: '2', name: 'Workshop South', label: 'South', keyState: 'refused' },
      ],
    },
  },
  recipes: {
    ...connected,
    recipes: [
      {
        id: 'r1',
        name: 'Warm intro',
        list: { id: 'l1' },
        tags: [{ id: 't1' }],
        contactStageId: 's1',
        customFields: {},
        note: 'Met {firstName} of {companyName}',
      },
    ],
  },
  'minimum data': { ...connected, minimum: { isOn: true, fields: ['position'] } },
  'keys could not be moved': {
    ...connected,
    keyFault: { kind: 'storage', message: failureWords.keyNotMigrated },
  },
  collecting: { ...connected, isCollecting: true },
  notifying: { ...connected, isNotifying: true },
  'key no longer accepted': { keyState: 'refused', account },
};

export const scenes: Scene[] = Object.entries(states).map(([state, props]) => ({
  group: 'Settings',
  state,
  page: 'options',
  show: () => (
    <OptionsPage
      keyState="none"
      account={undefined}
      check={{ step: 'idle' }}
      apiKeysUrl="https://leadgen.grinfi.io/settings/api-keys"
      catalog={undefined}
      followUpCalls={{
        listSenderProfiles: async () => ({ items: [] }),
        listEnrolments: async () => ({ items: [], automations: [], cautions: [] }),
      }}
      catalogCalls={{
        create: async () => 'l9',
        change: async () => undefined,
        count: async () => ({}),
      }}
      presets={{}}
      workspaces={{ version: 1, all: [] }}
      workspaceActions={{ show: later, rename: later, makeDefault: later, forget: later }}
      keyFault={undefined}
      recipes={[]}
      onRecipes={async () => undefined}
      minimum={{ isOn: false, fields: [] }}
      onMinimum={nothing}
      isCollecting={false}
      density="comfortable"
      onDensity={later}
      isNotifying={false}
      onNotifying={nothing}
      anchors={[]}
      shortcuts={[{ name: 'Open the side panel', keys: 'Alt+Shift+G' }]}
      onCheck={nothing}
      onSave={nothing}
      onForget={nothing}
      onReset={nothing}
      onPresets={nothing}
      onCollecting={nothing}
      onForgetAnchor={nothing}
      onEditShortcuts={nothing}
      {...props}
    />
  ),
}));
