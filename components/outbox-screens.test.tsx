// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../lib/failure.ts';
import { failureWords } from '../lib/failure-words.ts';
import type { SentSave } from '../lib/outbox/history.ts';
import { useTexts } from '../lib/testing/fake-texts.ts';
import { catalog, entry, now } from '../lib/testing/panel-states.ts';
import { noWorkspaces } from '../lib/workspaces.ts';
import { HistoryView } from './HistoryView.tsx';
import { OutboxView } from './OutboxView.tsx';

type OutboxProps = Parameters<typeof OutboxView>[0];

const sent = (change: Partial<SentSave> = {}): SentSave => ({
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
  ...change,
});

function calls() {
  return {
    listHistory: vi.fn(async (_query: string, _before?: number) => ({
      saves: [sent()],
      total: 1,
      hasMore: false,
    })),
    exportHistory: vi.fn(async () => undefined),
    clearHistory: vi.fn(async () => undefined),
    listHeld: vi.fn(async () => ({ entries: [entry('waiting', { held: true, id: 'h1' })], total: 1 })),
    sendHeld: vi.fn(async () => ({ sent: 1, withoutList: 2 })),
    exportHeld: vi.fn(async () => undefined),
    importHeld: vi.fn(async (_file: Blob) => ({ added: 3, leftOut: [4, 7] })),
  };
}

function showOutbox(state: Partial<OutboxProps['state']> = {}) {
  const spies = {
    calls: calls(),
    onBack: vi.fn(),
    onOpenHistory: vi.fn(),
    onUndo: vi.fn(),
    onRetry: vi.fn(),
    onDiscard: vi.fn(),
  };
  const press = { step: 'none' as const };
  const all = { outbox: [], heldCount: 0, isCollecting: false, press, workspaces: noWorkspaces, ...state };
  return { ...render(<OutboxView state={all} now={now} {...spies} />), ...spies };
}

function showHistory() {
  const spies = { calls: calls(), onBack: vi.fn() };
  return { ...render(<HistoryView catalog={catalog} now={now} {...spies} />), ...spies };
}

async function objections(container: Element) {
  for (const details of container.querySelectorAll('details')) details.open = true;
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

beforeEach(() => {
  useTexts();
  vi.useFakeTimers({ now, toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the history', () => {
  it('shows what was sent, in the names of Grinfi, with both pages', async () => {
    const { container } = showHistory();
    await screen.findByText('Mara Lindqvist');
    const text = container.textContent;
    for (const words of ['Created', 'First name', 'Mara', 'DACH founders', 'In talks', 'Hot lead, Fair'])
      expect(text).toContain(words);
    const links = screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      'https://www.linkedin.com/in/mara-lindqvist',
      'https://leadgen.grinfi.io/crm/contacts/k1',
    ]);
    expect(await objections(container)).toEqual([]);
  });

  it('says why one was not saved, though it was sent', async () => {
    const view = calls();
    const failed = [{ step: 'write' as const, kind: 'rejected' as const, message: 'No such list.' }];
    view.listHistory.mockResolvedValue({
      saves: [sent({ outcome: 'discarded', failed })],
      total: 1,
      hasMore: false,
    });
    const { container } = render(
      <HistoryView catalog={catalog} calls={view} now={now} onBack={() => undefined} />,
    );
    await screen.findByText('Mara Lindqvist');
    expect(container.textContent).toContain('Failed, discarded');
    expect(container.textContent).toContain('No such list.');
  });

  it('is searched, and shows no late answer to an earlier question', async () => {
    const { calls: asked } = showHistory();
    await screen.findByText('Mara Lindqvist');
    let answerFirst = (_: Awaited<ReturnType<typeof asked.listHistory>>) => {};
    asked.listHistory.mockReturnValueOnce(
      new Promise((resolve) => {
        answerFirst = resolve;
      }),
    );
    asked.listHistory.mockResolvedValueOnce({ saves: [sent({ title: 'Second' })], total: 1, hasMore: false });
    const input = screen.getByRole('searchbox');
    fireEvent.input(input, { target: { value: 'a' } });
    fireEvent.input(input, { target: { value: 'ab' } });
    await screen.findByText('Second');
    answerFirst({ saves: [sent({ title: 'First' })], total: 1, hasMore: false });
    await Promise.resolve();
    expect(screen.queryByText('First')).toBeNull();
    expect(asked.listHistory).toHaveBeenLastCalledWith('ab', undefined);
  });

  it('goes on from the last one shown', async () => {
    const view = calls();
    view.listHistory.mockResolvedValueOnce({ saves: [sent()], total: 2, hasMore: true });
    view.listHistory.mockResolvedValueOnce({
      saves: [sent({ entryId: 'e2', title: 'Older' })],
      total: 2,
      hasMore: false,
    });
    render(<HistoryView catalog={catalog} calls={view} now={now} onBack={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByText('Older');
    expect(view.listHistory).toHaveBeenLastCalledWith('', now - 60_000);
    expect(screen.getByText('Mara Lindqvist')).toBeTruthy();
  });

  it('is cleared only after a second yes', async () => {
    const { calls: asked } = showHistory();
    fireEvent.click(await screen.findByRole('button', { name: 'Clear history' }));
    expect(asked.clearHistory).not.toHaveBeenCalled();
    const dialog = screen.getByRole('alertdialog');
    expect(document.activeElement?.textContent).toBe('Clear history');
    asked.listHistory.mockResolvedValue({ saves: [], total: 0, hasMore: false });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Clear history' }));
    await screen.findByText('Nothing has been sent yet.');
    expect(asked.clearHistory).toHaveBeenCalledOnce();
  });

  it('says what is wrong when it cannot be read', async () => {
    const view = calls();
    view.listHistory.mockRejectedValue(new Failure('storage', failureWords.storageBroken));
    render(<HistoryView catalog={catalog} calls={view} now={now} onBack={() => undefined} />);
    expect((await screen.findByRole('alert')).textContent).toContain('Restart the browser');
  });
});

describe('the outbox', () => {
  it('says of a save that it is saved and still being checked, with its undo', () => {
    const at = Date.now();
    showOutbox({ outbox: [entry('saved', { checking: true, savedAt: at, undoUntil: at + 15_000 })] });
    const row = screen.getByRole('listitem');
    expect(row.textContent).toContain('Saved; still checking that Grinfi shows it');
    expect(within(row).getByRole('button', { name: /Undo/ })).toBeDefined();
  });

  it('names what Grinfi took and does not show, field by field', () => {
    const part = { kind: 'rejected' as const, message: failureWords.notKept };
    const failed = [
      { ...part, step: 'write' as const, field: 'headline' },
      { ...part, step: 'tags' as const },
    ];
    showOutbox({ outbox: [entry('partial', { failed })] });
    const parts = screen.getAllByText(/does not show it/).map((one) => one.textContent);
    const why = 'Grinfi took this, but does not show it. Retry writes it again.';
    expect(parts).toEqual([`Record (Headline) ${why}`, `Tags ${why}`]);
    expect(screen.getByRole('button', { name: /^Retry/ })).toBeDefined();
  });

  it('lets a save be undone for 15 seconds, also one that landed in part', () => {
    const times = { savedAt: now - 5_000, undoUntil: now + 10_000 };
    const { onUndo } = showOutbox({
      outbox: [
        entry('saved', { ...times, id: 's', title: 'Ada' }),
        entry('partial', { ...times, id: 'p', title: 'Bo' }),
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo: Ada' }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo: Bo' }));
    expect(onUndo.mock.calls).toEqual([['s'], ['p']]);
    cleanup();
    showOutbox({ outbox: [entry('saved', { savedAt: now - 60_000, undoUntil: now - 45_000 })] });
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('names the workspace of each save where there are several keys, and none where there is one', () => {
    const north = { id: 'w1', name: 'Workshop North', keyState: 'ok' as const };
    const desk = { id: 'w2', name: 'w2', label: 'Harbour desk', keyState: 'ok' as const };
    const outbox = [entry('waiting', { workspaceId: 'w1' }), entry('saved', { id: 'e2', workspaceId: 'w2' })];
    showOutbox({ outbox, workspaces: { version: 1, all: [north, desk] } });
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      expect.stringContaining('Workshop North'),
      expect.stringContaining('Harbour desk'),
    ]);
    cleanup();
    showOutbox({ outbox, workspaces: { version: 1, all: [north] } });
    expect(screen.queryByText('Workshop North')).toBeNull();
  });

  it('names the workspace of a save that was made for another', () => {
    const failed = [
      { step: 'lookUp' as const, kind: 'internal' as const, message: failureWords.otherWorkspace },
    ];
    const { container } = showOutbox({
      outbox: [entry('parked', { failed, workspaceName: 'Workshop South' })],
    });
    expect(container.textContent).toContain('made for the workspace “Workshop South”');
    expect(screen.getByRole('button', { name: /^Retry/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Discard/ })).toBeTruthy();
  });

  it('says what an undo could not take back', () => {
    const failed = [
      { step: 'customFields' as const, kind: 'rejected' as const, message: failureWords.customFieldsStay },
    ];
    const { container } = showOutbox({ outbox: [entry('parked', { undoRequested: true, failed })] });
    expect(container.textContent).toContain('Not undone');
    expect(container.textContent).toContain('old values of custom fields');
  });

  it('says what went wrong with the last thing asked', () => {
    showOutbox({ press: { step: 'failed', kind: 'storage', message: failureWords.storageFull } });
    expect(screen.getByRole('alert').textContent).toContain('Free some space');
  });
});

describe('what was collected', () => {
  const collecting = { isCollecting: true, heldCount: 1 };

  it('is counted, sent one by one or all together, and told apart from what waits', async () => {
    const {
      onRetry,
      onDiscard,
      calls: asked,
      container,
    } = showOutbox({
      ...collecting,
      outbox: [entry('waiting', { held: true, id: 'h1' })],
    });
    expect(screen.getByText('Collected: 1')).toBeTruthy();
    expect(screen.queryByText('Under way')).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Send: Mara Lindqvist' }));
    expect(onRetry).toHaveBeenCalledWith('h1');
    fireEvent.click(screen.getByRole('button', { name: 'Discard: Mara Lindqvist' }));
    expect(onDiscard).toHaveBeenCalledWith('h1');
    fireEvent.click(screen.getByRole('button', { name: 'Send all' }));
    await screen.findByText('Put in the queue: 1');
    expect(screen.getByText(/Kept, since they have no list: 2/)).toBeTruthy();
    expect(asked.sendHeld).toHaveBeenCalledOnce();
    expect(await objections(container)).toEqual([]);
  });

  it('comes in again from a file, and rows that were left out are named', async () => {
    const { container, calls: asked } = showOutbox(collecting);
    const file = new File(['page'], 'collected.csv', { type: 'text/csv' });
    fireEvent.change(container.querySelector('input[type="file"]') as Element, { target: { files: [file] } });
    await screen.findByText('Added: 3');
    expect(screen.getByText(/rows: 4, 7/)).toBeTruthy();
    expect(asked.importHeld).toHaveBeenCalledWith(file);
  });

  it('says what it is for while there is nothing', () => {
    showOutbox({ isCollecting: true });
    expect(screen.getByText(/Nothing is collected/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send all' })).toBeNull();
  });
});
