import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.mjs';

const folder = path.join(root, 'docs', 'pictures');

async function named(): Promise<string[]> {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  return [...new Set([...readme.matchAll(/docs\/pictures\/[\w-]+\.png/g)].map(([file]) => file))];
}

it('each picture that the README names is there, and each that is there is named', async () => {
  const files = await named();
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  const there = (await readdir(folder)).map((name) => `docs/pictures/${name}`);
  expect(there.toSorted()).toEqual(files.toSorted());
});

it('the README has a picture for each of its sixteen rows', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const rows = readme.match(/^\|\s*\d+ \|.*docs\/pictures\//gm) ?? [];
  expect(rows).toHaveLength(16);
});

it('the pictures together weigh less than a clone should notice', async () => {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
