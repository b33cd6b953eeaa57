// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../lib/failure.ts';
import type { Task } from '../../lib/outreach.ts';
import type { TodayCalls } from '../../lib/panel/today-calls.ts';
import { useTexts } from '../../lib/testing/fake-texts.ts';
import { now } from '../../lib/testing/panel-states.ts';
import { useStorage } from '../../lib/testing/storage.ts';
import { TodayScreen } from './TodayScreen.tsx';

const hour = 3_600_000;
const after = (hours: number) => new Date(now + hours * hour).toISOString();
const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  contactId: `contact-${id}`,
  senderProfileId: 's1',
  type: 'linkedin_send_message',
  status: 'in_progress',
  isManual: true,
  dueAt: after(-30),
  ...more,
});

const senders = [
  { id: 's1', name: 'Ada Example', userId: 'u1' },
  { id: 's2', name: 'Bo Example', userId: 'u2' },
];

function calls(more: Partial<TodayCalls> = {}): TodayCalls {
  return {
    listDueTasks: vi.fn(async () => ({ items: [] })),
    nameContact: vi.fn(async (id) => ({ id, name: `Name of ${id}`, handle: 'some-handle' })),
    changeTask: vi.fn(async () => undefined),
    listSenderProfiles: vi.fn(async () => ({ items: senders })),
    ...more,
  };
}

const account = { userId: 'u1', userName: 'Ada Example' };
const onBack = vi.fn();
const show = (made: TodayCalls) => render(<TodayScreen {...{ account, now, onBack }} calls={made} />);

beforeEach(() => {
  useStorage();
  useTexts();
});
afterEach(cleanup);

describe('today', () => {
  it('lists what is overdue and what comes later, with the people it is about', async () => {
    const made = calls({
      listDueTasks: vi.fn(async () => ({
        items: [task('late', { text: 'Ask about the demo' }), task('soon', { dueAt: after(1) })],
      })),
    });
    const { container } = show(made);
    const name = await screen.findByRole('link', { name: 'Name of contact-late' });
    expect(name.getAttribute('href')).toBe('https://leadgen.grinfi.io/crm/contacts/contact-late');
    const linkedIn = screen.getByRole('link', { name: 'LinkedIn page: Name of contact-late' });
    expect(linkedIn.getAttribute('href')).toBe('https://www.linkedin.com/in/some-handle/');
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Overdue',
      'Later today',
    ]);
    // The user's own, until the end of the day.
    const [until, whose] = vi.mocked(made.listDueTasks).mock.calls[0] ?? [];
    expect(new Date(until ?? '').getTime()).toBe(new Date(now).setHours(23, 59, 59, 999));
    expect(whose).toBe('s1');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('takes a task off the list when it is done', async () => {
    const items = [task('late')];
    const made = calls({
      listDueTasks: async () => ({ items: [...items] }),
      changeTask: vi.fn(async () => void items.pop()),
    });
    show(made);
    const name = 'Mark as done: LinkedIn message, Name of contact-late';
    fireEvent.click(await screen.findByRole('button', { name }));
    await screen.findByText('Nothing is due today.');
    expect(made.changeTask).toHaveBeenCalledExactlyOnceWith('late', 'complete');
  });

  it('shows everybody’s when asked', async () => {
    const made = calls();
    show(made);
    const whose = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Whose tasks' });
    await vi.waitFor(() => expect(whose.value).toBe('s1'));
    fireEvent.change(whose, { target: { value: 'all' } });
    await vi.waitFor(() => expect(vi.mocked(made.listDueTasks).mock.lastCall?.[1]).toBeUndefined());
  });

  it('goes without names that cannot be found', async () => {
    const nameContact = vi.fn<TodayCalls['nameContact']>(async (id) => {
      if (id === 'contact-gone') return undefined;
      throw new Failure('offline', '');
    });
    show(calls({ nameContact, listDueTasks: async () => ({ items: [task('gone'), task('far')] }) }));
    await screen.findByText('A contact that is gone');
    expect((await screen.findByRole('link', { name: 'A contact' })).getAttribute('href')).toMatch(
      /contact-far$/,
    );
    expect(nameContact).toHaveBeenCalledTimes(2);
  });

  it('asks for everybody’s tasks where the senders cannot be loaded', async () => {
    const made = calls({
      listSenderProfiles: async () => {
        throw new Failure('server', '');
      },
      listDueTasks: async () => ({ items: [task('late')] }),
    });
    show(made);
    await screen.findByRole('link', { name: 'Name of contact-late' });
  });

  it('says why there is no list, and tries again', async () => {
    const listDueTasks = vi
      .fn<TodayCalls['listDueTasks']>()
      .mockRejectedValueOnce(new Failure('server', ''))
      .mockResolvedValue({ items: [task('late')] });
    show(calls({ listDueTasks }));
    await screen.findByRole('alert');
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await screen.findByRole('link', { name: 'Name of contact-late' });
  });
});
