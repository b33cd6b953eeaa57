import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.mjs';

const documents = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs'))].flatMap((name) =>
  ['', 'docs']
    .map((folder) => path.join(root, folder, name))
    .filter((file) => /\.md$/.test(file) && existsSync(file)),
);
const folders = [
  'components',
  'docs',
  'e2e',
  'entrypoints',
  'fake-grinfi',
  'gallery',
  'lib',
  'public',
  'scripts',
];
const named = new RegExp(`\`((?:${folders.join('|')})/[\\w./-]*)\``, 'g');

it('every file that a document names is there', () => {
  const names = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(named)].map(([, name = '']) => name),
  );
  expect(names).toContain('lib/grinfi/');
  expect(names.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
