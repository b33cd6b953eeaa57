import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';

/** Where the header, its mark and its title stand. The title ends where the first button is, if there is one. */
const places = (page: Page, density: string) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset['density'] = chosen;
    const head = document.querySelector('.panel-head');
    const [mark, title] = head?.children ?? [];
    return [head, mark, title].map((part) => {
      const { x, y, height } = part?.getBoundingClientRect() ?? {};
      return { x, y, height };
    });
  }, density);

/** As the page is before its script runs. */
const emptied = (page: Page) =>
  page.evaluate(async () => {
    const html = await (await fetch(location.pathname)).text();
    const root = new DOMParser().parseFromString(html, 'text/html').getElementById('root');
    document.getElementById('root')?.replaceChildren(...(root?.childNodes ?? []));
    return document.body.textContent?.trim();
  });

/** The script that waits for the browser's first frame in this page, the one that it runs then, and what is fetched before. */
const afterFirstFrame = (page: Page) =>
  page.evaluate(() => {
    const script = document.querySelector<HTMLScriptElement>('script[data-module]');
    const preloaded = document.querySelector('link[rel=modulepreload]')?.getAttribute('href');
    return { waits: script?.getAttribute('src'), runs: script?.dataset['module'], preloaded };
  });

describe('the header that the page holds before its script', () => {
  test('stands where the script draws it, in popup and panel, close together or not', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    for (const screen of [await world.popup(), await world.panel()]) {
      await screen.shows('First name', 'Ingrid');
      const both = async () => [
        await places(screen.page, 'comfortable'),
        await places(screen.page, 'compact'),
      ];
      const drawn = await both();
      expect(await emptied(screen.page)).toBe('Grinfi Capture');
      expect(await both()).toEqual(drawn);
      await screen.close();
    }
  });

  test('is in the first frame of popup and panel, which no script keeps back', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const [popup, panel] = [await world.popup(), await world.panel()];
    for (const screen of [popup, panel]) {
      await screen.shows('First name', 'Ingrid');
      const { waits, runs, preloaded } = await afterFirstFrame(screen.page);
      expect(waits).toBe('/after-first-frame.js');
      expect(runs).toMatch(/^\/chunks\/.+\.js$/);
      expect(preloaded).toBe(screen === popup ? runs : undefined);
      expect(await screen.page.locator('script[type=module]').count()).toBe(0);
      const own = await screen.page.locator('style[data-href]').textContent();
      expect(own).toContain('.panel-head');
      expect(own).not.toContain('.card');
      await screen.close();
    }
  });
});
