import { until } from '../grinfi/client.ts';
import { listNotesOf } from '../grinfi/notes.ts';
import type { Handler } from '../messages.ts';
import type { Grinfi } from './grinfi.ts';

/** The notes on a record among 500 of the team's. */
export function createListNotes({ grinfi }: { grinfi: Grinfi }): Handler<'listNotes'> {
  return ({ object, recordId, offset }, left) =>
    listNotesOf(until(left, grinfi.client), { object, recordId }, { offset });
}
