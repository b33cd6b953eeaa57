import * as v from 'valibot';
import type { Mailbox, MailboxError } from '../outreach.ts';
import type { DataSource, ImportProgress, LinkedInBrowser, Webhook } from '../workspace.ts';
import { id, nothing, offset } from './shapes.ts';

/** The workspace itself: who sends, what comes in and goes out. */

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const csv = v.pipe(v.string(), v.maxLength(20_000_000));

export const workspaceInputs = {
  switchSenderProfile: v.object({ senderProfileId: id, isEnabled: v.boolean() }),
  /** All imports, from LinkedIn and from files, with how far they are. */
  listImports: nothing,
  /** Stops an import and forgets it. */
  removeImport: v.object({ importId: id }),
  /** Hands a table over to Grinfi, which saves its rows by and by. */
  importFile: v.object({
    name,
    csv,
    object: v.picklist(['contact', 'company']),
    /** One for each column of the table, in its order. */
    columns: v.pipe(v.array(v.object({ header: name, field: name })), v.minLength(1), v.maxLength(200)),
    listId: v.optional(id),
  }),
  /** A part of the contacts of a list, by id. */
  listMembers: v.object({ listId: id, offset: v.optional(offset) }),
  /** Has a file made of these contacts. */
  startExport: v.object({ contactIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(100_000)) }),
  /** The file, once it is made. */
  takeExport: v.object({ exportId: id }),
  listWebhooks: nothing,
  switchWebhook: v.object({ webhookId: id, isOn: v.boolean() }),
  /** Has Grinfi call the webhook's address with an example. */
  testWebhook: v.object({ webhookId: id }),
  listLinkedInBrowsers: nothing,
  switchLinkedInBrowser: v.object({ browserId: id, isRunning: v.boolean() }),
  /** All mailboxes, and what went wrong with them of late. */
  listMailboxStates: nothing,
  switchMailbox: v.object({ mailboxId: id, isActive: v.boolean() }),
} as const;

export interface WorkspaceOutputs {
  switchSenderProfile: null;
  listImports: { imports: Import[] };
  removeImport: null;
  importFile: null;
  listMembers: { contactIds: string[]; nextOffset?: number | undefined; total?: number | undefined };
  startExport: { exportId: string };
  takeExport: { state: 'waiting' } | { state: 'failed' } | { state: 'made'; csv: string };
  listWebhooks: { webhooks: Webhook[] };
  switchWebhook: null;
  /** What came back from the address. */
  testWebhook: { answer: string };
  listLinkedInBrowsers: { browsers: LinkedInBrowser[] };
  switchLinkedInBrowser: null;
  listMailboxStates: { mailboxes: MailboxState[] };
  switchMailbox: null;
}

export type Import = DataSource & { progress?: ImportProgress | undefined };
/** `errors` newest first; absent where Grinfi did not tell. */
export type MailboxState = Mailbox & { errors?: MailboxError[] | undefined };
