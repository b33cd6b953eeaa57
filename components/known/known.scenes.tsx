import { useState } from 'preact/hooks';
import type { Scene } from '../../gallery/scene.ts';
import type { Company, Contact } from '../../lib/crm.ts';
import { Failure } from '../../lib/failure.ts';
import type { Task } from '../../lib/outreach.ts';
import type { KnownCalls } from '../../lib/panel/known-calls.ts';
import { conversations } from '../../lib/testing/conversations.ts';
import { knownCompany, knownContact, now } from '../../lib/testing/panel-states.ts';
import { type RecordTab, RecordTabs } from '../RecordTabs.tsx';

const day = 86_400_000;
const ago = (days: number) => new Date(now - days * day).toISOString();
const nothing = async () => undefined;

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  type: 'linkedin_send_message',
  status: 'in_progress',
  isManual: true,
  senderProfileId: 's1',
  dueAt: ago(1),
  text: 'Ask how the pilot in the northern terminals went.',
  ...more,
});

/** Answers at once, with something of everything. */
export const full: KnownCalls = {
  listActivities: async () => ({
    items: [
      { id: 'a1', type: 'linkedin_message_replied', at: ago(3) },
      { id: 'a2', type: 'linkedin_connection_request_accepted', at: ago(9) },
      { id: 'a3', type: 'something_new_of_the_server', at: ago(12) },
      { id: 'a4', type: 'pipeline_stage_changed', at: ago(40) },
    ],
    nextOffset: 4,
    connectedSince: ago(9),
  }),
  listNotes: async () => ({
    items: [
      { id: 'n1', text: 'Wants a demo after the summer.\nBudget is decided in March.', createdAt: ago(2) },
      { id: 'n2', text: 'Met at the harbour fair.', createdAt: ago(80) },
    ],
    lookedAt: 500,
    since: ago(120),
    nextOffset: 500,
  }),
  addNote: nothing,
  editNote: nothing,
  deleteNote: nothing,
  listTasks: async () => ({
    items: [
      task('t1'),
      task('t2', { dueAt: ago(-2), type: 'email_send_message', note: 'With the price list' }),
      task('t3', { status: 'failed', error: 'The sender is not logged in to LinkedIn.' }),
      task('t4', { status: 'closed', doneAt: ago(4) }),
    ],
  }),
  addTask: nothing,
  changeTask: nothing,
  listSenderProfiles: async () => ({
    items: [
      { id: 's1', name: 'Ada Example', status: 'enabled', userId: 'u1', linkedInBrowserId: '1' },
      { id: 's2', name: 'Bo Example', status: 'disabled', userId: 'u2' },
    ],
  }),
  listEnrolments: async () => ({
    items: [
      { automationId: 'f1', status: 'in_progress', startedAt: ago(5) },
      { automationId: 'f2', status: 'failed', error: 'No mailbox', updatedAt: ago(60) },
    ],
    automations: [
      { id: 'f1', name: 'Warm introduction, three messages', status: 'on' },
      { id: 'f2', name: 'Winter webinar', status: 'off' },
      { id: 'f3', name: 'Customer stories', status: 'on' },
    ],
    cautions: [
      { kind: 'replied', at: ago(3) },
      { kind: 'otherSender', name: 'Bo Example', at: ago(8) },
    ],
  }),
  changeEnrolment: nothing,
  switchAutomation: nothing,
  conversations: async () => conversations.full,
};

const empty: KnownCalls = {
  ...full,
  listActivities: async () => ({ items: [] }),
  listNotes: async () => ({ items: [], lookedAt: 12 }),
  listTasks: async () => ({ items: [] }),
  listEnrolments: async () => ({ items: [], automations: [], cautions: [] }),
  conversations: async () => conversations.empty,
};

const fails = async () => {
  throw new Failure('server', '');
};
const broken: KnownCalls = {
  ...full,
  listActivities: fails,
  listNotes: fails,
  listTasks: fails,
  listEnrolments: fails,
  conversations: async () => conversations.broken,
};

const never = () => new Promise<never>(() => undefined);
const loading: KnownCalls = {
  ...full,
  listActivities: never,
  listNotes: never,
  listTasks: never,
  listEnrolments: never,
  conversations: async () => conversations.loading,
};

interface ShownProps {
  record: Contact | Company;
  calls: KnownCalls;
  open: RecordTab;
}

function Shown({ record, calls, open }: ShownProps) {
  const [tab, setTab] = useState(open);
  const account = { userId: 'u1', userName: 'Ada Example' };
  return (
    <div class="panel">
      <main class="panel-main">
        <RecordTabs id="tabs" {...{ record, account, calls, tab, now }} onTab={setTab} />
      </main>
    </div>
  );
}

const tabs: readonly RecordTab[] = ['activity', 'notes', 'tasks', 'messages', 'automations'];
const kinds = { full, empty, loading, broken };

export const scenes: Scene[] = [
  ...tabs.flatMap((open) =>
    Object.entries(kinds).map(
      ([kind, calls]): Scene => ({
        group: 'Tabs',
        state: `${open}, ${kind}`,
        page: 'panel',
        isPart: true,
        // Each scene asks anew: what one had is kept for the next opening of the same record.
        show: () => <Shown record={{ ...knownContact, id: `${open} ${kind}` }} calls={calls} open={open} />,
      }),
    ),
  ),
  {
    group: 'Tabs',
    state: 'notes, company',
    page: 'panel',
    isPart: true,
    show: () => <Shown record={knownCompany} calls={full} open="notes" />,
  },
];
