import { useEffect, useRef } from 'preact/hooks';
import type { Scene } from '../../gallery/scene.ts';
import { Failure } from '../../lib/failure.ts';
import type { WorkspaceCalls } from '../../lib/panel/workspace-calls.ts';
import { catalog, now } from '../../lib/testing/panel-states.ts';
import { WorkspaceView } from './WorkspaceView.tsx';

const nothing = async () => undefined;
const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }));

const full: WorkspaceCalls = {
  listSenderProfiles: async () => ({
    items: [
      {
        id: 's1',
        name: 'Ada Example',
        label: 'Nordics',
        status: 'enabled',
        linkedInBrowserId: '1',
        mailboxId: 'm1',
        hasSmartLimits: true,
        heldUntil: ago(-3),
        schedule: { timezone: 'Europe/Oslo', usesContactTimezone: false, hours: week },
      },
      { id: 's2', name: 'Bo Example', status: 'disabled', hasSmartLimits: false },
    ],
  }),
  switchSenderProfile: nothing,
  listImports: async () => ({
    items: [
      {
        id: 'i1',
        type: 'csv_leads',
        status: 'in_progress',
        listId: 'l1',
        createdAt: ago(0),
        errors: [],
        progress: { queued: 1240, saved: 320, duplicates: 12 },
      },
      {
        id: 'i2',
        type: 'sn_leads_search',
        status: 'contacts_limit_achieved',
        createdAt: ago(40),
        errors: ['The plan has room for 5000 contacts.'],
        progress: { queued: 0, saved: 5000, failed: 2 },
      },
      { id: 'i3', type: 'carrier_pigeon', status: 'hovering', errors: [] },
    ],
  }),
  removeImport: nothing,
  importFile: nothing,
  listMembers: async () => ({ contactIds: [] }),
  startExport: async () => '',
  takeExport: async () => ({ state: 'waiting' }),
  saveFile: () => undefined,
  listWebhooks: async () => ({
    items: [
      {
        id: 'w1',
        name: 'Replies to the team channel',
        event: 'contact_replied_linkedin_message',
        method: 'POST',
        url: 'https://hooks.workshop.example/services/a-very-long-address-without-a-place-to-break',
        isOn: true,
      },
    ],
  }),
  switchWebhook: nothing,
  testWebhook: async () => '{"ok":true}',
  listLinkedInBrowsers: async () => ({
    items: [
      { id: '1', name: 'Seat 1', status: 'running', isLoggedIn: true, lastStartAt: ago(1) },
      {
        id: '2',
        name: 'Seat 2',
        status: 'login_issue',
        error: 'LinkedIn asks for a code.',
        isLoggedIn: false,
      },
      { id: '3', name: 'Seat 3', status: 'stopped', isLoggedIn: true },
    ],
  }),
  switchLinkedInBrowser: nothing,
  listMailboxes: async () => ({
    items: [
      {
        id: 'm1',
        address: 'ada@workshop.example',
        senderName: 'Ada Example',
        status: 'active',
        dailyLimit: 120,
        errors: [{ message: 'The mail server did not answer for an hour.', at: ago(2) }],
      },
      { id: 'm2', address: 'bo@workshop.example', status: 'inactive' },
    ],
  }),
  switchMailbox: nothing,
};

const part = (listed: () => Promise<never>): WorkspaceCalls => ({
  ...full,
  listSenderProfiles: listed,
  listImports: listed,
  listWebhooks: listed,
  listLinkedInBrowsers: listed,
  listMailboxes: listed,
});
const none = async () => ({ items: [] });
const kinds: Record<string, WorkspaceCalls> = {
  full,
  empty: {
    ...full,
    listSenderProfiles: none,
    listImports: none,
    listWebhooks: none,
    listLinkedInBrowsers: none,
    listMailboxes: none,
  },
  broken: part(async () => {
    throw new Failure('server', '');
  }),
};

/** With one of its parts opened, as by a click. */
function Opened({ calls, tab }: { calls: WorkspaceCalls; tab: number }) {
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tab]?.click(), [tab]);
  return (
    <main class="options-page">
      <section ref={root} class="block">
        <WorkspaceView lists={catalog.lists} calls={calls} now={now} />
      </section>
    </main>
  );
}

const parts = ['senders', 'imports', 'export', 'webhooks', 'browsers', 'mailboxes'];

export const scenes: Scene[] = parts.flatMap((name, tab) =>
  Object.entries(kinds).map(
    ([kind, calls]): Scene => ({
      group: 'Workspace',
      state: `${name}, ${kind}`,
      page: 'options',
      isPart: true,
      show: () => <Opened calls={calls} tab={tab} />,
    }),
  ),
);
