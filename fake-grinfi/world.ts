import type { Context, Hono } from 'hono';
import type { Control } from './control.ts';
import type { Maker } from './make.ts';
import type { LeadRow } from './rows.ts';
import type { FakeState, KeyOwner } from './state.ts';

/**
 * Points on which the sources disagree or are silent. Each default is the answer that is harder to live
 * with, so that a client which passes here passes with the kinder one too.
 */
export interface Quirks {
  /** Contacts as the reference shows them, or inside `{lead: {…}}` as other sources report. */
  contactForm: 'bare' | 'wrapped';
  /** Keys around `data` as the reference shows them call by call, or all of them everywhere. */
  envelope: 'documented' | 'full';
  /** Deletions and mass actions take effect at once, or when `control.runJobs()` is called. */
  jobs: 'atOnce' | 'queued';
  /** `PUT` of a contact takes `email`, or drops it and takes `work_email` and `personal_email`. */
  emailOnUpdate: 'dropped' | 'saved';
  /** Where upsert puts `email`. */
  emailOnUpsert: 'work' | 'personal';
  /** Upsert of a known contact with `update_if_exists: false`. */
  knownContact: 'refused' | 'returned';
  /** What `name`, `first_name`, `last_name` and `company_name` do in a contact search. */
  nameFilters: 'ignored' | 'applied';
  /** A second tag of the same name. */
  sameTagName: 'refused' | 'created';
  /** A second company with the same LinkedIn handle or domain. */
  sameCompany: 'created' | 'returned';
  /** Which form of `filter` stages and activities understand. */
  jsonFilter: 'both' | 'json' | 'brackets';
  /**
   * A new task's words are read from `text` and `note`, other keys dropped or (`textOnly`) refused; or from
   * `payload`, next to `automation` and `filter`.
   */
  taskBody: 'text' | 'textOnly' | 'payload';
  /**
   * Mailbox and addressee of an e-mail are read from `from_*` and `to_*`, other keys dropped or
   * (`documentedOnly`) refused; or from `mailbox_uuid` and `to`.
   */
  emailBody: 'documented' | 'documentedOnly' | 'mailbox';
  /** Name, size and type of an uploaded file: as form fields of their own, or as JSON in one. */
  attachmentPayload: 'fields' | 'json';
  /** Whether 429 says how long to wait. */
  retryAfter: boolean;
  /** Columns of contacts and companies that every write leaves as they are, though it is answered with success. */
  dropped: readonly string[];
}

export const defaultQuirks: Quirks = {
  contactForm: 'bare',
  envelope: 'documented',
  jobs: 'atOnce',
  emailOnUpdate: 'dropped',
  emailOnUpsert: 'work',
  knownContact: 'refused',
  nameFilters: 'ignored',
  sameTagName: 'refused',
  sameCompany: 'created',
  jsonFilter: 'both',
  taskBody: 'textOnly',
  emailBody: 'documentedOnly',
  attachmentPayload: 'json',
  retryAfter: false,
  dropped: [],
};

/** What every resource works with. */
export interface World {
  state: FakeState;
  make: Maker;
  control: Control;
  quirks: Quirks;
}

export interface Env {
  Variables: { caller: KeyOwner; body: Record<string, unknown> };
}

/** One file a resource: it adds its calls to the app. Bearer key and body are checked before. */
export type Resource = (app: Hono<Env>, world: World) => void;

/**
 * The checked body. The cast stands on `openapi.yaml`: the server has refused what does not fit the
 * operation's schema before the resource is asked.
 */
export function bodyOf<T>(c: Context<Env>): T {
  return c.get('body') as T;
}

/** Does work now or puts it off, as the quirk says. */
export function runJob(world: World, job: () => void): void {
  if (world.quirks.jobs === 'queued') world.control.jobs.push(job);
  else job();
}

/** A contact as the API shows it. */
export function contactReply(world: World, lead: LeadRow, disableAggregation = false): unknown {
  const { ln_member_id: _hidden, ...shown } = lead;
  if (world.quirks.contactForm === 'bare') return shown;
  // Without the aggregates the wrapper goes, and by one report the identifiers go with it.
  if (disableAggregation) return { ...shown, ln_id: null, sn_id: null, linkedin: null };
  const flows = world.state.enrolments.of(lead.team_id).filter((one) => one.lead_uuid === lead.uuid);
  return { lead: shown, markers: [], flows };
}
