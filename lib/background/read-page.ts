import { browser } from 'wxt/browser';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { type ReaderFile, readerFileFor } from '../linkedin/reader-file.ts';
import type { Handler } from '../messages.ts';
import { type Reading, readingSchema } from '../records.ts';

/** The reader waits up to 5 s for the page; a page that shows a dialog of its own never answers. */
const longestReadMs = 15_000;

/**
 * Injects the reader into the tab and checks what it gives. Only LinkedIn's own pages are ever touched.
 *
 * A navigation in between takes the reader away with its page: then it is tried once more, on the new one.
 */
export function createReadPage(deps: { longestReadMs?: number } = {}): Handler<'readPage'> {
  const limitMs = deps.longestReadMs ?? longestReadMs;
  return async ({ tabId }) => {
    try {
      return await readTab(tabId, limitMs);
    } catch (error) {
      if (!isTornDown(error)) throw asFailure(error);
    }
    return readTab(tabId, limitMs).catch((error: unknown) => {
      throw asFailure(error);
    });
  };
}

async function readTab(tabId: number, limitMs: number): Promise<Reading> {
  const tab = await browser.tabs.get(tabId);
  const file = fileFor(tab.url);
  if (!file) return { outcome: 'unsupported' };
  if (tab.discarded) throw new Failure('page', failureWords.tabAsleep);
  const injected = browser.scripting.executeScript({ target: { tabId }, files: [file] });
  const [frame] = await withinLimit(injected, limitMs);
  // The browser gives no reason here: the page went away under the reader, or the reader threw.
  if (frame?.result === undefined || frame.result === null) throw new NoResult();
  // An in-app move to another kind of page leaves the reader on a page that it knows nothing of.
  if (fileFor((await browser.tabs.get(tabId)).url) !== file) throw new NoResult();
  const reading = readingSchema.safeParse(frame.result);
  if (!reading.success) throw new Failure('page', 'The page gave something that is not a reading.');
  return reading.data;
}

/** The reader for an address; none for other sites. The address is absent on tabs that we may not see. */
function fileFor(address: string | undefined): ReaderFile | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isLinkedIn = url.hostname === 'linkedin.com' || url.hostname.endsWith('.linkedin.com');
  return url.protocol === 'https:' && isLinkedIn ? readerFileFor(url) : undefined;
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
