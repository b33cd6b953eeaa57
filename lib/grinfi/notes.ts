import * as v from 'valibot';
import type { Note, RecordObject } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { unlessGone } from './errors.ts';
import { fromServerObject, toServerObject } from './object-names.ts';
import { isLastPage, pageSize, readPage } from './pages.ts';
import { id, one, optionalText, rows } from './reply.ts';

const path = ['leads', 'api', 'notes'];
const noteSchema = v.pipe(
  v.object({
    uuid: id,
    object: optionalText,
    object_uuid: optionalText,
    note: optionalText,
    created_at: optionalText,
  }),
  v.transform(
    (row): Note => ({
      id: row.uuid,
      object: fromServerObject(row.object),
      recordId: row.object_uuid,
      text: row.note ?? '',
      createdAt: row.created_at,
    }),
  ),
);

export interface NewNote {
  object: RecordObject;
  recordId: string;
  text: string;
}

/**
 * Not safe to repeat: look with `findNotes` first when an earlier answer was lost.
 * @returns `undefined` where the server took the note but did not say its id
 */
export function createNote(
  client: GrinfiClient,
  { object, recordId, text }: NewNote,
  options: CallOptions = {},
): Promise<Note | undefined> {
  const body = { object: toServerObject(object), object_uuid: recordId, note: text };
  return client.post({ ...options, path, body, reply: v.optional(one(noteSchema)) });
}

/**
 * The notes with exactly this text on this record, newest first, among the newest of the whole team: the
 * server has no filter by record. Reads back to `since` (ms since 1970, by the server's clock), at most
 * `pages` of 100.
 */
export async function findNotes(
  client: GrinfiClient,
  wanted: NewNote,
  options: CallOptions & { since?: number | undefined; pages?: number | undefined } = {},
): Promise<Note[]> {
  const { since = 0, pages = 5, ...call } = options;
  const seen = new Map<string, Note>();
  for (let page = 0; page < pages; page += 1) {
    const query = { limit: pageSize, offset: seen.size, order_field: 'created_at', order_type: 'desc' };
    const reply = await client.get({ ...call, path, query, reply: rows(noteSchema) });
    const before = seen.size;
    for (const note of reply.rows) seen.set(note.id, note);
    if (isLastPage(reply) || seen.size === before || reply.rows.some((note) => isOlder(note, since))) break;
  }
  return [...seen.values()].filter((note) => !isOlder(note, since) && isSameNote(note, wanted));
}

/** A record's notes among a part of the team's, newest first. */
export interface NotesFound {
  notes: Note[];
  /** How many notes of the whole team have been looked through, earlier parts included. */
  lookedAt: number;
  /** When the oldest of those was written. */
  since?: string | undefined;
  /** Older ones have not been looked through: go on from `lookedAt`. */
  hasMore: boolean;
}

/**
 * The notes on one record, newest first. The server has no filter by record, so the newest of the whole team
 * are looked through: at most `pages` of 100, from `offset` on.
 *
 * Source: reference, `listNotes`.
 */
export async function listNotesOf(
  client: GrinfiClient,
  { object, recordId }: { object: RecordObject; recordId: string },
  options: CallOptions & { offset?: number | undefined; pages?: number | undefined } = {},
): Promise<NotesFound> {
  const { offset = 0, pages = 5, ...call } = options;
  const seen = new Map<string, Note>();
  let lookedAt = offset;
  let hasMore = true;
  for (let page = 0; page < pages && hasMore; page += 1) {
    const query = { order_field: 'created_at', order_type: 'desc' };
    const found = await readPage(client, { ...call, path, query }, noteSchema, { offset: lookedAt });
    const before = seen.size;
    for (const note of found.items) seen.set(note.id, note);
    // A server that ignores the offset sends the same notes again.
    hasMore = found.nextOffset !== undefined && seen.size > before;
    lookedAt = found.nextOffset ?? lookedAt + found.items.length;
  }
  const all = [...seen.values()];
  const isOurs = (note: Note) => note.recordId === recordId && (note.object ?? object) === object;
  return { notes: all.filter(isOurs), lookedAt, since: all.at(-1)?.createdAt, hasMore };
}

function isOlder({ createdAt }: Note, since: number): boolean {
  return createdAt !== undefined && Date.parse(createdAt) < since;
}

function isSameNote(note: Note, { object, recordId, text }: NewNote): boolean {
  return note.recordId === recordId && (note.object ?? object) === object && isSameText(note.text, text);
}

/** The server may trim, and may write line ends its own way. */
function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}

export async function updateNote(
  client: GrinfiClient,
  noteId: string,
  text: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, noteId], body: { note: text } });
}

/** One that is gone already is no error, so it may be repeated. */
export async function deleteNote(
  client: GrinfiClient,
  noteId: string,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...path, noteId] }));
}
