import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoKey } from '../fake-grinfi/seed.ts';
import { builtExtension } from './harness/browser.ts';
import { test } from './harness/test.ts';

describe('the manifest', () => {
  test('asks for nothing but what the README gives a reason for', async () => {
    const manifest = JSON.parse(await readFile(path.join(builtExtension, 'manifest.json'), 'utf8'));
    expect(manifest.permissions.toSorted()).toEqual(['alarms', 'scripting', 'sidePanel', 'storage']);
    expect(manifest.host_permissions.toSorted()).toEqual([
      'https://*.linkedin.com/*',
      'https://leadgen.grinfi.io/*',
    ]);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    for (const name of [
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
      'content_security_policy',
    ]) {
      expect(manifest).not.toHaveProperty(name);
    }
    expect(manifest.manifest_version).toBe(3);
  });

  test('comes with files of the extension alone, and no source maps', async () => {
    const files = await readdir(builtExtension, { recursive: true });
    expect(files.filter((file) => /\.(map|tsx?)$/.test(file))).toEqual([]);
  });

  test('comes with no code that could put raw HTML into a page', async () => {
    const scripts = (await readdir(builtExtension, { recursive: true })).filter((file) =>
      file.endsWith('.js'),
    );
    const found = [];
    for (const script of scripts) {
      const code = await readFile(path.join(builtExtension, script), 'utf8');
      if (/\b(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/.test(code)) found.push(script);
    }
    expect(scripts.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});

/** All that a page can see of itself: its markup, its globals, what it stores, and its listeners' effects. */
function look(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window).toSorted(),
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    scrolled: [window.scrollX, window.scrollY],
  }));
}

describe('a LinkedIn page', () => {
  test.for(['/in/ingrid-solvang/', '/company/brightfjord-systems/about/'])(
    'is after reading as it was before: %s',
    async (address, { world }) => {
      const page = await world.visit(address);
      const before = await look(page);
      const panel = await world.panel();
      await panel.isLookedUp('New');
      const popup = await world.popup();
      await popup.isLookedUp('New');
      expect(await look(page)).toEqual(before);
    },
  );

  test('is not asked for anything by the extension', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    // Photos are shown straight from LinkedIn, and the browser looks for its tab's icon when it likes.
    const isPage = (one: string) => !one.startsWith('/sample-media/') && one !== '/favicon.ico';
    const pages = () => world.linkedIn.requests.filter(isPage);
    const before = pages();
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    await popup.save();
    await popup.isSaved();
    expect(pages()).toEqual(before);
  });

  test('cannot reach what the extension stores, not even through a script that it injects', async ({
    world,
  }) => {
    await world.visit('/in/ingrid-solvang/');
    const bare = await world.browser.bare();
    const found = await bare.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://www.linkedin.com/*' });
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: async () => {
          const areas = [chrome.storage.local, chrome.storage.session];
          const tries = await Promise.allSettled(areas.map((area) => area.get()));
          return tries.map(({ status }) => status);
        },
      });
      return frame?.result;
    });
    expect(found).toEqual(['rejected', 'rejected']);
  });
});

describe('the key', () => {
  test('is in no reply to our own pages and in none of the values that they follow', async ({ world }) => {
    const { browser } = world;
    const replies = await Promise.all([
      browser.message('checkKey', {}),
      browser.message('refreshCatalog', {}),
    ]);
    expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
    expect(JSON.stringify(replies)).not.toContain(demoKey);
    const bare = await browser.bare();
    const { apiKeys: _, ...followed } = await bare.evaluate(() => chrome.storage.local.get());
    expect(JSON.stringify(followed)).not.toContain(demoKey);
  });
});
