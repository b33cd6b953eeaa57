import * as v from 'valibot';
import type { Company, Contact } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { contactSchema } from './contacts.ts';
import { GrinfiError, unlessGone } from './errors.ts';
import { runOnMany } from './mass-action.ts';
import { emptying, id, ids, isObject, one, optionalText, present, rows, usable } from './reply.ts';
import { type CompanyIdentity, matchCompany } from './same-company.ts';
import { handleOf } from './same-person.ts';

export type { CompanyIdentity } from './same-company.ts';

const base = ['leads', 'api', 'companies'];

const serverSchema = v.object({
  uuid: id,
  user_id: optionalText,
  lead_status_uuid: optionalText,
  name: optionalText,
  domain: optionalText,
  website: optionalText,
  ln_id: optionalText,
  linkedin: optionalText,
  phone: optionalText,
  hq_raw_address: optionalText,
  logo_url: optionalText,
  industry: optionalText,
  employees_range: optionalText,
  year_established: optionalText,
  about: optionalText,
  lists: ids,
  tags: ids,
  created_at: optionalText,
  updated_at: optionalText,
});

export const companySchema = v.pipe(serverSchema, v.transform(toCompany));
const companyReply = one(companySchema);

function toCompany(company: v.InferOutput<typeof serverSchema>): Company {
  return {
    id: company.uuid,
    object: 'company',
    fields: present({
      name: company.name,
      handle: company.linkedin && handleOf(company.linkedin),
      // The server has an integer; 0 stands for none.
      companyId: company.ln_id === '0' ? undefined : company.ln_id,
      website: company.website,
      domain: company.domain,
      industry: company.industry,
      employeesRange: company.employees_range,
      headquarters: company.hq_raw_address,
      about: company.about,
      phone: company.phone,
      founded: company.year_established === '0' ? undefined : company.year_established,
      logoUrl: company.logo_url,
    }),
    listIds: company.lists,
    stageId: company.lead_status_uuid,
    tagIds: company.tags,
    ownerId: company.user_id,
    createdAt: company.created_at,
    updatedAt: company.updated_at,
  };
}

/** What create takes. Whatever is absent is not sent. */
export interface NewCompanyFields {
  name?: string | undefined;
  handle?: string | undefined;
  website?: string | undefined;
  domain?: string | undefined;
  industry?: string | undefined;
  /** `51-200` or `10001+` */
  employeesRange?: string | undefined;
  headquarters?: string | undefined;
}

/** What update takes: more than create. */
export interface CompanyFields extends NewCompanyFields {
  /** Digits. */
  companyId?: string | undefined;
  phone?: string | undefined;
  about?: string | undefined;
}

/**
 * Also takes values away: `null` clears what undo found blank before the save. The LinkedIn number cannot be
 * cleared; the server takes nothing but integers there.
 */
export type CompanyChanges = { [K in keyof CompanyFields]: CompanyFields[K] | null } & {
  stageId?: string | undefined;
};

function toNewCompany(fields: { [K in keyof NewCompanyFields]: NewCompanyFields[K] | null }) {
  return present({
    name: fields.name,
    linkedin: fields.handle,
    website: fields.website,
    domain: fields.domain,
    industry: fields.industry,
    employees_range: fields.employeesRange,
    hq_raw_address: fields.headquarters,
  });
}

/**
 * The companies in Grinfi, in the order asked for; `undefined` where it has none. One request for all, each
 * by all of its ids.
 *
 * Source: API notes, sequence (a). Order and misses of the answer are not defined, so its rows are matched
 * here, by LinkedIn id, handle, or domain; never by name. Safe to repeat.
 */
export async function findCompanies(
  client: GrinfiClient,
  wanted: readonly CompanyIdentity[],
  options: CallOptions = {},
): Promise<(Company | undefined)[]> {
  const lookups = wanted.flatMap(lookupsOf);
  if (lookups.length === 0) return wanted.map(() => undefined);
  const found = await lookUpAll(client, lookups, options);
  return wanted.map((identity) => matchCompany(found, identity));
}

/**
 * The company of exactly this name. For one that was just created without a LinkedIn id and whose answer was
 * lost: two companies can share a name.
 */
export async function findCompanyByName(
  client: GrinfiClient,
  name: string,
  options: CallOptions = {},
): Promise<Company | undefined> {
  const wanted = name.trim();
  const found = await lookUpAll(client, [{ name: wanted }], options);
  return found.find(({ fields }) => fields.name?.toLowerCase() === wanted.toLowerCase());
}

async function lookUpAll(client: GrinfiClient, lookups: Record<string, string>[], options: CallOptions) {
  const call = { retry: true, ...options, path: [...base, 'lookup'], body: { lookups } };
  const reply = await unlessGone(client.post({ ...call, reply: rows(companySchema) }));
  return reply?.rows ?? [];
}

/** One entry for each id: whether several in one entry mean "and" or "or" is nowhere said. */
function lookupsOf({ companyId, handle, domain }: CompanyIdentity): Record<string, string>[] {
  const entries = [
    present({ ln_id: companyId }),
    present({ linkedin: handle }),
    present({ website: domain }),
  ];
  return entries.filter((entry) => Object.keys(entry).length > 0);
}

/**
 * Creates companies, without looking for those that are there: look up first. The result has the order of
 * the input; `undefined` where the answer does not name the company.
 *
 * Not safe to repeat without a lookup in between.
 */
export async function createCompanies(
  client: GrinfiClient,
  companies: readonly NewCompanyFields[],
  listIds: readonly string[] = [],
  options: CallOptions = {},
): Promise<(Company | undefined)[]> {
  if (companies.length === 0) return [];
  const lists = listIds.length > 0 ? { list_uuids: [...listIds] } : {};
  const body = { companies: companies.map(toNewCompany), ...lists };
  const reply = v.union([
    rows(companySchema),
    v.pipe(
      companyReply,
      v.transform((row) => ({ rows: [row] })),
    ),
  ]);
  const created = await client.post({ ...options, path: base, body, reply: v.optional(reply) });
  const found = created?.rows ?? [];
  if (companies.length === 1 && found.length === 1) return found;
  return companies.map(
    (fields) => matchCompany(found, fields) ?? found.find(({ fields: row }) => row.name === fields.name),
  );
}

/** @returns `undefined` where there is no such company (any more) */
export async function getCompany(
  client: GrinfiClient,
  companyId: string,
  options: CallOptions = {},
): Promise<Company | undefined> {
  return unlessGone(client.get({ ...options, path: [...base, companyId], reply: companyReply }));
}

/** Overwrites the given fields, and the stage; nothing else. May be repeated. */
export async function updateCompany(
  client: GrinfiClient,
  companyId: string,
  { stageId, ...fields }: CompanyChanges,
  options: CallOptions = {},
): Promise<void> {
  const changes = {
    ...toNewCompany(fields),
    ...present({
      ln_id: integerOf(fields.companyId),
      phone: fields.phone,
      about: fields.about,
      lead_status_uuid: stageId,
    }),
  };
  const body = emptying(changes, new Set());
  if (Object.keys(body).length === 0) return;
  await client.put({ ...options, path: [...base, companyId], body });
}

function integerOf(digits: string | null | undefined): number | undefined {
  const value = Number(digits ?? undefined);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** One that is gone already is no error, so it may be repeated. */
export async function deleteCompany(
  client: GrinfiClient,
  companyId: string,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...base, companyId] }));
}

/** The contacts that Grinfi links to the company, as many as it gives. */
export async function getCompanyPeople(
  client: GrinfiClient,
  companyId: string,
  options: CallOptions = {},
): Promise<Contact[]> {
  const path = [...base, 'leads'];
  const body = { uuids: [companyId] };
  const reply = await client.post({ retry: true, ...options, path, body, reply: v.unknown() });
  return usable(peopleIn(reply, companyId), contactSchema);
}

/** `{<company>: […]}`, also inside `data`. An empty PHP map arrives as `[]`. */
function peopleIn(reply: unknown, companyId: string): unknown[] {
  const map = isObject(reply) && !(companyId in reply) && 'data' in reply ? reply.data : reply;
  if (Array.isArray(map)) return map;
  if (!isObject(map))
    throw new GrinfiError('malformed', "Grinfi's answer has another shape than expected.", { status: 200 });
  const people = map[companyId];
  return Array.isArray(people) ? people : [];
}

type Many = readonly string[];

function massAction(
  client: GrinfiClient,
  type: string,
  companyIds: Many,
  payload: Record<string, unknown>,
  options: CallOptions | undefined,
): Promise<void> {
  return runOnMany(client, { path: [...base, 'mass-action'], type, ids: companyIds, payload }, options);
}

/** One request for each tag and 500 companies. These run as jobs and may be repeated. */
export async function addTagsToCompanies(
  client: GrinfiClient,
  companyIds: Many,
  tagIds: Many,
  options?: CallOptions,
): Promise<void> {
  for (const tagId of new Set(tagIds))
    await massAction(client, 'company_add_tags', companyIds, { tag_uuid: tagId }, options);
}

export async function removeTagsFromCompanies(
  client: GrinfiClient,
  companyIds: Many,
  tagIds: Many,
  options?: CallOptions,
): Promise<void> {
  for (const tagId of new Set(tagIds))
    await massAction(client, 'company_remove_tags', companyIds, { tag_uuid: tagId }, options);
}

/** Takes away every other tag: for companies that have none, or for undo. */
export function replaceTagsOfCompanies(
  client: GrinfiClient,
  companyIds: Many,
  tagIds: Many,
  options?: CallOptions,
): Promise<void> {
  const payload = { tag_uuids: [...new Set(tagIds)] };
  return massAction(client, 'company_replace_tags', companyIds, payload, options);
}

/** The payload is not documented; named as for contacts. For one company, `updateCompany` is. */
export function changeStageOfCompanies(
  client: GrinfiClient,
  companyIds: Many,
  stageId: string,
  options?: CallOptions,
): Promise<void> {
  const payload = { pipeline_stage_uuid: stageId };
  return massAction(client, 'company_change_pipeline_stage', companyIds, payload, options);
}
