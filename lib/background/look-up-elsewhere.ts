import { browser } from 'wxt/browser';
import type { RowLookUp } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { type GrinfiClient, until } from '../grinfi/client.ts';
import { findCompanies } from '../grinfi/companies.ts';
import { findContact } from '../grinfi/contacts.ts';
import type { Handler } from '../messages.ts';
import { pageKeyOf } from '../page-key.ts';
import type { LinkedInRecord } from '../records.ts';
import { failureOf } from '../send.ts';
import { getWorkspaces, nameOf } from '../workspaces.ts';
import type { Grinfi } from './grinfi.ts';
import { identityOf } from './look-up.ts';

/** Nobody waits for it, and a page is opened again and again; within this time it is not asked for twice. */
const freshForMs = { known: 10 * 60_000, new: 2 * 60_000, unchecked: 0 } as const;
const prefix = 'elsewhere:';
const keptKey = (workspaceId: string, pageKey: string) => `${prefix}${workspaceId}:${pageKey}`;

interface Kept {
  at: number;
  lookUp: RowLookUp;
}

/** A teammate may add somebody at any time; taking one away is rarer. */
const isFresh = ({ at, lookUp }: Kept, now: number) => Math.abs(now - at) < freshForMs[lookUp.state];

/**
 * Is this person or company in the user's other workspaces? Goes after what somebody waits for. One that could
 * not be asked says so and is asked again the next time.
 */
export function createLookUpElsewhere(deps: {
  grinfi: Grinfi;
  now: () => number;
}): Handler<'lookUpElsewhere'> {
  const { grinfi, now } = deps;
  let isTidy: Promise<void> | undefined;

  async function lookUpIn(
    workspaceId: string,
    record: LinkedInRecord,
    left: AbortSignal | undefined,
  ): Promise<RowLookUp> {
    const key = keptKey(workspaceId, pageKeyOf(record));
    const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
    if (kept && isFresh(kept, now())) return kept.lookUp;
    try {
      const recordId = await find(until(left, grinfi.clientFor(workspaceId)), record);
      const lookUp: RowLookUp = recordId === undefined ? { state: 'new' } : { state: 'known', recordId };
      await browser.storage.session.set({ [key]: { at: now(), lookUp } satisfies Kept });
      return lookUp;
    } catch (error) {
      return { state: 'unchecked', ...failureOf(error) };
    }
  }

  return async ({ record }, left) => {
    isTidy ??= forgetOld(now());
    await isTidy;
    const { all, activeId } = await grinfi.workspaces.list();
    const others = all.filter(({ id }) => id !== activeId);
    return {
      workspaces: await Promise.all(
        others.map(async (workspace) => ({
          workspaceId: workspace.id,
          name: nameOf(workspace),
          lookUp: await lookUpIn(workspace.id, record, left),
        })),
      ),
    };
  };
}

async function find(client: GrinfiClient, record: LinkedInRecord): Promise<string | undefined> {
  const identity = identityOf(record);
  if (Object.keys(identity).length === 0) throw new Failure('page', failureWords.noLinkedInId);
  if (record.kind === 'person') return (await findContact(client, identity))?.id;
  return (await findCompanies(client, [identity]))[0]?.id;
}

/** After a save, what was found before is no longer true, in whichever workspace it was saved. */
export async function forgetLookUpsElsewhere(
  pageKeys: readonly string[],
  list = getWorkspaces,
): Promise<void> {
  const { all } = await list();
  // With one workspace, there is no other to ask in.
  if (all.length > 1)
    await browser.storage.session.remove(all.flatMap(({ id }) => pageKeys.map((key) => keptKey(id, key))));
}

async function forgetOld(now: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const old = Object.entries(all)
    .filter(([key, kept]) => key.startsWith(prefix) && !isFresh(kept as Kept, now))
    .map(([key]) => key);
  if (old.length > 0) await browser.storage.session.remove(old);
}
