import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from '../gallery/open.ts';

/** Every component in every state, laid out by a real browser at the least width that we promise. */

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

/** What axe finds wrong; all that a colour scheme changes is the contrast. */
async function faults(page: Page, rules: string[] | undefined): Promise<string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        document,
        values
          ? { runOnly: { type: 'rule', values }, resultTypes: ['violations'] }
          : { resultTypes: ['violations'] },
      ),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

/** What stands out of the page, or is cut off without a way to see the rest. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 1 && (right > width + 0.5 || left < -0.5) && !element.closest('.visually-hidden, .tabs');
    });
    const scrolls = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    return [...scrolls, ...out.map((element) => element.outerHTML.slice(0, 160))];
  });
}

/** So that none comes near the time after which a run is taken to hang. */
const parts = [1, 2, 3, 4];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(parts)('every scene of part %i is without fault for axe, and fits 320 px', async (part) => {
    const page = await gallery.page({ colorScheme, width: 320 });
    await page.evaluate(axe.source);
    const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const found: Record<string, string[]> = {};
    for (const name of gallery.names.filter((_, place) => place % parts.length === part - 1)) {
      await gallery.show(page, name);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const all = [...(await faults(page, rules)), ...(await overflow(page)), ...errors.splice(0)];
      if (all.length > 0) found[name] = all;
    }
    expect(gallery.names.length).toBeGreaterThan(40);
    await page.close();
    expect(found).toEqual({});
  });
});
