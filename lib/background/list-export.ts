import { type GrinfiClient, until } from '../grinfi/client.ts';
import { GrinfiError } from '../grinfi/errors.ts';
import { downloadExport, exportContacts, getExport } from '../grinfi/files.ts';
import { listContactIds } from '../grinfi/many-contacts.ts';
import type { Handler } from '../messages.ts';
import type { FileJob } from '../workspace.ts';
import { allowed, forSome } from './allowed.ts';
import type { Grinfi } from './grinfi.ts';

interface Deps {
  grinfi: Grinfi;
}

/** A list's export names its contacts, as no source tells whether Grinfi can be asked for a list as such. */
export function createListMembers({ grinfi }: Deps): Handler<'listMembers'> {
  return ({ listId, offset }, left) => listContactIds(until(left, grinfi.client), listId, { offset });
}

export function createStartExport({ grinfi }: Deps): Handler<'startExport'> {
  return async ({ contactIds }) => {
    const { id } = await allowed(exportContacts(grinfi.client, contactIds, forSome));
    return { exportId: id };
  };
}

/**
 * Looks whether the file is there. Where Grinfi does not tell how far it is, the file itself is asked for:
 * it is not found until it is made.
 */
export function createTakeExport({ grinfi }: Deps): Handler<'takeExport'> {
  return async ({ exportId }, left) => {
    const client = until(left, grinfi.client);
    const job = await stateOf(client, exportId);
    if (job && isOver(job, 'fail', 'cancel')) return { state: 'failed' };
    if (job && !isOver(job, 'complete', 'finish', 'done')) return { state: 'waiting' };
    try {
      const csv = await downloadExport(client, job ?? { id: exportId }, { ...forSome, retry: false });
      return { state: 'made', csv };
    } catch (error) {
      if (error instanceof GrinfiError && error.isNotFound) return { state: 'waiting' };
      throw error;
    }
  };
}

/** `undefined` where Grinfi does not know the question. */
async function stateOf(client: GrinfiClient, exportId: string): Promise<FileJob | undefined> {
  try {
    return await getExport(client, exportId, forSome);
  } catch (error) {
    if (error instanceof GrinfiError && (error.isNotFound || error.kind === 'malformed')) return undefined;
    throw error;
  }
}

const isOver = ({ status }: FileJob, ...words: string[]) => words.some((word) => status.includes(word));
