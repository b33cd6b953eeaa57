import * as z from 'zod/mini';
import type { Mailbox, MailboxError } from '../outreach.ts';
import type { DataSource, ImportProgress, LinkedInBrowser, Webhook } from '../workspace.ts';
import { id, nothing, offset } from './shapes.ts';

/** The workspace itself: who sends, what comes in and goes out. */

const name = z.string().check(z.minLength(1), z.maxLength(300));
const csv = z.string().check(z.maxLength(20_000_000));

export const workspaceInputs = {
  switchSenderProfile: z.object({ senderProfileId: id, isEnabled: z.boolean() }),
  /** All imports, from LinkedIn and from files, with how far they are. */
  listImports: nothing,
  /** Stops an import and forgets it. */
  removeImport: z.object({ importId: id }),
  /** Hands a table over to Grinfi, which saves its rows by and by. */
  importFile: z.object({
    name,
    csv,
    object: z.enum(['contact', 'company']),
    /** One for each column of the table, in its order. */
    columns: z.array(z.object({ header: name, field: name })).check(z.minLength(1), z.maxLength(200)),
    listId: z.optional(id),
  }),
  /** A part of the contacts of a list, by id. */
  listMembers: z.object({ listId: id, offset: z.optional(offset) }),
  /** Has a file made of these contacts. */
  startExport: z.object({ contactIds: z.array(id).check(z.minLength(1), z.maxLength(100_000)) }),
  /** The file, once it is made. */
  takeExport: z.object({ exportId: id }),
  listWebhooks: nothing,
  switchWebhook: z.object({ webhookId: id, isOn: z.boolean() }),
  /** Has Grinfi call the webhook's address with an example. */
  testWebhook: z.object({ webhookId: id }),
  listLinkedInBrowsers: nothing,
  switchLinkedInBrowser: z.object({ browserId: id, isRunning: z.boolean() }),
  /** All mailboxes, and what went wrong with them of late. */
  listMailboxStates: nothing,
  switchMailbox: z.object({ mailboxId: id, isActive: z.boolean() }),
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
