/**
 * Who writes to a contact, and what is planned or was said, in this project's words. The server's names stop
 * in `lib/grinfi/`. Times are ISO 8601 strings as the server gives them; words such as `status` are open-ended,
 * since the server may add more.
 */

/** A part of a list, and where the next one starts; without `nextOffset` it was the last. */
export interface Page<T> {
  items: T[];
  /** How many there are on all pages, where the server says it. */
  total?: number | undefined;
  nextOffset?: number | undefined;
}

/** A LinkedIn account and mailbox in whose name Grinfi writes. */
export interface SenderProfile {
  id: string;
  name: string;
  label?: string | undefined;
  avatarUrl?: string | undefined;
  /** enabled, disabled */
  status?: string | undefined;
  /** The user who answers for it; compare with `Account.userId`. */
  userId?: string | undefined;
  /** Absent: cannot write on LinkedIn. */
  linkedInBrowserId?: string | undefined;
  /** Absent: cannot send e-mails. */
  mailboxId?: string | undefined;
  /** Grinfi sets the daily limits by itself. */
  hasSmartLimits?: boolean | undefined;
  /** Nothing is sent before this time. */
  heldUntil?: string | undefined;
  schedule?: Schedule | undefined;
}

/** When sending is allowed. */
export interface Schedule {
  /** Such as `Europe/Berlin` */
  timezone: string;
  usesContactTimezone: boolean;
  hours: WorkingHours[];
}

export interface WorkingHours {
  /** 0 is Sunday. */
  weekday: number;
  /** Minutes after midnight. */
  fromMinute: number;
  toMinute: number;
}

/**
 * The kind of a task that stands for a note to oneself. Grinfi's reference names no kind that is a mere
 * reminder; a visit of the profile is the one that sends nothing to the person, whoever carries it out.
 */
export const noteToSelf = 'linkedin_visit_profile';

/** The kinds of task that a user can make here. */
export const newTaskTypes = [
  'linkedin_send_message',
  'linkedin_send_connection_request',
  'email_send_message',
  noteToSelf,
] as const;
export type NewTaskType = (typeof newTaskTypes)[number];

/** What a user can do with a task; `retry` is for one that failed. */
export const taskChanges = ['complete', 'cancel', 'retry'] as const;
export type TaskChange = (typeof taskChanges)[number];

/** Something to be done for a contact: by hand, or by an automation. */
export interface Task {
  id: string;
  contactId?: string | undefined;
  senderProfileId?: string | undefined;
  /** The automation that made it. */
  automationId?: string | undefined;
  /** linkedin_send_message, linkedin_send_connection_request, email_send_message, … */
  type: string;
  /** in_progress, closed (done), canceled, failed, skipped */
  status: string;
  /** Only these can be completed, cancelled and retried by a user. */
  isManual: boolean;
  /** What is to be sent, or a template of it. */
  text?: string | undefined;
  note?: string | undefined;
  /** Why it failed or was skipped, in the server's words. */
  error?: string | undefined;
  dueAt?: string | undefined;
  doneAt?: string | undefined;
  createdAt?: string | undefined;
}

/** Who a contact is, as far as a list needs it. */
export interface NamedContact {
  id: string;
  name?: string | undefined;
  /** On LinkedIn. */
  handle?: string | undefined;
}

/** A sequence of steps that Grinfi takes with contacts by itself; the server calls it a flow. */
export interface Automation {
  id: string;
  name: string;
  /** on, off, draft, archived; only one that is on takes contacts further. */
  status?: string | undefined;
  description?: string | undefined;
  schedule?: Schedule | undefined;
}

/** A contact in an automation, now or earlier. */
export interface Enrolment {
  automationId: string;
  /** in_progress, finished, canceled, failed, …; paused ones can be continued. */
  status: string;
  /** The server's words, where it failed. */
  error?: string | undefined;
  startedAt?: string | undefined;
  updatedAt?: string | undefined;
}

/** Whether the automation will take the contact further, by itself or once it is continued. */
export function isUnderWay({ status }: Pick<Enrolment, 'status'>): boolean {
  return status === 'in_progress' || status === 'new' || status === 'paused';
}

/** How long a reply or message speaks against starting an automation, ms. */
export const inTouchMs = 30 * 86_400_000;

/** What the user should know before a contact goes into an automation. */
export type Caution =
  | { kind: 'blacklisted' }
  | { kind: 'replied'; at: string }
  /** A sender of somebody else's in the workspace has written. */
  | { kind: 'otherSender'; name: string; at: string }
  /** Some of this could not be found out. */
  | { kind: 'unsure' };

/** What speaks against putting one of many into an automation. */
export interface PersonCautions {
  /** As it was asked with. */
  key: string;
  /** The automations that the person is in already. */
  running: string[];
  cautions: Caution[];
}

export interface LinkedInMessage {
  id: string;
  contactId?: string | undefined;
  senderProfileId?: string | undefined;
  conversationId?: string | undefined;
  isFromContact: boolean;
  /** From the contact, and nobody has read it in Grinfi. */
  isUnread: boolean;
  /** message, connection_note, InMail */
  kind?: string | undefined;
  /** new (waits to be sent), in_progress, done, failed */
  status?: string | undefined;
  failReason?: string | undefined;
  /** Of an InMail. */
  subject?: string | undefined;
  text: string;
  attachmentIds: string[];
  /** When it was sent, or made where that is not known. */
  at?: string | undefined;
}

/**
 * What became of a draft that was to be sent. `sent`: Grinfi has it, from this try or from an earlier one ·
 * `sentBefore`: it has what the draft said at an earlier try; what it says now was not sent.
 */
export type SendOutcome = 'sent' | 'sentBefore';

/** A thread on LinkedIn: one contact with one of our LinkedIn accounts. */
export interface Conversation {
  id: string;
  contactId?: string | undefined;
  linkedInAccountId?: string | undefined;
  lastActivityAt?: string | undefined;
}

/** An e-mail without its text, which is read one by one. */
export interface Email {
  id: string;
  contactId?: string | undefined;
  senderProfileId?: string | undefined;
  mailboxId?: string | undefined;
  /** For `getEmailText`. */
  bodyId?: string | undefined;
  automationId?: string | undefined;
  isFromContact: boolean;
  /** sent, sync (found in the mailbox), … */
  status?: string | undefined;
  isBounced: boolean;
  fromName?: string | undefined;
  fromAddress?: string | undefined;
  toName?: string | undefined;
  toAddress?: string | undefined;
  subject?: string | undefined;
  /** When it was sent, or made where that is not known. */
  at?: string | undefined;
}

export interface EmailText {
  /** Written by others: show it as text, or cleaned and in a frame of its own. */
  html: string;
  attachmentIds: string[];
}

export interface Mailbox {
  id: string;
  address: string;
  senderName?: string | undefined;
  senderProfileId?: string | undefined;
  status?: string | undefined;
  provider?: string | undefined;
  /** E-mails a day that automations may send. */
  dailyLimit?: number | undefined;
}

export interface MailboxError {
  mailboxId?: string | undefined;
  /** The server's name for it. */
  kind?: string | undefined;
  message: string;
  at?: string | undefined;
}

/** A mailbox with the newest trouble that it had lately. */
export interface MailboxState extends Mailbox {
  lastError?: MailboxError | undefined;
}

export interface Attachment {
  id: string;
  name: string;
  /** MIME type */
  type?: string | undefined;
  sizeBytes?: number | undefined;
}

export interface AiTemplate {
  id: string;
  name: string;
  /** message, connection_note, email, post_comment */
  kind?: string | undefined;
  subject?: string | undefined;
  /** With `{{first_name}}` and the like. */
  body?: string | undefined;
  /** What a language model is told; absent where none is asked. */
  prompt?: string | undefined;
}

/** A template filled in for one contact and sender. Nothing of it is sent by itself. */
export interface RenderedTemplate {
  /** The best of the texts below; absent where there is none. */
  text?: string | undefined;
  /** By the language model. */
  generated?: string | undefined;
  /** With the facts merged in. */
  merged?: string | undefined;
  fallback?: string | undefined;
  /** What the language model was told. */
  instructions?: string | undefined;
  /** Why the text is not what the template asks for. */
  problem?: string | undefined;
}
