// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../lib/failure.ts';
import type { Import } from '../../lib/messages/workspace.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { now } from '../../lib/testing/panel-states.ts';
import { useStorage } from '../../lib/testing/storage.ts';
import { WorkspaceView } from './WorkspaceView.tsx';

const lists = [
  { id: 'l1', name: 'Warm intros' },
  { id: 'l2', name: 'Fair: 2026' },
];
const done = async () => undefined;
const none = async () => ({ items: [] });

function calls(more: Partial<WorkspaceCalls> = {}): WorkspaceCalls {
  return {
    listSenderProfiles: vi.fn(none),
    switchSenderProfile: vi.fn(done),
    listImports: vi.fn(none),
    removeImport: vi.fn(done),
    importFile: vi.fn(done),
    listMembers: vi.fn(async () => ({ contactIds: ['c1', 'c2'], total: 2 })),
    startExport: vi.fn(async () => 'x1'),
    takeExport: vi.fn(async () => ({ state: 'made' as const, csv: 'name\nAda' })),
    saveFile: vi.fn(),
    listWebhooks: vi.fn(none),
    switchWebhook: vi.fn(done),
    testWebhook: vi.fn(async () => ''),
    listLinkedInBrowsers: vi.fn(none),
    switchLinkedInBrowser: vi.fn(done),
    listMailboxes: vi.fn(none),
    switchMailbox: vi.fn(done),
    ...more,
  };
}

const show = (made: WorkspaceCalls) => render(<WorkspaceView lists={lists} calls={made} now={now} />);
const open = (name: string) => fireEvent.click(screen.getByRole('tab', { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const shown = () => within(screen.getByRole('tabpanel'));

async function expectAccessible(container: Element) {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

beforeEach(() => {
  useStorage();
  useTexts();
});
afterEach(cleanup);

describe('the workspace', () => {
  it('asks for a part when it is opened, and says where there is nothing', async () => {
    const made = calls();
    const { container } = show(made);
    await screen.findByText(/^No sender profiles yet/);
    expect(made.listWebhooks).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByRole('tablist'), { key: 'End' });
    await screen.findByText(/^No mailboxes/);
    open('Webhooks');
    await screen.findByText(/^No webhooks/);
    open('LinkedIn browsers');
    await screen.findByText(/^No LinkedIn browsers/);
    open('Imports');
    await screen.findByText('No imports yet.');
    await expectAccessible(container);
  });

  it('keeps a failure to its part, and tries again', async () => {
    const listWebhooks = vi
      .fn<WorkspaceCalls['listWebhooks']>()
      .mockRejectedValueOnce(new Failure('server', ''))
      .mockResolvedValue({ items: [] });
    show(calls({ listWebhooks }));
    open('Webhooks');
    fireEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Retry' }));
    await screen.findByText(/^No webhooks/);
  });

  it('shows values that it does not know, and offers nothing that Grinfi warns of', async () => {
    const browsers = [
      { id: '1', name: 'New', status: 'hibernating', isLoggedIn: true },
      { id: '2', name: 'Empty', status: 'stopped', isLoggedIn: false },
      { id: '3', name: 'Resting', status: 'stopped', isLoggedIn: true, lastStartAt: 'soon' },
    ];
    const made = calls({ listLinkedInBrowsers: async () => ({ items: browsers }) });
    show(made);
    open('LinkedIn browsers');
    await screen.findByText('Hibernating');
    const names = shown()
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'));
    expect(names.filter(Boolean)).toEqual(['Start: Resting']);
    press('Start: Resting');
    await vi.waitFor(() => expect(made.switchLinkedInBrowser).toHaveBeenCalledExactlyOnceWith('3', true));
  });
});

describe('an import', () => {
  const file = (text: string) => new File([text], 'fair.csv', { type: 'text/csv' });
  const pick = (text: string) =>
    fireEvent.change(screen.getByLabelText('Import a CSV file'), { target: { files: [file(text)] } });

  it('sends the chosen columns alone, and asks for what is missing', async () => {
    const made = calls();
    const { container } = show(made);
    open('Imports');
    pick('First name,Shoe size,Mail\nAda,38,ada@example.com\n');
    await screen.findByRole('combobox', { name: 'Shoe size' });
    expect(screen.getByText('Such as “38”')).toBeTruthy();
    press('Import 1 row');
    expect(made.importFile).not.toHaveBeenCalled();
    expect(screen.getByText('Choose a list.')).toBeTruthy();
    await expectAccessible(container);
    fireEvent.change(screen.getByRole('combobox', { name: 'List' }), { target: { value: 'l1' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Shoe size' }), { target: { value: 'email' } });
    press('Import 1 row');
    expect(screen.getByText('This field is chosen for another column, too.')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Shoe size' }), { target: { value: 'skip' } });
    press('Import 1 row');
    await screen.findByText(/^Grinfi has the file/);
    expect(made.importFile).toHaveBeenCalledExactlyOnceWith({
      name: 'fair.csv',
      csv: 'First name,Mail\nAda,ada@example.com\n',
      object: 'contact',
      columns: [
        { header: 'First name', field: 'first_name' },
        { header: 'Mail', field: 'email' },
      ],
      listId: 'l1',
    });
    expect(made.listImports).toHaveBeenCalledTimes(2);
  });

  it('refuses what is no table, and keeps the choices when Grinfi refuses', async () => {
    const importFile = vi.fn<WorkspaceCalls['importFile']>().mockRejectedValue(new Failure('payment', ''));
    show(calls({ importFile }));
    open('Imports');
    pick('just one line');
    await screen.findByText('This file is no CSV table with a header and rows.');
    pick('Name,"Website\nx');
    await screen.findByText('This file is no CSV table with a header and rows.');
    pick('Name\nFjordlight\n');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Its rows are' }), {
      target: { value: 'company' },
    });
    expect(screen.queryByRole('combobox', { name: 'List' })).toBeNull();
    press('Import 1 row');
    await screen.findByRole('alert');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Name' }).value).toBe('name');
  });

  it('is shown with its progress and errors, and removed after a question', async () => {
    const items: Import[] = [
      { id: 'i1', type: 'csv_leads', status: 'on_the_moon', listId: 'l1', errors: ['No name.'] },
      {
        id: 'i2',
        type: 'sn_leads_search',
        status: 'in_progress',
        errors: [],
        progress: { queued: 60, saved: 40 },
      },
    ];
    const made = calls({ listImports: async () => ({ items }) });
    show(made);
    open('Imports');
    await screen.findByText('On the moon');
    expect(screen.getByText('It said: “No name.”')).toBeTruthy();
    expect(screen.getByText('Saved: 40 · Waiting: 60')).toBeTruthy();
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Progress of the import' });
    expect([bar.value, bar.max]).toEqual([40, 100]);
    press('Remove: CSV file');
    expect(made.removeImport).not.toHaveBeenCalled();
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await vi.waitFor(() => expect(screen.queryByText('On the moon')).toBeNull());
    expect(made.removeImport).toHaveBeenCalledExactlyOnceWith('i1');
  });
});

describe('the export of a list', () => {
  const start = (name = 'l2') => {
    open('Export');
    fireEvent.change(screen.getByRole('combobox', { name: 'List' }), { target: { value: name } });
    press('Export');
  };

  it('collects all contacts, and hands over the file under a name that every system takes', async () => {
    const made = calls({
      listMembers: vi.fn(async (_list, { offset }) =>
        offset === 0 ? { contactIds: ['c1', 'c2'], nextOffset: 2, total: 3 } : { contactIds: ['c2', 'c3'] },
      ),
    });
    show(made);
    start();
    await screen.findByText('Downloaded as Fair 2026.csv. Contacts: 3');
    expect(made.startExport).toHaveBeenCalledExactlyOnceWith(['c1', 'c2', 'c3']);
    expect(made.saveFile).toHaveBeenCalledExactlyOnceWith('Fair 2026.csv', 'name\nAda');
  });

  it('exports nothing of an empty list', async () => {
    const made = calls({ listMembers: async () => ({ contactIds: [] }) });
    show(made);
    start();
    await screen.findByText('There are no contacts in this list.');
    expect(made.startExport).not.toHaveBeenCalled();
  });

  it('says why there is no file', async () => {
    show(calls({ takeExport: async () => ({ state: 'failed' }) }));
    start();
    await screen.findByText(/^Grinfi could not make the file/);
  });

  it('can be given up', async () => {
    const made = calls({ takeExport: async () => ({ state: 'waiting' }) });
    show(made);
    start();
    await screen.findByText(/^Grinfi makes the file/);
    press('Cancel');
    expect(screen.queryByText(/^Grinfi makes the file/)).toBeNull();
    expect(made.saveFile).not.toHaveBeenCalled();
  });
});
