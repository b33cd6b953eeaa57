// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RowLookUp } from '../../lib/crm.ts';
import { Failure } from '../../lib/failure.ts';
import type { Input, Output } from '../../lib/messages.ts';
import type { BatchRow, BatchView } from '../../lib/outbox/batch-view.ts';
import type { CaptureState } from '../../lib/panel/capture/state.ts';
import { type Recipe, setRecipes } from '../../lib/recipes.ts';
import type { PeopleList, PersonRow } from '../../lib/records.ts';
import { setStored } from '../../lib/stored.ts';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { company, panelStates, read } from '../../lib/testing/panel-states.ts';
import { useStorage } from '../../lib/testing/storage.ts';
import { ListScreen } from './ListScreen.tsx';

const worker = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('../../lib/send.ts', async (original) => ({
  ...(await original<typeof import('../../lib/send.ts')>()),
  send: worker.send,
}));

const row = (n: number, name = `Person ${n}`): PersonRow => ({
  anonymous: false,
  fields: {
    handle: read(`person-${n}`),
    fullName: read(name, 'heading'),
    headline: read(n === 1 ? 'Harbour pilot' : 'Engines', 'position'),
  },
});
const hidden: PersonRow = { anonymous: true, fields: { headline: read('Sails', 'position') } };
const listOf = (rows: PersonRow[], more: Partial<PeopleList> = {}): PeopleList => ({
  kind: 'people',
  pageUrl: 'https://www.linkedin.com/search/results/people/',
  layout: 'sdui',
  rows,
  ...more,
});
const names = ['Lindqvist', 'Feld', 'Almada'];
const three = listOf([row(1, 'Mara Lindqvist'), row(2, 'Jonas Feld'), row(3, 'Ines Almada'), hidden]);
const batch = (more: Partial<BatchView>): BatchView => ({
  id: 'b1',
  createdAt: Date.now(),
  total: 12,
  waiting: 0,
  sending: 0,
  written: 0,
  saved: 0,
  failed: 0,
  undoing: 0,
  undone: 0,
  isPaused: false,
  ...more,
});

let found: Record<string, RowLookUp>;
let cautions: Output<'listCautions'>;
let batchRows: BatchRow[];
let saved: Input<'saveMany'>[];

beforeEach(() => {
  useStorage();
  useTexts();
  found = {};
  cautions = { automations: [], found: [], isUnsure: false };
  batchRows = [];
  saved = [];
  worker.send.mockReset().mockImplementation(async (name: string, input: unknown) => {
    if (name === 'lookUpPerson') return found[(input as Input<'lookUpPerson'>).pageKey] ?? { state: 'new' };
    if (name === 'listCautions') return cautions;
    if (name === 'batchRows') return { rows: batchRows };
    if (name === 'saveMany') {
      saved.push(input as Input<'saveMany'>);
      return { batchId: 'b1', added: 1 };
    }
    return null;
  });
});
afterEach(cleanup);

function show(list = three, state: CaptureState = panelStates.list) {
  return render(<ListScreen list={list} state={state} />);
}
const box = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const sentOf = (name: string) => worker.send.mock.calls.filter(([one]) => one === name);

describe('the people on a page', () => {
  it('are shown with their state, each of the three, and nothing that axe objects to', async () => {
    found = {
      'in/person-1': { state: 'known', recordId: 'k1' },
      'in/person-2': { state: 'unchecked', kind: 'server', message: '' },
    };
    const { container } = show();
    await screen.findByText('In Grinfi');
    await screen.findByText('Could not check');
    await screen.findByText('New');
    document.documentElement.lang = 'en';
    document.title = 'Grinfi Capture';
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\$\d|\[object/);
  });

  it('cannot be ticked where LinkedIn hides who it is', async () => {
    show();
    await screen.findByText('LinkedIn member');
    expect(screen.getAllByRole('checkbox', { name: /Person|Lindqvist|Feld|Almada|member/ })).toHaveLength(3);
  });

  it('are looked up on their own 25 at a time, the others on demand', async () => {
    show(listOf(Array.from({ length: 60 }, (_, n) => row(n))));
    const more = await screen.findByRole('button', { name: 'Check all' });
    expect(sentOf('lookUpPerson')).toHaveLength(25);
    fireEvent.click(more);
    await waitFor(() => expect(sentOf('lookUpPerson')).toHaveLength(60));
  });

  it('that nobody could be found on is told, with nothing to tick', () => {
    show({ ...three, rows: [] });
    expect(screen.getByText(/^Nobody was found on this page\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'All' })).toBeNull();
  });

  it('are not asked for any more when Grinfi is out of reach, or when nobody looks', async () => {
    worker.send.mockImplementation(async () => {
      throw new Failure('offline', '');
    });
    const { unmount } = show(listOf(Array.from({ length: 20 }, (_, n) => row(n))));
    await waitFor(() => expect(screen.getAllByText('Could not check').length).toBeGreaterThan(0));
    expect(sentOf('lookUpPerson').length).toBeLessThan(4);
    unmount();
  });

  it('are filtered by words, and ticked by hand, all, none and only the new', async () => {
    found = { 'in/person-2': { state: 'known', recordId: 'k2' } };
    show(listOf(Array.from({ length: 14 }, (_, n) => row(n + 1))));
    await screen.findByText('In Grinfi');
    await waitFor(() => expect(screen.getAllByText('New')).toHaveLength(13));
    fireEvent.click(screen.getByRole('button', { name: 'Only new' }));
    expect(screen.getByRole('button', { name: 'Save 13 people' })).toBeTruthy();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'pilot' } });
    expect(screen.getAllByRole('checkbox', { name: /Person/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'None' }));
    expect(screen.getByRole('button', { name: 'Save 12 people' })).toBeTruthy();
  });

  it('are one stop for the keyboard, with arrows from row to row', async () => {
    show();
    const first = box(/Lindqvist/);
    expect(first.tabIndex).toBe(0);
    expect(box(/Feld/).tabIndex).toBe(-1);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(box(/Feld/));
    fireEvent.keyDown(box(/Feld/), { key: 'End' });
    expect(document.activeElement).toBe(box(/Almada/));
    await waitFor(() => expect(box(/Almada/).tabIndex).toBe(0));
  });

  it('keep their ticks when the popup is closed and opened again', async () => {
    const { unmount } = show();
    fireEvent.click(box(/Feld/));
    await screen.findByRole('button', { name: 'Save 1 person' });
    unmount();
    show();
    await screen.findByRole('button', { name: 'Save 1 person' });
  });

  it('can be a thousand', async () => {
    const { container } = show(listOf(Array.from({ length: 1_000 }, (_, n) => row(n))));
    expect(container.querySelectorAll('.people-row')).toHaveLength(1_000);
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    await screen.findByRole('button', { name: 'Save 1,000 people' });
  });

  it('of a company stand under its card, and it can be saved as well', async () => {
    show({ ...three, company });
    fireEvent.click(within(screen.getByRole('region', { name: 'Company' })).getByRole('button'));
    await waitFor(() => expect(sentOf('saveRecord')).toHaveLength(1));
    expect(sentOf('saveRecord')[0]?.[1]).toMatchObject({
      save: { kind: 'company', pageKey: 'company/fjordlight' },
    });
  });
});

describe('saving', () => {
  it('asks for everybody ticked, with list, tags and stage, in one message', async () => {
    found = { 'in/person-1': { state: 'known', recordId: 'k1' } };
    show();
    await screen.findByText('In Grinfi');
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save 3 people' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const [first, second] = saved[0]?.saves ?? [];
    expect(saved[0]?.saves).toHaveLength(3);
    expect(first).toMatchObject({
      kind: 'person',
      pageKey: 'in/person-1',
      recordId: 'k1',
      fields: { handle: 'person-1', firstName: 'Mara', lastName: 'Lindqvist', headline: 'Harbour pilot' },
      list: { id: 'l1' },
      tags: [{ id: 't1' }, { id: 't2' }],
      stageId: 's1',
      presetsOnlyForNew: true,
    });
    expect(first?.moveToList).toBeUndefined();
    expect(second?.recordId).toBeUndefined();
  });

  it('ends the look-ups of those who are saved: the save finds out by itself who is known', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const others = worker.send.getMockImplementation();
    worker.send.mockImplementation(async (name: string, input: unknown) => {
      if (name === 'lookUpPerson') await asked;
      return others?.(name, input);
    });
    show(listOf(Array.from({ length: 20 }, (_, n) => row(n))));
    await waitFor(() => expect(sentOf('lookUpPerson').length).toBeGreaterThan(0));
    const before = sentOf('lookUpPerson').length;
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save 20 people' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    answer();
    await waitFor(() => expect(screen.getAllByText('New')).toHaveLength(before));
    expect(sentOf('lookUpPerson')).toHaveLength(before);
  });

  it('changes list and stage of known people only where the user says so', async () => {
    show();
    fireEvent.click(box(/Feld/));
    fireEvent.click(box(/Also change list and stage/));
    fireEvent.click(await screen.findByRole('button', { name: 'Save 1 person' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.saves[0]).toMatchObject({ moveToList: true });
    expect(saved[0]?.saves[0]?.presetsOnlyForNew).toBeUndefined();
  });

  it('with a recipe does for each what it says, with their own names', async () => {
    const recipe: Recipe = {
      id: 'r1',
      name: 'Fair',
      list: { id: 'l2' },
      tags: [],
      customFields: {},
      note: 'Met {firstName}',
      task: {
        type: 'linkedin_send_message',
        text: 'Ask {firstName}',
        senderProfileId: 'sender-1',
        senderName: 'Marla Quint',
        inDays: 3,
      },
      automation: { id: 'flow-1', name: 'Warm up' },
    };
    await setRecipes([recipe]);
    show();
    fireEvent.click(box(/Feld/));
    fireEvent.click(box(/Lindqvist/));
    fireEvent.click(await screen.findByRole('button', { name: /Fair/ }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.saves).toMatchObject([
      { list: { id: 'l2' }, note: 'Met Mara', task: { text: 'Ask Mara', inDays: 3 }, enrolIn: 'flow-1' },
      { list: { id: 'l2' }, note: 'Met Jonas', task: { text: 'Ask Jonas' }, enrolIn: 'flow-1' },
    ]);
  });

  it('with an automation says before the press for whom something speaks against it, and leaves them out', async () => {
    await setRecipes([
      { id: 'r1', name: 'Plain', tags: [], customFields: {} },
      { id: 'r2', name: 'Warm', tags: [], customFields: {}, automation: { id: 'flow-1', name: 'Warm up' } },
    ]);
    found = { 'in/person-1': { state: 'known', recordId: 'k1' } };
    cautions = {
      automations: [{ id: 'flow-1', name: 'Warm up' }],
      found: [
        { key: 'in/person-1', running: ['flow-1'], cautions: [] },
        { key: 'in/person-2', running: [], cautions: [{ kind: 'blacklisted' }] },
      ],
      isUnsure: false,
    };
    const { container } = show();
    await screen.findByText('In Grinfi');
    fireEvent.click(screen.getByRole('button', { name: 'All' }));
    const warning = await screen.findByText(/^Something speaks against an automation for 2 people:/);
    expect(warning.textContent).toContain(
      'Mara Lindqvist (Already in “Warm up”) · Jonas Feld (On the blacklist)',
    );
    expect(sentOf('listCautions')).toEqual([
      [
        'listCautions',
        {
          people: [
            { key: 'in/person-1', handle: 'person-1', contactId: 'k1' },
            { key: 'in/person-2', handle: 'person-2' },
            { key: 'in/person-3', handle: 'person-3' },
          ],
        },
        expect.anything(),
      ],
    ]);
    document.documentElement.lang = 'en';
    document.title = 'Grinfi Capture';
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Leave out' }));
    expect([1, 2, 3].map((n) => box(new RegExp(names[n - 1] ?? '')).checked)).toEqual([false, false, true]);
    expect(screen.queryByText(/Something speaks against/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /Warm/ }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.saves).toMatchObject([{ pageKey: 'in/person-3', enrolIn: 'flow-1' }]);
  });

  it('with an automation says what it could not find out', async () => {
    await setRecipes([
      { id: 'r2', name: 'Warm', tags: [], customFields: {}, automation: { id: 'flow-1', name: 'Warm up' } },
    ]);
    cautions = { ...cautions, isUnsure: true };
    show();
    fireEvent.click(box(/Feld/));
    await screen.findByText('Not everything that speaks against it could be checked.');
    cautions = { ...cautions, isUnsure: false };
    fireEvent.click(box(/Almada/));
    await screen.findByText('Whoever is in the automation already stays where they are.');
  });

  it('without a list is not done: the list is named and takes the focus', async () => {
    show(three, { ...panelStates.list, presets: {} });
    fireEvent.click(box(/Feld/));
    fireEvent.click(await screen.findByRole('button', { name: 'Save 1 person' }));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'List' }));
    expect(saved).toEqual([]);
  });

  it('says why it could not be stored', async () => {
    show();
    worker.send.mockRejectedValue(new Failure('storage', ''));
    fireEvent.click(box(/Feld/));
    fireEvent.click(await screen.findByRole('button', { name: 'Save 1 person' }));
    await screen.findByText(/could not store it/);
  });
});

describe('a bulk save under way', () => {
  it('shows its numbers and each row, and is paused, resumed, cancelled and retried', async () => {
    batchRows = [
      { entryId: 'e1', pageKey: 'in/person-1', title: 'Mara Lindqvist', state: 'saved', failed: [] },
      {
        entryId: 'e2',
        pageKey: 'in/person-2',
        title: 'Jonas Feld',
        state: 'partial',
        failed: [{ step: 'tags', kind: 'rejected', message: 'The tag is gone.' }],
      },
    ];
    show();
    await setStored('batches', [batch({ saved: 6, failed: 1, waiting: 5 })]);
    await screen.findByText('7 of 12');
    await screen.findByText(/The tag is gone/);
    expect(screen.getByText('Saved', { selector: '.people-state' })).toBeTruthy();
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
    press('Pause');
    press('Retry failed');
    press('Cancel the rest');
    await setStored('batches', [batch({ saved: 6, failed: 1, waiting: 5, isPaused: true })]);
    await screen.findByText('Paused: 7 of 12');
    press('Resume');
    await waitFor(() =>
      expect(sentOf('changeBatch').map(([, input]) => (input as { change: string }).change)).toEqual([
        'pause',
        'retry',
        'cancel',
        'resume',
      ]),
    );
  });

  it('is summed up at its end, undone within 15 s, and closed', async () => {
    show();
    await setStored('batches', [batch({ total: 12, saved: 12, undoUntil: Date.now() + 15_000 })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo 12' }));
    await waitFor(() => expect(sentOf('changeBatch')).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText('12 saved')).toBeNull();
  });

  it('says no more than that it was taken back, once all of it was', async () => {
    show();
    await setStored('batches', [batch({ total: 12, undone: 12 })]);
    const status = await screen.findByText('12 undone or not sent');
    expect(status.closest('[role="status"]')?.textContent).toBe('12 undone or not sent');
  });
});
