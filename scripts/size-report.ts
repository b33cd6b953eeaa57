import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { init, parse } from 'es-module-lexer';
import { JSDOM } from 'jsdom';
import { scriptNames } from '../lib/linkedin/script-names.ts';

/**
 * What a built extension makes the browser load, in compressed bytes. Extension files are not compressed on
 * the user's disk; gzip is the measure since it tells how much code there is to parse.
 */

export interface Budget {
  name: string;
  /** The page or script that is loaded, in the build's folder. */
  entry: string;
  /** gzip, in units of 1,024 bytes */
  maxKb: number;
}

export const budgets: readonly Budget[] = [
  ...scriptNames.map((name) => ({ name: `reader: ${name}`, entry: `read-${name}.js`, maxKb: 8 })),
  { name: 'popup, first load', entry: 'popup.html', maxKb: 35 },
  { name: 'panel, first load', entry: 'sidepanel.html', maxKb: 45 },
  { name: 'service worker', entry: 'background.js', maxKb: 60 },
];

const compress = promisify(gzip);

async function gzipBytes(file: string): Promise<number> {
  return (await compress(await readFile(file), { level: 9 })).length;
}

/** Where a reference in `from` leads, both as paths inside the build. */
function resolve(from: string, reference: string): string {
  const { pathname } = new URL(reference, new URL(from, 'file:///'));
  return decodeURIComponent(pathname.slice(1));
}

async function staticImports(folder: string, script: string): Promise<string[]> {
  const [imports] = parse(await readFile(path.join(folder, script), 'utf8'));
  // `import()` loads later and is not counted.
  return imports.flatMap((one) =>
    one.type === 'static' || one.type === 'reexport-star' ? [resolve(script, one.specifier)] : [],
  );
}

async function filesOfPage(folder: string, page: string): Promise<string[]> {
  const { document } = new JSDOM(await readFile(path.join(folder, page), 'utf8')).window;
  const references = [...document.querySelectorAll('script[src], link[href]')]
    .filter((one) => one.matches('script, link[rel="stylesheet"], link[rel="modulepreload"]'))
    // `data-module`: what a script runs as soon as there is a frame.
    .flatMap((one) => ['src', 'href', 'data-module'].flatMap((name) => one.getAttribute(name) ?? []));
  return references.map((reference) => resolve(page, reference));
}

/**
 * The scripts and styles that come with a page, or with a script by itself: those it names and, over any
 * number of steps, those that they import; and the page itself, which may hold styles.
 * @param folder of the build
 * @returns paths inside the build, each once
 */
export async function firstLoad(folder: string, entry: string): Promise<string[]> {
  await init;
  const found = new Set<string>();
  const visit = async (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    for (const imported of await staticImports(folder, file)) await visit(imported);
  };
  await visit(entry);
  if (entry.endsWith('.html')) for (const file of await filesOfPage(folder, entry)) await visit(file);
  return [...found];
}

const kb = (bytes: number) => (bytes / 1024).toFixed(1);

export interface LoadSize extends Budget {
  files: { name: string; bytes: number }[];
  /** All files together, gzip. */
  bytes: number;
}

/** What each entry makes the browser load. */
export function loadSizes(folder: string, held: readonly Budget[]): Promise<LoadSize[]> {
  return Promise.all(
    held.map(async (budget) => {
      const names = await firstLoad(folder, budget.entry);
      const sizes = await Promise.all(names.map((name) => gzipBytes(path.join(folder, name))));
      const files = names.map((name, index) => ({ name, bytes: sizes[index] ?? 0 }));
      return { ...budget, files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
    }),
  );
}

/** The table for the terminal, and whether every budget holds. */
export async function sizeReport(
  folder: string,
  held: readonly Budget[] = budgets,
): Promise<{ text: string; isWithinBudget: boolean }> {
  const lines = ['gzip'];
  let isWithinBudget = true;
  for (const { name, maxKb, files, bytes } of await loadSizes(folder, held)) {
    const fits = bytes <= maxKb * 1024;
    isWithinBudget &&= fits;
    lines.push(`${fits ? '✓' : '✗'} ${name.padEnd(30)} ${kb(bytes).padStart(6)} of ${maxKb} KB`);
    if (files.length > 1)
      for (const file of files) lines.push(`    ${file.name.padEnd(30)}${kb(file.bytes).padStart(6)}`);
  }
  return { text: lines.join('\n'), isWithinBudget };
}
