import { describe, expect, it } from 'vitest';
import { isInstalled, nodeTool } from './modules.mjs';

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

describe('tools', () => {
  it('are found by the name of their package', () => {
    expect(nodeTool('wxt')).toMatch(/node_modules.wxt.*\.m?js$/);
    expect(() => nodeTool('no-such-package')).toThrow(/no-such-package/);
  });
});
