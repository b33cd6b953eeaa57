import * as v from 'valibot';
import type { RecordObject } from '../crm.ts';
import type { BlacklistEntry } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError, unlessGone } from './errors.ts';
import { listAll } from './pages.ts';
import { id, one, optionalText, present } from './reply.ts';

function pathOf(object: RecordObject): string[] {
  return ['leads', 'api', object === 'contact' ? 'leads-blacklist' : 'companies-blacklist'];
}

const rowSchema = v.object({
  uuid: id,
  name: optionalText,
  company_name: optionalText,
  linkedin: optionalText,
  email: optionalText,
  domain: optionalText,
  created_at: optionalText,
});

function schemaOf(object: RecordObject) {
  return v.pipe(
    rowSchema,
    v.transform(
      (row): BlacklistEntry => ({
        id: row.uuid,
        object,
        name: row.name,
        companyName: row.company_name,
        handle: row.linkedin,
        email: row.email,
        domain: row.domain,
        createdAt: row.created_at,
      }),
    ),
  );
}

/** All entries for contacts, or for companies. */
export function listBlacklist(
  client: GrinfiClient,
  object: RecordObject,
  options: CallOptions = {},
): Promise<BlacklistEntry[]> {
  return listAll(client, { ...options, path: pathOf(object) }, schemaOf(object));
}

export type NewBlacklistEntry =
  | {
      object: 'contact';
      handle?: string | undefined;
      email?: string | undefined;
      name?: string | undefined;
      companyName?: string | undefined;
    }
  | {
      object: 'company';
      handle?: string | undefined;
      domain?: string | undefined;
      name?: string | undefined;
    };

/**
 * Keeps a person or company out from now on. The server takes any one identifier, but a bare name meets
 * namesakes: send the handle where there is one.
 * @throws {GrinfiError} `internal` where nothing names the record
 */
export function addToBlacklist(
  client: GrinfiClient,
  entry: NewBlacklistEntry,
  options: CallOptions = {},
): Promise<BlacklistEntry> {
  const rest =
    entry.object === 'contact'
      ? { email: entry.email, company_name: entry.companyName }
      : { domain: entry.domain };
  const body = present({ linkedin: entry.handle, name: entry.name, ...rest });
  if (Object.keys(body).every((key) => key === 'company_name'))
    return Promise.reject(new GrinfiError('internal', 'Nothing says who belongs on the blacklist.'));
  return client.post({ ...options, path: pathOf(entry.object), body, reply: one(schemaOf(entry.object)) });
}

/** One that is gone already is no error, so it may be repeated. */
export async function removeFromBlacklist(
  client: GrinfiClient,
  { object, id: entryId }: Pick<BlacklistEntry, 'object' | 'id'>,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...pathOf(object), entryId] }));
}

/** The entry that names this record by handle, e-mail or domain; a name alone does not tell. */
export function findBlacklisted(
  entries: readonly BlacklistEntry[],
  record: { handle?: string | undefined; email?: string | undefined; domain?: string | undefined },
): BlacklistEntry | undefined {
  const isSame = (one: string | undefined, other: string | undefined) =>
    one !== undefined && one.toLowerCase() === other?.toLowerCase();
  return entries.find(
    (entry) =>
      isSame(entry.handle, record.handle) ||
      isSame(entry.email, record.email) ||
      isSame(entry.domain, record.domain),
  );
}
