import * as v from 'valibot';
import { keepAnchor } from '../canary/anchor-store.ts';
import { keepPick } from '../canary/picks.ts';
import { maxSteps, maxWays, type PickTexts } from '../canary/tab-scripts.ts';
import { t, textDirection } from '../i18n.ts';
import { version } from '../linkedin/hooks.ts';
import type { Handler } from '../messages.ts';
import { fieldLabel } from '../panel/field-text.ts';
import { linkedInUrl } from '../records.ts';
import { cancelInTab, runInTab } from './run-in-tab.ts';

/** The picker gives up by itself after a minute. */
const longestPickMs = 75_000;

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const short = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const step = v.object({ tag: short, index });
const way = v.object({
  scope: v.optional(short),
  hook: short,
  index,
  up: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxSteps)),
  path: v.pipe(v.array(step), v.maxLength(maxSteps)),
});
const picked = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  url: linkedInUrl,
  anchor: v.object({ tag: short, ways: v.pipe(v.array(way), v.minLength(1), v.maxLength(maxWays)) }),
});
const reply = v.union([picked, v.literal('cancelled')]);

/**
 * Lets the user point at a field on the page, and remembers where it stands. The next reading finds it there:
 * the panel that asked may be gone by then, since a popup closes at a click on the page.
 */
export function createPickField({ now }: { now: () => number }): Handler<'pickField'> {
  return async ({ tabId, field, page, layout }) => {
    const label = fieldLabel(field);
    const given: PickTexts = {
      instruction: t('canaryPickInstruction', label),
      keys: t('canaryPickKeys'),
      nothing: t('canaryPickNothing'),
      direction: textDirection(),
    };
    const found = await runInTab(tabId, '/picker.js', { given, reply, limitMs: longestPickMs });
    if (found === 'cancelled') return { outcome: 'cancelled' };
    const { anchor, text, url } = found;
    await keepAnchor({ page, layout, field, anchor, hooks: version, pointedAt: now() });
    await keepPick(url, field, text);
    return { outcome: 'picked' };
  };
}

export function createCancelPick(): Handler<'cancelPick'> {
  return async ({ tabId }) => {
    await cancelInTab(tabId);
    return null;
  };
}
