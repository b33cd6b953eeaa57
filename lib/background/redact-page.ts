import * as v from 'valibot';
import { version } from '../linkedin/hooks.ts';
import type { Handler } from '../messages.ts';
import { linkedInUrl } from '../records.ts';
import { runInTab } from './run-in-tab.ts';

/** Replacing every word of a page of many megabytes takes a while. */
const longestCopyMs = 30_000;
const reply = v.object({
  html: v.pipe(v.string(), v.minLength(1), v.maxLength(40_000_000)),
  url: linkedInUrl,
});

/** Makes a copy of the page with every text, name, number, id and address replaced. Keeps and sends nothing. */
export function createRedactPage({ now }: { now: () => number }): Handler<'redactPage'> {
  return async ({ tabId }) => {
    const { html, url } = await runInTab(tabId, '/redactor.js', { reply, limitMs: longestCopyMs });
    const day = new Date(now()).toISOString().slice(0, 10);
    return { html: `<!-- ${url}, redacted ${day}, hooks ${version} -->\n${html}` };
  };
}
