// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { catalog } from '../../lib/testing/panel-states.ts';
import { OptionsPage } from './OptionsPage.tsx';

const account = { userId: 'u1', userName: 'Ada Example', workspaceName: 'Workshop North' };
type Props = Parameters<typeof OptionsPage>[0];
const anchor: Props['anchors'][number] = {
  page: 'profile',
  layout: 'sdui',
  field: 'location',
  anchor: { tag: 'p', ways: [] },
  hooks: '2026-11-23',
  pointedAt: Date.parse('2026-11-23T12:00:00Z'),
};

function show(more: Partial<Props> = {}) {
  const spies = {
    onCheck: vi.fn(),
    onSave: vi.fn(),
    onForget: vi.fn(),
    onReset: vi.fn(),
    onPresets: vi.fn(),
    onCollecting: vi.fn(),
    onNotifying: vi.fn(),
    onForgetAnchor: vi.fn(),
    onEditShortcuts: vi.fn(),
  };
  const view = render(
    <OptionsPage
      keyState="none"
      account={undefined}
      check={{ step: 'idle' }}
      workspaces={{ version: 1, all: [] }}
      workspaceActions={{
        show: vi.fn(async () => undefined),
        rename: vi.fn(async () => undefined),
        makeDefault: vi.fn(async () => undefined),
        forget: vi.fn(async () => undefined),
      }}
      keyFault={undefined}
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
      recipes={[]}
      onRecipes={async () => undefined}
      minimum={{ isOn: false, fields: [] }}
      onMinimum={vi.fn()}
      isCollecting={false}
      isNotifying={false}
      anchors={[]}
      density="comfortable"
      onDensity={async () => undefined}
      shortcuts={[{ name: 'Open the side panel', keys: 'Alt+Shift+G' }]}
      {...spies}
      {...more}
    />,
  );
  return { ...view, ...spies };
}

const states: Record<string, Partial<Props>> = {
  'first run': {},
  'a good key': { check: { step: 'good', account } },
  'a bad key': { check: { step: 'bad', kind: 'auth', message: '' } },
  connected: { keyState: 'ok', account, catalog },
  'fields pointed at': { keyState: 'ok', account, catalog, anchors: [anchor] },
  'several workspaces': {
    keyState: 'ok',
    account,
    catalog,
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
  refused: { keyState: 'refused', account, catalog },
};

beforeEach(() => {
  useTexts();
  document.documentElement.lang = 'en';
  document.title = 'Settings';
});
afterEach(cleanup);

describe('options page', () => {
  it.each(Object.keys(states))('with %s has nothing that axe objects to', async (name) => {
    const { container } = show(states[name]);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  });

  it('checks the key that was pasted, without blanks around it', () => {
    const { onCheck } = show();
    fireEvent.input(screen.getByLabelText('Your API key'), { target: { value: ' secret ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Check key' }));
    expect(onCheck).toHaveBeenCalledWith('secret');
  });

  it('says whose workspace it is, and keeps the key for as long as the user says', () => {
    const { onSave } = show({ check: { step: 'good', account } });
    expect(screen.getByText('Workshop North')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('Your API key'), { target: { value: 'secret' } });
    fireEvent.click(screen.getByRole('radio', { name: 'until the browser closes' }));
    fireEvent.click(screen.getByRole('button', { name: 'Use this key' }));
    expect(onSave).toHaveBeenCalledWith('secret', 'session');
  });

  it('forgets the key only after a second yes', () => {
    const { onForget } = show({ keyState: 'ok', account });
    fireEvent.click(screen.getByRole('button', { name: 'Forget key' }));
    expect(onForget).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget key' }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget key' }));
    expect(onForget).toHaveBeenCalledTimes(1);
  });

  it('keeps default tags by id', () => {
    const { onPresets } = show({ keyState: 'ok', account, catalog, presets: { listId: 'l1' } });
    const input = screen.getByRole('combobox', { name: 'Tags' });
    fireEvent.input(input, { target: { value: 'hot' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(onPresets).toHaveBeenCalledWith({ listId: 'l1', tagIds: ['t1'] });
  });
});

describe('fields that the user has pointed at', () => {
  it('can be forgotten one by one', () => {
    const { onForgetAnchor } = show({ anchors: [anchor, { ...anchor, page: 'company', field: 'industry' }] });
    fireEvent.click(screen.getByRole('button', { name: /^Forget where it stands: Industry/ }));
    expect(onForgetAnchor).toHaveBeenCalledExactlyOnceWith({ ...anchor, page: 'company', field: 'industry' });
  });

  it('are not spoken of while there are none', () => {
    show();
    expect(screen.queryByText('Fields you pointed at')).toBeNull();
  });
});
