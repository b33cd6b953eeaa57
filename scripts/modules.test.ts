import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, nodeTool } from './modules.mjs';
import { root } from './root.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  },
};

describe('installed packages', () => {
  it('are as the lock file wants them, though packages for other systems are missing', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });

  it('are out of date when a version differs or a package is missing', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
    expect(isInstalled(wanted, {})).toBe(false);
  });
});

interface Locked {
  optionalDependencies?: Record<string, string>;
}

/** Where Node would look for a package from a folder of the lock file, nearest first. */
function places(from: string, name: string): string[] {
  const folders = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, parts.length - index));
  return [
    ...folders.map((parts) => `${parts.join('/node_modules/')}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}

describe('the lock file', () => {
  // npm leaves out what the registry at hand does not have, and then refuses its own file with `npm ci`. Put
  // such an entry back by hand: version, os, cpu and optional are enough.
  it('has the packages for every system, also those that were not there when it was written', async () => {
    const text = await readFile(path.join(root, 'package-lock.json'), 'utf8');
    const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !places(folder, name).some((place) => place in packages),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('tools', () => {
  it('are found by the name of their package', () => {
    expect(nodeTool('wxt')).toMatch(/node_modules.wxt.*\.m?js$/);
    expect(() => nodeTool('no-such-package')).toThrow(/no-such-package/);
  });
});
