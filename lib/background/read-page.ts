import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { readingSteps, type Usual } from '../linkedin/reading-steps.ts';
import { familyOf, type ScriptName } from '../linkedin/script-names.ts';
import type { TabReading } from '../linkedin/seen.ts';
import { tabReadingSchema } from '../linkedin/tab-reading-schema.ts';
import type { Handler } from '../messages.ts';
import { isLinkedInAddress } from '../panel/follow-tab.ts';
import type { Reading } from '../records.ts';

/** A reader waits up to 5 s for the page; a page that shows a dialog of its own never answers. */
const longestReadMs = 15_000;

/**
 * Injects the readers into the tab and checks what they give. Only LinkedIn's own pages are ever touched.
 *
 * A navigation in between takes a reader away with its page: then it is tried once more, on the new one.
 */
export function createReadPage(deps: { longestReadMs?: number } = {}): Handler<'readPage'> {
  const limitMs = deps.longestReadMs ?? longestReadMs;
  /** Which layouts LinkedIn serves here; forgotten with the worker, which costs one more injection. */
  const usual: Usual = {};
  return async ({ tabId }) => {
    const read = () => withinLimit(readTab(tabId, usual), limitMs);
    try {
      return await read();
    } catch (error) {
      if (!isTornDown(error)) throw asFailure(error);
    }
    return read().catch((error: unknown) => {
      throw asFailure(error);
    });
  };
}

async function readTab(tabId: number, usual: Usual): Promise<Reading> {
  const tab = await browser.tabs.get(tabId);
  const url = linkedInUrl(tab.url);
  if (!url) return { outcome: 'unsupported' };
  if (tab.discarded) throw new Failure('page', failureWords.tabAsleep);
  const steps = readingSteps(url, usual);
  let count = 0;
  let step = steps.next();
  for (; !step.done; count++) step = steps.next(await runScript(tabId, step.value));
  const now = linkedInUrl((await browser.tabs.get(tabId)).url);
  // An in-app move to another kind of page leaves the reader on a page that it knows nothing of, and a move between
  // two scripts would join the pages before and after it.
  const isSame = now && (count > 1 ? now.pathname === url.pathname : familyOf(now) === familyOf(url));
  if (count > 0 && !isSame) throw new NoResult();
  return step.value;
}

async function runScript(tabId: number, script: ScriptName): Promise<TabReading> {
  const files = [`/read-${script}.js` as const];
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, files });
  // The browser gives no reason here: the page went away under the reader, or the reader threw.
  if (frame?.result === undefined || frame.result === null) throw new NoResult();
  const reading = v.safeParse(tabReadingSchema, frame.result);
  if (!reading.success) throw new Failure('page', 'The page gave something that is not a reading.');
  return reading.output;
}

/** The address of a page of LinkedIn; none of other sites. It is absent on tabs that we may not see. */
function linkedInUrl(address: string | undefined): URL | undefined {
  return isLinkedInAddress(address) ? new URL(address) : undefined;
}

/** @throws {Failure} `page` when the work takes longer */
export async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure('page', failureWords.pageSilent)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

class NoResult extends Error {}

/** The browser has no codes for these, only words. */
function isTornDown(error: unknown): boolean {
  if (error instanceof NoResult) return true;
  return /frame .*(removed|not found|ready)|no frame with id|context .*invalidated|document .*(removed|unload)/i.test(
    wordsOf(error),
  );
}

/** What the browser says of a tab that could not be reached, in our words. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const words = wordsOf(error);
  if (/no tab with id|tab was closed|tabs? .*not found/i.test(words))
    return new Failure('page', failureWords.tabClosed, { cause: error });
  if (/cannot (access|be scripted)|cannot access|policy|missing host permission/i.test(words))
    return new Failure('page', failureWords.pageBlocked, { cause: error });
  return new Failure('page', failureWords.pageSilent, { cause: error });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
