import { createNote, deleteNote, findNotes, updateNote } from '../grinfi/notes.ts';
import type { Handler } from '../messages.ts';
import type { Grinfi } from './grinfi.ts';
import { clockSlackMs, createOnce } from './once.ts';

/** Adds a note. One that an earlier try may have left is looked for first, so that no note is there twice. */
export function createAddNote({ grinfi }: { grinfi: Grinfi }): Handler<'addNote'> {
  const once = createOnce();
  return async ({ triedAt, ...note }) => {
    await once(JSON.stringify(note), async () => {
      const since = triedAt === undefined ? undefined : triedAt - clockSlackMs;
      if (since !== undefined && (await findNotes(grinfi.client, note, { since })).length > 0) return;
      await createNote(grinfi.client, note);
    });
    return null;
  };
}

export function createEditNote({ grinfi }: { grinfi: Grinfi }): Handler<'editNote'> {
  return async ({ noteId, text }) => {
    await updateNote(grinfi.client, noteId, text);
    return null;
  };
}

export function createDeleteNote({ grinfi }: { grinfi: Grinfi }): Handler<'deleteNote'> {
  return async ({ noteId }) => {
    await deleteNote(grinfi.client, noteId);
    return null;
  };
}
