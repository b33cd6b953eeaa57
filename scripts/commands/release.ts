import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkVersion, datedChangelog, withVersion } from '../release/release.ts';
import { root } from '../root.mjs';

/**
 * Makes the files say that this is version `npm run release -- 0.2.0`, and prints what is left to do by hand.
 * Nothing is committed or published. The manifest takes its version from package.json.
 */
function release(version: string | undefined): void {
  if (!version) throw new Error('Say which version: npm run release -- 0.2.0');
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error('This is no git work tree.');
  if (stdout.trim() !== '') throw new Error(`Commit or put away first:\n${stdout}`);
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  checkVersion((JSON.parse(read('package.json')) as { version: string }).version, version);
  const date = new Date().toISOString().slice(0, 10);
  // All are made before the first is written: one that cannot be made leaves the tree as it was.
  const files = {
    'package.json': withVersion(read('package.json'), version),
    'package-lock.json': withVersion(read('package-lock.json'), version),
    'CHANGELOG.md': datedChangelog(read('CHANGELOG.md'), version, date),
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  console.log(`Version ${version} in ${Object.keys(files).join(', ')}.\n`);
  console.log(read('docs/store/release-checklist.md'));
}

try {
  release(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
