// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Company, Contact } from '../../lib/crm.ts';
import { Failure } from '../../lib/failure.ts';
import { failureWords } from '../../lib/failure-words.ts';
import type { Task } from '../../lib/outreach.ts';
import type { KnownCalls } from '../../lib/panel/known-calls.ts';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { knownCompany, knownContact, now } from '../../lib/testing/panel-states.ts';
import { useStorage } from '../../lib/testing/storage.ts';
import { type RecordTab, RecordTabs } from '../RecordTabs.tsx';

const day = 86_400_000;
const ago = (days: number) => new Date(now - days * day).toISOString();

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  type: 'linkedin_send_message',
  status: 'in_progress',
  isManual: true,
  senderProfileId: 's1',
  dueAt: ago(1),
  ...more,
});

function calls(more: Partial<KnownCalls> = {}): KnownCalls {
  return {
    listActivities: vi.fn(async () => ({ items: [] })),
    listNotes: vi.fn(async () => ({ items: [], lookedAt: 0 })),
    addNote: vi.fn(async () => undefined),
    editNote: vi.fn(async () => undefined),
    deleteNote: vi.fn(async () => undefined),
    listTasks: vi.fn(async () => ({ items: [] })),
    addTask: vi.fn(async () => undefined),
    changeTask: vi.fn(async () => undefined),
    listSenderProfiles: vi.fn(async () => ({
      items: [
        { id: 's1', name: 'Ada Example', status: 'enabled', userId: 'u1', linkedInBrowserId: '1' },
        { id: 's2', name: 'Bo Example', status: 'enabled', userId: 'u2', linkedInBrowserId: '2' },
        { id: 's3', name: 'Gone Example', status: 'disabled', linkedInBrowserId: '3' },
      ],
    })),
    listEnrolments: vi.fn(async () => ({ items: [], automations: [], cautions: [] })),
    changeEnrolment: vi.fn(async () => undefined),
    conversations: async () => Promise.reject(new Error('not of this test')),
    switchAutomation: vi.fn(async () => undefined),
    ...more,
  };
}

function Shown({ record, made }: { record: Contact | Company; made: KnownCalls }) {
  const [tab, setTab] = useState<RecordTab>('overview');
  const account = { userId: 'u1', userName: 'Ada Example' };
  return <RecordTabs id="x" {...{ record, account, tab, now }} calls={made} onTab={setTab} />;
}
const show = (made: KnownCalls, record: Contact | Company = knownContact) =>
  render(<Shown record={record} made={made} />);
const open = (name: RegExp) => fireEvent.click(screen.getByRole('tab', { name }));

async function expectAccessible(container: Element) {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

// The first test would have to wait for the screens to be read in.
beforeAll(async () => void (await import('./known-tabs.ts')));
beforeEach(() => {
  useStorage();
  useTexts();
});
afterEach(cleanup);

describe('the tabs', () => {
  it('have moved into sight before the frame that shows them, so that no click meets a moving row', async () => {
    const at = (left: number, width: number) => ({ left, width }) as DOMRect;
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return this.getAttribute('role') === 'tablist' ? at(0, 300) : at(350, 80);
    });
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    try {
      show(calls());
      const row = screen.getByRole('tablist');
      row.scrollLeft = 0;
      // By itself, not by `act`, which would have waited for what comes after the frame.
      screen.getByRole('tab', { name: 'Automations' }).click();
      await Promise.resolve();
      expect(row.scrollLeft).toBe(240);
    } finally {
      frames.mockRestore();
      vi.mocked(Element.prototype.getBoundingClientRect).mockRestore();
    }
  });

  it('follow the arrow keys, Home and End', async () => {
    show(calls());
    const key = (name: string) => fireEvent.keyDown(screen.getByRole('tablist'), { key: name });
    const front = () => screen.getByRole('tab', { selected: true });
    key('ArrowRight');
    expect(front().textContent).toBe('Activity');
    expect(document.activeElement).toBe(front());
    key('End');
    expect(front().textContent).toBe('Automations');
    key('ArrowRight');
    expect(front().textContent).toBe('Overview');
    key('ArrowLeft');
    key('Home');
    expect(front().textContent).toBe('Overview');
  });

  it('ask for nothing before they are opened, but for the tasks, of which the overdue are counted', async () => {
    const made = calls({
      listTasks: async () => ({ items: [task('t1'), task('t2'), task('t3', { dueAt: ago(-1) })] }),
    });
    show(made);
    expect((await screen.findByRole('tab', { name: /2 overdue/ })).textContent).toContain('Tasks');
    expect(made.listActivities).not.toHaveBeenCalled();
    expect(made.listNotes).not.toHaveBeenCalled();
    expect(made.listSenderProfiles).not.toHaveBeenCalled();
  });

  it('of a company have no tasks', () => {
    const made = calls();
    show(made, knownCompany);
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'Overview',
      'Activity',
      'Notes',
    ]);
    expect(made.listTasks).not.toHaveBeenCalled();
  });
});

describe('the activity tab', () => {
  it('tells what happened in words, and earlier things when asked', async () => {
    const listActivities = vi.fn<KnownCalls['listActivities']>(async (_about, asked) =>
      asked?.offset === undefined
        ? {
            items: [
              { id: 'a1', type: 'linkedin_message_replied', at: ago(3) },
              { id: 'a2', type: 'hologram_sent', at: ago(4) },
            ],
            nextOffset: 2,
            connectedSince: ago(30),
          }
        : {
            items: [
              { id: 'a2', type: 'hologram_sent', at: ago(4) },
              { id: 'a3', type: 'email_sent', at: ago(9) },
            ],
          },
    );
    const { container } = show(calls({ listActivities }));
    open(/Activity/);
    await screen.findByText('Replied');
    expect(screen.getByText('Connected on LinkedIn since Oct 24, 2026')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
    await screen.findByText('E-mail sent');
    const shown = screen.getByRole('tabpanel').querySelectorAll('h2, .timeline bdi');
    expect([...shown].map((each) => each.textContent)).toEqual([
      'Nov 20, 2026 3 days ago',
      'Replied',
      'Nov 19, 2026 4 days ago',
      'Hologram sent',
      'Nov 14, 2026 9 days ago',
      'E-mail sent',
    ]);
    expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
    await expectAccessible(container);
  });

  it('draws a part of ten thousand things that come at once, and more when asked', async () => {
    const items = Array.from({ length: 10_000 }, (_, place) => ({
      id: `a${place}`,
      type: 'email_opened',
      at: new Date(now - place * 60_000).toISOString(),
    }));
    const listActivities = vi.fn<KnownCalls['listActivities']>(async () => ({ items }));
    show(calls({ listActivities }));
    open(/Activity/);
    await screen.findByText('today');
    const drawn = () => screen.getByRole('tabpanel').querySelectorAll('.timeline li').length;
    expect(drawn()).toBe(100);
    fireEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
    await vi.waitFor(() => expect(drawn()).toBe(200));
    expect(listActivities).toHaveBeenCalledOnce();
  });

  it('shows what happened at a time that cannot be read', async () => {
    show(calls({ listActivities: async () => ({ items: [{ type: 'email_opened', at: 'soon' }] }) }));
    open(/Activity/);
    await screen.findByText('Opened an e-mail');
    expect(screen.getByRole('heading', { name: 'Without a date' })).toBeTruthy();
  });

  it('keeps a failure to itself, and tries again', async () => {
    const listActivities = vi
      .fn<KnownCalls['listActivities']>()
      .mockRejectedValueOnce(new Failure('server', ''))
      .mockResolvedValue({ items: [{ id: 'a1', type: 'email_opened', at: ago(1) }] });
    show(calls({ listActivities }));
    open(/Activity/);
    const alert = await screen.findByRole('alert');
    fireEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    await screen.findByText('Opened an e-mail');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('opens with what it showed last, while it asks anew', async () => {
    const item = { id: 'a1', type: 'email_opened', at: ago(1) };
    const first = show(calls({ listActivities: async () => ({ items: [item] }) }));
    open(/Activity/);
    await screen.findByText('Opened an e-mail');
    first.unmount();
    const never = new Promise<never>(() => undefined);
    show(calls({ listActivities: () => never }));
    open(/Activity/);
    await screen.findByText('Opened an e-mail');
  });
});

describe('what a tab asks for', () => {
  it('is given up when the tab is left, when it is asked for anew, and when the panel closes', async () => {
    const asked: AbortSignal[] = [];
    const listActivities: KnownCalls['listActivities'] = (_about, { signal } = {}) => {
      if (signal) asked.push(signal);
      return new Promise(() => undefined);
    };
    const listNotes: KnownCalls['listNotes'] = async (_about, { signal } = {}) => {
      if (signal) asked.push(signal);
      return { items: [], lookedAt: 0 };
    };
    const { unmount } = show(calls({ listActivities, listNotes }));
    const given = () => asked.map(({ aborted }) => aborted);
    open(/Activity/);
    await vi.waitFor(() => expect(given()).toEqual([false]));
    open(/Notes/);
    await vi.waitFor(() => expect(given()).toEqual([true, false]));
    await screen.findByText('No notes yet');
    fireEvent.input(screen.getByRole('textbox', { name: 'New note' }), { target: { value: 'Call' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await vi.waitFor(() => expect(given()).toEqual([true, true, false]));
    unmount();
    await vi.waitFor(() => expect(given()).toEqual([true, true, true]));
  });
});

describe('the notes tab', () => {
  const note = { id: 'n1', text: 'Met in Lisbon', createdAt: ago(2) };
  const withNote = (more: Partial<KnownCalls> = {}) =>
    calls({ listNotes: vi.fn(async () => ({ items: [note], lookedAt: 1 })), ...more });

  it('adds a note once, however often the button is pressed', async () => {
    const made = withNote();
    const { container } = show(made);
    open(/Notes/);
    await screen.findByText('Met in Lisbon');
    const input = screen.getByRole('textbox', { name: 'New note' });
    fireEvent.input(input, { target: { value: 'Call after the fair' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    fireEvent.click(screen.getByRole('button', { name: 'Saving…' }));
    await screen.findByRole('button', { name: 'Add note' });
    expect(made.addNote).toHaveBeenCalledExactlyOnceWith(
      { object: 'contact', recordId: 'k1' },
      'Call after the fair',
      undefined,
    );
    expect((input as HTMLTextAreaElement).value).toBe('');
    expect(made.listNotes).toHaveBeenCalledTimes(2);
    await expectAccessible(container);
  });

  it('keeps the text of a note that did not get through, and tells when it was first tried', async () => {
    const addNote = vi
      .fn<KnownCalls['addNote']>()
      .mockRejectedValueOnce(new Failure('offline', ''))
      .mockResolvedValue(undefined);
    const first = show(withNote({ addNote }));
    open(/Notes/);
    const input = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'New note' });
    fireEvent.input(await input(), { target: { value: 'Call after the fair' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await screen.findByRole('alert');
    first.unmount();
    show(withNote({ addNote }));
    open(/Notes/);
    await vi.waitFor(async () => expect((await input()).value).toBe('Call after the fair'));
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    await vi.waitFor(() => expect(addNote).toHaveBeenCalledTimes(2));
    expect(addNote.mock.lastCall?.[2]).toBeGreaterThan(0);
  });

  it('edits a note, and deletes it after asking', async () => {
    const made = withNote();
    show(made);
    open(/Notes/);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit note' }));
    const input = screen.getByRole('textbox', { name: 'Edit note' });
    expect(document.activeElement).toBe(input);
    fireEvent.input(input, { target: { value: 'Met in Porto' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Met in Porto');
    expect(made.editNote).toHaveBeenCalledExactlyOnceWith('n1', 'Met in Porto');
    fireEvent.click(screen.getByRole('button', { name: 'Delete note' }));
    expect(made.deleteNote).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByText('No notes yet');
    expect(made.deleteNote).toHaveBeenCalledExactlyOnceWith('n1');
  });

  it('says how far back it looked, and looks further', async () => {
    const listNotes = vi.fn<KnownCalls['listNotes']>(async (_about, asked) =>
      asked?.offset === undefined
        ? { items: [], lookedAt: 500, since: ago(90), nextOffset: 500 }
        : { items: [note], lookedAt: 700 },
    );
    show(calls({ listNotes }));
    open(/Notes/);
    await screen.findByText('Looked through the workspace’s newest 500 notes, back to Aug 25, 2026.');
    expect(screen.queryByText('No notes yet')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Look further back' }));
    await screen.findByText('Met in Lisbon');
    expect(screen.queryByText(/Looked through/)).toBeNull();
  });
});

describe('the tasks tab', () => {
  it('shows what is overdue, failed, planned and past, each with what can be done', async () => {
    const made = calls({
      listTasks: vi.fn(async () => ({
        items: [
          task('late', { text: 'Ask about the demo' }),
          task('failed', { status: 'failed', error: 'Out of network.', type: 'email_send_message' }),
          task('next', { dueAt: ago(-2), type: 'linkedin_send_connection_request' }),
          task('auto', { isManual: false, dueAt: ago(2), type: 'linkedin_like_latest_post' }),
          task('odd', { status: 'on_the_moon', type: 'hologram_send' }),
        ],
      })),
    });
    const { container } = show(made);
    open(/Tasks/);
    await screen.findByText('Ask about the demo');
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Overdue',
      'Failed',
      'Planned',
      'Past',
    ]);
    expect(await screen.findAllByText(/Ada Example/)).toHaveLength(5);
    expect(screen.getByText('Hologram send')).toBeTruthy();
    expect(screen.getByText(/On the moon/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Like the latest post/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Mark as done: LinkedIn message' }));
    await vi.waitFor(() => expect(made.listTasks).toHaveBeenCalledTimes(2));
    expect(made.changeTask).toHaveBeenCalledExactlyOnceWith('late', 'complete');
    fireEvent.click(screen.getByRole('button', { name: 'Retry: E-mail' }));
    expect(made.changeTask).toHaveBeenLastCalledWith('failed', 'retry');
    await expectAccessible(container);
  });

  it('plans a task in the user’s own name unless told otherwise', async () => {
    const made = calls();
    const { container } = show(made);
    open(/Tasks/);
    fireEvent.click(await screen.findByRole('button', { name: 'New task' }));
    const sender = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sender' });
    await vi.waitFor(() => expect(sender.value).toBe('s1'));
    expect([...sender.options].map(({ text }) => text)).toEqual(['Ada Example', 'Bo Example']);
    fireEvent.click(screen.getByRole('button', { name: 'Create task' }));
    expect(screen.getByText('Write something first.')).toBeTruthy();
    expect(made.addTask).not.toHaveBeenCalled();
    await expectAccessible(container);
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), {
      target: { value: 'linkedin_send_connection_request' },
    });
    fireEvent.input(screen.getByLabelText('Due'), { target: { value: '2026-12-01T08:30' } });
    fireEvent.input(screen.getByRole('textbox', { name: 'Text' }), { target: { value: 'Hello Mara' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create task' }));
    await screen.findByRole('button', { name: 'New task' });
    expect(made.addTask).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        contactId: 'k1',
        senderProfileId: 's1',
        type: 'linkedin_send_connection_request',
        text: 'Hello Mara',
        dueAt: new Date('2026-12-01T08:30').toISOString(),
      }),
    );
    expect(made.listTasks).toHaveBeenCalledTimes(2);
  });
});

describe('a new task', () => {
  const senders = [
    {
      id: 's1',
      name: 'Ada Example',
      label: 'Nordics',
      userId: 'u1',
      linkedInBrowserId: '1',
      hasSmartLimits: true,
      heldUntil: ago(-2),
      schedule: {
        timezone: 'Europe/Oslo',
        usesContactTimezone: false,
        hours: [{ weekday: 1, fromMinute: 540, toMinute: 1020 }],
      },
    },
  ];

  it('can be a note to self, which goes to Grinfi as a visit and is sent to nobody', async () => {
    const made = calls({ listTasks: vi.fn(async () => ({ items: [] })) });
    const { container } = show(made);
    open(/Tasks/);
    fireEvent.click(await screen.findByRole('button', { name: 'New task' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), {
      target: { value: 'linkedin_visit_profile' },
    });
    await screen.findByText(/Nothing is written to this person/);
    await vi.waitFor(() =>
      expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sender' }).value).toBe('s1'),
    );
    fireEvent.input(screen.getByRole('textbox', { name: 'Note to self' }), {
      target: { value: 'Ask about the fair' },
    });
    await expectAccessible(container);
    fireEvent.click(screen.getByRole('button', { name: 'Create task' }));
    await screen.findByRole('button', { name: 'New task' });
    expect(made.addTask).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        type: 'linkedin_visit_profile',
        text: 'Ask about the fair',
        note: 'Ask about the fair',
      }),
    );
  });

  it('tells whether the sender can send, and when', async () => {
    show(calls({ listSenderProfiles: async () => ({ items: senders }) }));
    open(/Tasks/);
    fireEvent.click(await screen.findByRole('button', { name: 'New task' }));
    await screen.findByText(/^On hold: sends nothing before Nov 25, 2026/);
    expect(screen.getByText(/^Grinfi sets the daily limits · Sends Mon .* \(Europe\/Oslo\)$/)).toBeTruthy();
    expect(screen.getByRole('option', { name: 'Ada Example · Nordics' })).toBeTruthy();
  });
});

describe('the automations tab', () => {
  const automations = [
    { id: 'f1', name: 'First touch', status: 'on' },
    { id: 'f2', name: 'Follow-up', status: 'on' },
    { id: 'f3', name: 'Old newsletter', status: 'archived' },
    { id: 'f4', name: 'Welcome back', status: 'on' },
  ];

  it('shows where the contact is, and stops and continues it there', async () => {
    const made = calls({
      listEnrolments: vi.fn(async () => ({
        items: [
          { automationId: 'f1', status: 'in_progress', startedAt: ago(9) },
          { automationId: 'f2', status: 'paused', startedAt: ago(20) },
          { automationId: 'gone', status: 'beamed_up' },
        ],
        automations,
        cautions: [],
      })),
    });
    const { container } = show(made);
    open(/Automations/);
    await screen.findByText(/Under way/);
    expect(screen.getByText(/Beamed up/)).toBeTruthy();
    expect(screen.getByText('Already in “First touch”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop: First touch' }));
    await vi.waitFor(() => expect(made.listEnrolments).toHaveBeenCalledTimes(2));
    expect(made.changeEnrolment).toHaveBeenCalledExactlyOnceWith({
      change: 'cancel',
      contactId: 'k1',
      automationId: 'f1',
    });
    fireEvent.click(screen.getByRole('button', { name: 'Continue what is paused' }));
    expect(made.changeEnrolment).toHaveBeenLastCalledWith({ change: 'continue', contactId: 'k1' });
    await vi.waitFor(() => expect(made.listEnrolments).toHaveBeenCalledTimes(3));
    fireEvent.click(await screen.findByRole('button', { name: 'Stop all' }));
    expect(made.changeEnrolment).toHaveBeenLastCalledWith({ change: 'cancelAll', contactId: 'k1' });
    await expectAccessible(container);
  });

  it('tells the step of each, from the tasks that it made', async () => {
    const auto = { isManual: false, automationId: 'f1' };
    const made = calls({
      listTasks: async () => ({
        items: [
          task('next', { ...auto, type: 'email_send_message', dueAt: ago(-2) }),
          task('later', { ...auto, type: 'linkedin_like_latest_post', dueAt: ago(-5) }),
          task('done', { ...auto, status: 'closed', doneAt: ago(4) }),
          task('other', { automationId: 'f2', isManual: false, status: 'closed', doneAt: ago(3) }),
        ],
      }),
      listEnrolments: async () => ({
        items: [
          { automationId: 'f1', status: 'in_progress', startedAt: ago(9) },
          { automationId: 'f2', status: 'finished', startedAt: ago(20) },
        ],
        automations,
        cautions: [],
      }),
    });
    show(made);
    open(/Automations/);
    await screen.findByText('Next: E-mail, in 2 days');
    expect(screen.getByText('Last step: LinkedIn message, 3 days ago')).toBeTruthy();
  });

  it('starts and stops automations for everybody, after asking, and says who may not', async () => {
    const switchAutomation = vi
      .fn<KnownCalls['switchAutomation']>()
      .mockRejectedValueOnce(new Failure('rejected', failureWords.notAllowed))
      .mockResolvedValue(undefined);
    const odd = { id: 'f5', name: 'Odd one', status: 'hibernating' };
    const made = calls({
      switchAutomation,
      listEnrolments: vi.fn(async () => ({ items: [], automations: [...automations, odd], cautions: [] })),
    });
    const { container } = show(made);
    open(/Automations/);
    fireEvent.click(await screen.findByText('Switch automations on or off'));
    expect(screen.getByText('Hibernating')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Switch o.*: Old newsletter/ })).toBeNull();
    const stop = () => fireEvent.click(screen.getByRole('button', { name: 'Switch off: First touch' }));
    const sure = () =>
      fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Switch off' }));
    stop();
    expect(switchAutomation).not.toHaveBeenCalled();
    await expectAccessible(container);
    sure();
    await screen.findByText(/^Your role in this Grinfi workspace does not allow this/);
    stop();
    sure();
    await vi.waitFor(() => expect(made.listEnrolments).toHaveBeenCalledTimes(2));
    expect(switchAutomation.mock.calls).toEqual([
      ['f1', false],
      ['f1', false],
    ]);
  });

  it('finds an automation among many by name', async () => {
    const many = Array.from({ length: 300 }, (_, place) => ({
      id: `m${place}`,
      name: `Sequence ${place}`,
      status: 'off',
    }));
    show(calls({ listEnrolments: async () => ({ items: [], automations: many, cautions: [] }) }));
    open(/Automations/);
    fireEvent.click(await screen.findByText('Switch automations on or off'));
    expect(screen.getAllByRole('button', { name: /^Switch on: / })).toHaveLength(20);
    const search = screen.getByRole('searchbox', { name: 'Find an automation' });
    fireEvent.input(search, { target: { value: 'sequence 299' } });
    expect(screen.getAllByRole('button', { name: /^Switch on: / })).toHaveLength(1);
    fireEvent.input(search, { target: { value: 'nothing like it' } });
    expect(screen.getByText('No automation has this name')).toBeTruthy();
  });

  it('warns before the contact goes into one, and offers those that are on', async () => {
    const made = calls({
      listEnrolments: vi.fn(async () => ({
        items: [],
        automations,
        cautions: [
          { kind: 'blacklisted' as const },
          { kind: 'replied' as const, at: ago(3) },
          { kind: 'otherSender' as const, name: 'Bo Example', at: ago(5) },
          { kind: 'unsure' as const },
        ],
      })),
    });
    show(made);
    open(/Automations/);
    await screen.findByText('On the blacklist');
    expect(screen.getByText('Replied 3 days ago')).toBeTruthy();
    expect(screen.getByText('Bo Example wrote 5 days ago')).toBeTruthy();
    expect(screen.getByText(/could be checked/)).toBeTruthy();
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Automation' });
    expect([...choice.options].filter(({ value }) => value).map(({ text }) => text)).toEqual([
      'First touch',
      'Follow-up',
      'Welcome back',
    ]);
    fireEvent.change(choice, { target: { value: 'f2' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add to automation' }));
    expect(made.changeEnrolment).toHaveBeenCalledExactlyOnceWith({
      change: 'enrol',
      contactId: 'k1',
      automationId: 'f2',
    });
    await vi.waitFor(() => expect(made.listEnrolments).toHaveBeenCalledTimes(2));
  });
});
