import type { FailureKind } from '../crm.ts';
import { Failure } from '../failure.ts';

export interface GrinfiErrorDetails {
  /** Absent when no answer came. */
  status?: number | undefined;
  /** How long the server, or our own rate limit, asks us to wait; ms. */
  retryAfterMs?: number | undefined;
  /** The server's own words, without the key, at most 500 characters. */
  serverMessage?: string | undefined;
  /** The fields that the server named, as it names them (`lead.first_name`). */
  fields?: readonly string[] | undefined;
  cause?: unknown;
}

/** What went wrong in one request. Holds neither the key nor a body. */
export class GrinfiError extends Failure {
  override readonly name: string = 'GrinfiError';
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly serverMessage: string | undefined;
  readonly fields: readonly string[];

  constructor(kind: FailureKind, message: string, details: GrinfiErrorDetails = {}) {
    super(kind, message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.serverMessage = details.serverMessage;
    this.fields = details.fields ?? [];
  }

  /** The record asked for does not exist. */
  get isNotFound(): boolean {
    return this.status === 404;
  }

  /** The first field that the server named, in our words where we know it. */
  get field(): string | undefined {
    const named = this.fields[0];
    return named === undefined ? undefined : ourFieldName(named);
  }
}

export function isNotFound(error: unknown): error is GrinfiError {
  return error instanceof GrinfiError && error.isNotFound;
}

/** What a call gives; `undefined` where the server has not, or no longer, what it is about. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** None of the records that an action on many is for exists any more. */
export function isNoneFound(error: unknown): error is GrinfiError {
  if (!(error instanceof GrinfiError)) return false;
  return error.isNotFound || /\bfound to apply action\b/i.test(error.serverMessage ?? '');
}

/** The server refused the body. It did no work, so the request may go out again in another form. */
export function isAboutForm(error: unknown): error is GrinfiError {
  return error instanceof GrinfiError && (error.status === 422 || error.status === 400);
}

const ourNames: Readonly<Record<string, string>> = {
  linkedin_id: 'handle',
  linkedin: 'handle',
  ln_id: 'lnId',
  sn_id: 'snId',
  name: 'name',
  first_name: 'firstName',
  last_name: 'lastName',
  company_name: 'companyName',
  email: 'email',
  work_email: 'email',
  personal_email: 'email',
  raw_address: 'location',
  hq_raw_address: 'headquarters',
  employees_range: 'employeesRange',
  list_uuid: 'list',
  list_uuids: 'list',
  pipeline_stage_uuid: 'stage',
  lead_status_uuid: 'stage',
  tag_uuid: 'tags',
  tag_uuids: 'tags',
  note: 'note',
  custom_fields: 'customFields',
};

/** `lead.first_name` and `companies.0.employees_range` as our forms call them. */
function ourFieldName(serverName: string): string {
  const parts = serverName.split('.');
  const known = parts.map((part) => ourNames[part]).findLast((name) => name !== undefined);
  return known ?? parts.at(-1) ?? serverName;
}
