import { Failure } from '../failure.ts';
import type { Email, LinkedInMessage } from '../outreach.ts';
import type { ConversationCalls } from '../panel/conversation-calls.ts';
import { now } from './panel-states.ts';

/** What is written with the contact of `panel-states.ts`, in every state, for tests and pictures of the screen. */

const day = 86_400_000;
const ago = (days: number) => new Date(now - days * day).toISOString();
const nothing = async () => undefined;

const message = (id: string, text: string, days: number, more: Partial<LinkedInMessage> = {}) => ({
  id,
  text,
  senderProfileId: 's1',
  isFromContact: false,
  isUnread: false,
  status: 'done',
  attachmentIds: [],
  at: ago(days),
  ...more,
});

const email = (id: string, subject: string, days: number, more: Partial<Email> = {}): Email => ({
  id,
  subject,
  isFromContact: false,
  isBounced: false,
  status: 'sent',
  fromName: 'Ada Example',
  toName: 'Mara Lindqvist',
  at: ago(days),
  ...more,
});

const full: ConversationCalls = {
  listMessages: async () => ({
    items: [
      message('m7', 'The numbers are attached.', 0.02, { status: 'new', attachmentIds: ['f1', 'f2'] }),
      message('m6', 'And the numbers, please: our board will ask.', 1, {
        isFromContact: true,
        isUnread: true,
      }),
      message('m5', 'Thursday is fine.', 1.1, { isFromContact: true, isUnread: true }),
      message('m4', 'Does Thursday suit you? https://fjordlight.example/pilot', 3),
      message('m3', 'I would like to show you the pilot.', 3.01, { status: 'held_by_pigeon', kind: 'voice' }),
      message('m2', 'Seen at the fair?', 9, { status: 'failed', failReason: 'The account was logged out.' }),
      message('m1', 'Good to meet you.', 400, { kind: 'InMail', subject: 'Calm sales teams' }),
    ],
    nextOffset: 7,
  }),
  markRead: nothing,
  sendMessage: async () => 'sent',
  retryMessage: nothing,
  listEmails: async () => ({
    items: [
      email('e2', 'Re: The pilot', 2, { isFromContact: true, status: 'sync', bodyId: 'b2' }),
      email('e1', 'The pilot', 3, { isBounced: true }),
    ],
  }),
  readEmail: async () => ({
    html: '<p>It would suit us.</p><blockquote>Would May suit you?</blockquote><img src="https://x.example/p.gif">',
    attachmentIds: ['f3'],
  }),
  listMailboxes: async () => ({
    items: [
      {
        id: 'b1',
        address: 'ada@northbay.example',
        senderProfileId: 's1',
        status: 'active',
        lastError: { message: 'The mail server did not answer.', at: ago(1) },
      },
    ],
  }),
  sendEmail: async () => 'sent',
  listTemplates: async () => ({
    items: [
      { id: 'p1', name: 'First hello', kind: 'message', body: 'Hello {{first_name}} of {{company_name}}.' },
    ],
  }),
  renderTemplate: async () => ({
    text: 'A warm hello to Mara of Fjordlight.',
    generated: 'A warm hello to Mara of Fjordlight.',
    merged: 'Hello Mara of Fjordlight.',
    problem: 'The company is uncertain.',
  }),
  keepFile: nothing,
  uploadFile: async (id) => ({ id, name: 'pilot.pdf' }),
  removeFile: nothing,
};

const fails = async () => {
  throw new Failure('server', '');
};
const never = () => new Promise<never>(() => undefined);

export const conversations = {
  full,
  empty: { ...full, listMessages: async () => ({ items: [] }) },
  loading: { ...full, listMessages: never },
  broken: { ...full, listMessages: fails, sendMessage: fails, markRead: fails },
} satisfies Record<string, ConversationCalls>;
