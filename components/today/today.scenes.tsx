import type { Scene } from '../../gallery/scene.ts';
import { Failure } from '../../lib/failure.ts';
import type { Task } from '../../lib/outreach.ts';
import type { TodayCalls } from '../../lib/panel/today-calls.ts';
import { now } from '../../lib/testing/panel-states.ts';
import { TodayScreen } from './TodayScreen.tsx';

const after = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  contactId: id,
  senderProfileId: 's1',
  type: 'linkedin_send_message',
  status: 'in_progress',
  isManual: true,
  dueAt: after(-30),
  text: 'Ask how the pilot in the northern terminals went.',
  ...more,
});
const names: Record<string, string> = { t1: 'Mara Lindqvist', t2: 'Konstantina Papadopoulou-Winterbourne' };

const full: TodayCalls = {
  listDueTasks: async () => ({
    items: [
      task('t1'),
      task('t2', { type: 'linkedin_visit_profile', text: 'Look at her talk', dueAt: after(-2) }),
      task('gone', { type: 'email_send_message', dueAt: after(1) }),
    ],
    nextOffset: 25,
  }),
  nameContact: async (id) => (names[id] ? { id, name: names[id], handle: 'some-handle' } : undefined),
  changeTask: async () => undefined,
  listSenderProfiles: async () => ({
    items: [
      { id: 's1', name: 'Ada Example', userId: 'u1' },
      { id: 's2', name: 'Bo Example', userId: 'u2' },
    ],
  }),
};
const states: Record<string, Partial<TodayCalls>> = {
  full: {},
  empty: { listDueTasks: async () => ({ items: [] }) },
  loading: { listDueTasks: () => new Promise<never>(() => undefined) },
  broken: {
    listDueTasks: async () => {
      throw new Failure('server', '');
    },
  },
};

export const scenes: Scene[] = Object.entries(states).map(([state, calls], place) => ({
  group: 'Today',
  state,
  page: 'panel',
  show: () => (
    <div class="panel">
      <main class="panel-main">
        <TodayScreen
          account={{ userId: 'u1', userName: 'Ada Example' }}
          calls={{ ...full, ...calls }}
          // What one scene had is kept for the next opening on the same day.
          now={now + place * 86_400_000 * 30}
          onBack={() => undefined}
        />
      </main>
    </div>
  ),
}));
