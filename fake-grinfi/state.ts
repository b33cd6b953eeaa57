import type {
  ActivityRow,
  CompanyRow,
  CustomFieldRow,
  CustomFieldValueRow,
  EnrolmentRow,
  FlowRow,
  LeadRow,
  ListRow,
  NoteRow,
  Owned,
  StageRow,
  TagRow,
  TeamRow,
  UserRow,
} from './rows.ts';
import type {
  AttachmentRow,
  ConversationRow,
  EmailBodyRow,
  EmailRow,
  MailboxErrorRow,
  MailboxRow,
  MessageRow,
  SenderRow,
  TaskRow,
  TemplateRow,
} from './rows-outreach.ts';
import type {
  BrowserRow,
  CompanyBlacklistRow,
  DataSourceRow,
  EnrichmentRow,
  FileExportRow,
  FileImportRow,
  LeadBlacklistRow,
  WebhookRow,
} from './rows-workspace.ts';

/** Rows of one kind, in the order in which they came. Every change is told to `changed`. */
export class Table<Row extends Owned> {
  readonly #rows = new Map<string, Row>();
  readonly #changed: () => void;
  /** What of a change is kept. */
  kept: (changes: Partial<Row>) => Partial<Row> = (changes) => changes;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  insert(row: Row): Row {
    this.#rows.set(row.uuid, row);
    this.#changed();
    return row;
  }

  /** Changes the row in place; a row with `updated_at` should be given a new one. */
  update(row: Row, changes: Partial<Row>): Row {
    Object.assign(row, this.kept(changes));
    this.#changed();
    return row;
  }

  remove(uuid: string): void {
    if (this.#rows.delete(uuid)) this.#changed();
  }

  get(teamId: number, uuid: string): Row | undefined {
    const row = this.#rows.get(uuid);
    return row?.team_id === teamId ? row : undefined;
  }

  of(teamId: number): Row[] {
    return this.all().filter((row) => row.team_id === teamId);
  }

  /** Rows of every workspace. */
  all(): Row[] {
    return [...this.#rows.values()];
  }

  get size(): number {
    return this.#rows.size;
  }

  clear(): void {
    this.#rows.clear();
    this.#changed();
  }
}

/** Whose key it is. */
export interface KeyOwner {
  teamId: number;
  userId: number;
}

/** One call on an API path. Never holds the key itself. */
export interface LoggedRequest {
  id: number;
  /** ms since 1970, by the server's clock */
  at: number;
  method: string;
  path: string;
  /** With the leading `?`, or empty. */
  query: string;
  /** Parsed where it is JSON, else the text; absent when there was none. */
  body?: unknown;
  key?: { last4: string; sha256: string };
  /** `pending` while held, delayed or at work. */
  outcome: 'pending' | 'answered' | 'dropped';
  status?: number;
  /** The fault that was played on this call. */
  fault?: string;
  /** True when the caller went away before it was answered. */
  left?: boolean;
  /** True when the API itself handled the call, whatever became of the answer. */
  worked: boolean;
}

/** A request or reply that is not as `openapi.yaml` says. */
export interface Violation {
  requestId: number;
  side: 'request' | 'reply';
  method: string;
  path: string;
  message: string;
}

/** More than any test or demo needs; keeps a server that runs for days from growing. */
const longestLog = 20_000;

/** All that the stand-in holds, in memory. */
export class FakeState {
  /** Grows with every change, so that a watcher can ask "anything new?". */
  version = 0;
  readonly keys = new Map<string, KeyOwner>();
  readonly users = new Map<number, UserRow>();
  readonly teams = new Map<number, TeamRow>();
  readonly log: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly #listeners = new Set<() => void>();
  #lastRequestId = 0;

  readonly changed = (): void => {
    this.version += 1;
    for (const listener of [...this.#listeners]) listener();
  };

  readonly leads = new Table<LeadRow>(this.changed);
  readonly companies = new Table<CompanyRow>(this.changed);
  readonly lists = new Table<ListRow>(this.changed);
  readonly tags = new Table<TagRow>(this.changed);
  readonly stages = new Table<StageRow>(this.changed);
  readonly customFields = new Table<CustomFieldRow>(this.changed);
  readonly customFieldValues = new Table<CustomFieldValueRow>(this.changed);
  readonly notes = new Table<NoteRow>(this.changed);
  readonly activities = new Table<ActivityRow>(this.changed);
  readonly flows = new Table<FlowRow>(this.changed);
  readonly enrolments = new Table<EnrolmentRow>(this.changed);
  readonly senders = new Table<SenderRow>(this.changed);
  readonly tasks = new Table<TaskRow>(this.changed);
  readonly messages = new Table<MessageRow>(this.changed);
  readonly conversations = new Table<ConversationRow>(this.changed);
  readonly attachments = new Table<AttachmentRow>(this.changed);
  readonly emails = new Table<EmailRow>(this.changed);
  readonly emailBodies = new Table<EmailBodyRow>(this.changed);
  readonly mailboxes = new Table<MailboxRow>(this.changed);
  readonly mailboxErrors = new Table<MailboxErrorRow>(this.changed);
  readonly templates = new Table<TemplateRow>(this.changed);
  readonly leadBlacklist = new Table<LeadBlacklistRow>(this.changed);
  readonly companyBlacklist = new Table<CompanyBlacklistRow>(this.changed);
  readonly enrichments = new Table<EnrichmentRow>(this.changed);
  readonly dataSources = new Table<DataSourceRow>(this.changed);
  readonly webhooks = new Table<WebhookRow>(this.changed);
  readonly browsers = new Table<BrowserRow>(this.changed);
  readonly fileImports = new Table<FileImportRow>(this.changed);
  readonly fileExports = new Table<FileExportRow>(this.changed);

  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record(request: Omit<LoggedRequest, 'id' | 'outcome' | 'worked'>): LoggedRequest {
    this.#lastRequestId += 1;
    const entry: LoggedRequest = { ...request, id: this.#lastRequestId, outcome: 'pending', worked: false };
    this.log.push(entry);
    if (this.log.length > longestLog) this.log.shift();
    this.changed();
    return entry;
  }

  clearLog(): void {
    this.log.length = 0;
    this.violations.length = 0;
    this.changed();
  }

  /** Forgets everything but the listeners. */
  clear(): void {
    this.keys.clear();
    this.users.clear();
    this.teams.clear();
    for (const table of Object.values(this.tables())) table.clear();
    this.clearLog();
  }

  tables() {
    return {
      leads: this.leads,
      companies: this.companies,
      lists: this.lists,
      tags: this.tags,
      stages: this.stages,
      customFields: this.customFields,
      customFieldValues: this.customFieldValues,
      notes: this.notes,
      activities: this.activities,
      flows: this.flows,
      enrolments: this.enrolments,
      senders: this.senders,
      tasks: this.tasks,
      messages: this.messages,
      conversations: this.conversations,
      attachments: this.attachments,
      emails: this.emails,
      emailBodies: this.emailBodies,
      mailboxes: this.mailboxes,
      mailboxErrors: this.mailboxErrors,
      templates: this.templates,
      leadBlacklist: this.leadBlacklist,
      companyBlacklist: this.companyBlacklist,
      enrichments: this.enrichments,
      dataSources: this.dataSources,
      webhooks: this.webhooks,
      browsers: this.browsers,
      fileImports: this.fileImports,
      fileExports: this.fileExports,
    };
  }

  /** Everything as plain data; of the keys only the last four characters. */
  toJSON() {
    const rows = Object.entries(this.tables()).map(([name, table]) => [name, table.all()] as const);
    return {
      version: this.version,
      keys: [...this.keys].map(([key, owner]) => ({ last4: key.slice(-4), ...owner })),
      users: [...this.users.values()],
      teams: [...this.teams.values()],
      ...(Object.fromEntries(rows) as Record<keyof ReturnType<FakeState['tables']>, unknown[]>),
      violations: this.violations,
    };
  }
}
