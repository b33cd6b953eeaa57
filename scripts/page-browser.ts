import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { smallScripts } from '../vite-plugins.ts';
import { findChromium } from './chromium.mjs';

/** A browser without the extension, for code that only needs real documents. */

/**
 * A module as one script, as small as a shipped one, that puts what the module exports into the variable `name`.
 * @param entry path of the module
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [smallScripts],
    build: { write: false, minify: true, target: 'chrome120', lib: { entry, formats: ['iife'], name } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be bundled.`);
  return chunk.code;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('There is no Chromium; `npm test` and `npm run e2e` install one.');
  // What a page asks for beside what it is given comes from nowhere.
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

/** Opens this HTML as what the address answers. */
export async function openAs(page: Page, { url, html }: { url: string; html: string }): Promise<void> {
  await page.route(
    '**/*',
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    { times: 1 },
  );
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
}
