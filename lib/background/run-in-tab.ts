import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { cancelName, type TabScript } from '../canary/tab-scripts.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { isLinkedInAddress } from '../panel/follow-tab.ts';
import { asFailure, withinLimit } from './read-page.ts';

/**
 * Runs one of our scripts in a LinkedIn tab and checks what it gives.
 *
 * @param given what the script finds when it starts, as plain data; by `givenTo`
 * @param limitMs how long it may take
 * @throws {Failure} `page` where the tab is gone, is no LinkedIn page, or gives nothing or something else
 */
export async function runInTab<S extends v.GenericSchema>(
  tabId: number,
  script: TabScript,
  { given, reply, limitMs }: { given?: unknown; reply: S; limitMs: number },
): Promise<v.InferOutput<S>> {
  let result: unknown;
  try {
    const tab = await browser.tabs.get(tabId);
    if (!isLinkedInAddress(tab.url ?? '')) throw new Failure('page', failureWords.pageBlocked);
    const target = { tabId };
    // Files take no arguments, so they are laid out first where the file finds them.
    if (given !== undefined)
      await browser.scripting.executeScript({ target, func: setName, args: [script, given] });
    const [frame] = await withinLimit(browser.scripting.executeScript({ target, files: [script] }), limitMs);
    result = frame?.result;
  } catch (error) {
    throw asFailure(error);
  }
  const checked = v.safeParse(reply, result);
  if (!checked.success) throw new Failure('page', failureWords.pageSilent);
  return checked.output;
}

/** Ends what a script in the tab waits for; nothing happens where none does. */
export async function cancelInTab(tabId: number): Promise<void> {
  const target = { tabId };
  await browser.scripting
    .executeScript({ target, func: callName, args: [cancelName] })
    .catch(() => undefined);
}

/** Runs in the tab, in the extension's own world: closes over nothing. */
function setName(name: string, value: unknown): void {
  (globalThis as unknown as Record<string, unknown>)[name] = value;
}

/** The same. */
function callName(name: string): void {
  const found = (globalThis as unknown as Record<string, unknown>)[name];
  if (typeof found === 'function') found();
}
