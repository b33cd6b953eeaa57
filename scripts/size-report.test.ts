import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstLoad, sizeReport } from './size-report.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'size-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

const page =
  '<script type="module" src="/chunks/popup.js"></script><link rel="stylesheet" href="/assets/popup.css">';

describe('first load', () => {
  it('follows imports over several steps and takes each file once', async () => {
    await write({
      'popup.html': `${page}<link rel="icon" href="/icon.png">`,
      'chunks/popup.js': 'import{a}from"./shared.js";import"./side.js";a()',
      'chunks/shared.js': 'export{a}from"./deep.js"',
      'chunks/side.js': 'import"./deep.js"',
      'chunks/deep.js': 'export const a=()=>1',
      'assets/popup.css': 'a{}',
    });
    expect((await firstLoad(folder, 'popup.html')).toSorted()).toEqual([
      'assets/popup.css',
      'chunks/deep.js',
      'chunks/popup.js',
      'chunks/shared.js',
      'chunks/side.js',
      'popup.html',
    ]);
  });

  it('leaves out what is imported only when asked for', async () => {
    await write({
      'popup.html': '<script type="module" src="popup.js"></script>',
      'popup.js': 'const more=()=>import("./more.js")',
    });
    expect(await firstLoad(folder, 'popup.html')).toEqual(['popup.html', 'popup.js']);
  });

  it('counts what a script of the page runs by itself', async () => {
    await write({
      'panel.html': '<script defer src="/early.js" data-module="/chunks/panel.js"></script>',
      'early.js': 'import(document.currentScript.dataset.module)',
      'chunks/panel.js': 'import"./shared.js"',
      'chunks/shared.js': '',
    });
    expect(await firstLoad(folder, 'panel.html')).toEqual([
      'panel.html',
      'early.js',
      'chunks/panel.js',
      'chunks/shared.js',
    ]);
  });

  it('names a file that is missing', async () => {
    await write({ 'popup.html': '<script type="module" src="gone.js"></script>' });
    await expect(firstLoad(folder, 'popup.html')).rejects.toThrow(/gone\.js/);
  });
});

describe('size report', () => {
  // Text that gzip can do nothing with, so that sizes are known.
  const noise = (bytes: number) => {
    let seed = 1;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(33 + (seed % 90));
    };
    return `//${Array.from({ length: bytes }, next).join('')}`;
  };

  it('passes what fits', async () => {
    await write({ 'reader.js': noise(1_000) });
    const report = await sizeReport(folder, [{ name: 'reader', entry: 'reader.js', maxKb: 2 }]);
    expect(report.isWithinBudget).toBe(true);
    expect(report.text).toMatch(/✓ reader .* of 2 KB/);
  });

  it('fails what is too large, counting all files together', async () => {
    await write({
      'popup.html': page,
      'chunks/popup.js': `import"./other.js";${noise(800)}`,
      'chunks/other.js': noise(900),
      'assets/popup.css': 'a{}',
    });
    const report = await sizeReport(folder, [{ name: 'popup', entry: 'popup.html', maxKb: 1 }]);
    expect(report.isWithinBudget).toBe(false);
    expect(report.text).toContain('✗ popup');
  });
});
