import { browser } from 'wxt/browser';
import type { FailureKind } from '../crm.ts';
import { Failure } from '../failure.ts';
import type { SendOutcome } from '../outreach.ts';

/** What is known of one draft's sending. */
interface Attempts {
  /** When it was first tried, ms since 1970. */
  at: number;
  /** What it said at each try that may have arrived; once it is sent, what was sent. */
  said: string[];
  isSent: boolean;
  /** What the server calls it. */
  sentId?: string | undefined;
}

/** What an earlier try may have left in Grinfi. */
export interface Earlier {
  /** ms since 1970 */
  since: number;
  said: readonly string[];
  /** Ids of what is known to come of other drafts: they say nothing of this one. */
  others: ReadonlySet<string>;
}

export interface Sending {
  draftId: string;
  /** By which it is known again in Grinfi. */
  says: string;
  /** Looks for what an earlier try has left. */
  look: (earlier: Earlier) => Promise<{ id: string; says: string } | undefined>;
  /** @returns the id, where the server says it */
  send: () => Promise<string | undefined>;
}

export interface SendLog {
  /** @throws {Failure} what looking or sending threw, or `storage`; nothing was sent more than once */
  sendOnce: (sending: Sending) => Promise<SendOutcome>;
}

const storageKey = 'sends';
const maxKept = 200;

/** After these the server has done nothing; after any other it may have. */
const certainFailures: ReadonlySet<FailureKind> = new Set(['rejected', 'auth', 'payment', 'busy']);

/**
 * Sends each draft once. A message cannot be called back, so each try is written down before it goes out: when
 * its answer is lost, the worker killed or the screen closed, the next try of the same draft looks in Grinfi
 * first, from whichever screen it comes.
 */
export function createSendLog({ now }: { now: () => number }): SendLog {
  const underWay = new Map<string, { says: string; end: Promise<SendOutcome> }>();

  async function attempt({ draftId, says, look, send }: Sending): Promise<SendOutcome> {
    const all = await load();
    let known = all[draftId];
    if (known && !known.isSent) known = await lookFor(draftId, known, all, look);
    if (known?.isSent) return known.said.includes(says) ? 'sent' : 'sentBefore';
    const trying = {
      at: known?.at ?? now(),
      said: [...new Set([...(known?.said ?? []), says])],
      isSent: false,
    };
    await store(draftId, trying).catch((cause: unknown) => {
      throw new Failure('storage', 'The browser could not store it.', { cause });
    });
    try {
      const sentId = await send();
      // Sent is sent, also where that cannot be kept: the next try would look and find it.
      await store(draftId, { ...trying, said: [says], isSent: true, sentId }).catch(() => undefined);
      return 'sent';
    } catch (error) {
      if (error instanceof Failure && certainFailures.has(error.kind))
        await store(draftId, known).catch(() => undefined);
      throw error;
    }
  }

  return {
    async sendOnce(sending) {
      const { draftId, says } = sending;
      for (;;) {
        const before = underWay.get(draftId);
        if (!before) break;
        if (before.says === says) return before.end;
        // Another screen sends another version of the draft: what becomes of it decides.
        await before.end.catch(() => undefined);
      }
      const end = attempt(sending).finally(() => underWay.delete(draftId));
      underWay.set(draftId, { says, end });
      return end;
    },
  };
}

/** @returns what is known of the draft once Grinfi was looked through */
async function lookFor(
  draftId: string,
  known: Attempts,
  all: Record<string, Attempts>,
  look: Sending['look'],
): Promise<Attempts> {
  const others = new Set(Object.values(all).flatMap(({ sentId }) => sentId ?? []));
  const found = await look({ since: known.at, said: known.said, others });
  if (!found) return known;
  const sent = { at: known.at, said: [found.says], isSent: true, sentId: found.id };
  await store(draftId, sent).catch(() => undefined);
  return sent;
}

async function load(): Promise<Record<string, Attempts>> {
  const stored: unknown = (await browser.storage.local.get(storageKey))[storageKey];
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, Attempts>) : {};
}

/** One after the other, since each reads what the one before has written. */
let last: Promise<void> = Promise.resolve();

function store(draftId: string, attempts: Attempts | undefined): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const { [draftId]: _, ...others } = await load();
      const newest = Object.entries(others).toSorted(([, one], [, other]) => other.at - one.at);
      const kept = newest.slice(0, maxKept - 1);
      if (attempts) kept.unshift([draftId, attempts]);
      await browser.storage.local.set({ [storageKey]: Object.fromEntries(kept) });
    });
  return last;
}
