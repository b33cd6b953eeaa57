import { browser } from 'wxt/browser';
import type { RowLookUp } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { until } from '../grinfi/client.ts';
import { findContact } from '../grinfi/contacts.ts';
import type { Handler } from '../messages.ts';
import { failureOf } from '../send.ts';
import { getWorkspaces } from '../workspaces.ts';
import type { Grinfi } from './grinfi.ts';
import { forgetLookUpsElsewhere } from './look-up-elsewhere.ts';

/** A list is read again and again while somebody scrolls; within this time nobody is asked for twice. */
const freshForMs = 10 * 60_000;
const prefix = 'rowLookUp:';

const keyOf = (workspaceId: string | undefined, pageKey: string) =>
  `${prefix}${workspaceId ?? ''}:${pageKey}`;

interface Kept {
  at: number;
  lookUp: RowLookUp;
}

/**
 * One row of a list: is this person in Grinfi? There is no request for many, so a screen asks row by row and
 * stops when nobody looks any more. Goes after what somebody waits for. "Could not check" is not kept.
 */
export function createLookUpPerson(deps: { grinfi: Grinfi; now: () => number }): Handler<'lookUpPerson'> {
  const { grinfi, now } = deps;
  let isTidy: Promise<void> | undefined;
  return async ({ pageKey, identity }, left) => {
    isTidy ??= forgetOld(now());
    await isTidy;
    // Each workspace has its own answer.
    const workspaceId = (await grinfi.workspaces.active())?.id;
    const key = keyOf(workspaceId, pageKey);
    const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
    if (kept && Math.abs(now() - kept.at) < freshForMs) return kept.lookUp;
    try {
      if (Object.keys(identity).length === 0) throw new Failure('page', failureWords.noLinkedInId);
      const found = await findContact(until(left, grinfi.clientFor(workspaceId)), identity);
      const lookUp: RowLookUp = found ? { state: 'known', recordId: found.id } : { state: 'new' };
      await browser.storage.session.set({ [key]: { at: now(), lookUp } satisfies Kept });
      return lookUp;
    } catch (error) {
      return { state: 'unchecked', ...failureOf(error) };
    }
  };
}

/** After a save, what was found before is no longer true. */
export async function forgetLookUps(pageKeys: readonly string[]): Promise<void> {
  const { activeId } = await getWorkspaces();
  await browser.storage.session.remove(pageKeys.map((pageKey) => keyOf(activeId, pageKey)));
  await forgetLookUpsElsewhere(pageKeys);
}

async function forgetOld(now: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const old = Object.entries(all)
    .filter(([key, kept]) => key.startsWith(prefix) && Math.abs(now - (kept as Kept).at) >= freshForMs)
    .map(([key]) => key);
  if (old.length > 0) await browser.storage.session.remove(old);
}
