import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleTruthSchema } from '../../scripts/accuracy/truth.ts';
import { loadPage } from './fixtures/load.ts';
import { meaningful, renameAll } from './fixtures/rename.ts';
import { type ThinPage, thinPages } from './fixtures/thin-pages.ts';
import { readPage } from './registry.ts';

/** The pages of the matrix change their names in `matrix.test.ts`, right after they are read. */

let pages: ThinPage[] = [];
beforeAll(() => {
  pages = thinPages();
}, 120_000);

/** `SAVED_PAGES=folder` does the same with saved pages, each beside its truth as for `npm run accuracy`. */
const folder = process.env.SAVED_PAGES;
const saved = folder ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];

function expectSame(name: string, page: Document, url: URL): void {
  const before = readPage(page, url);
  renameAll(page);
  expect(readPage(page, url), name).toEqual(before);
}

describe('names that mean nothing', () => {
  it('are known by what the hooks ask for', () => {
    expect(meaningful).toContain('[data-testid=expandable-text-box]');
    expect(meaningful.length).toBeGreaterThan(20);
  });

  it('may all change on every sample page, and what is read stays the same', () => {
    for (const { name, document, url } of pages) expectSame(name, document, url);
  }, 120_000);

  it.each(saved)('may all change on the saved page %s', (name) => {
    const file = join(folder ?? '', name);
    const truth: unknown = JSON.parse(readFileSync(file.replace(/html$/, 'json'), 'utf8'));
    const { url } = v.parse(sampleTruthSchema, truth);
    expectSame(name, loadPage(readFileSync(file, 'utf8'), url), new URL(url));
  });
});
