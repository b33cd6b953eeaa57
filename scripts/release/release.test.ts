import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkVersion, datedChangelog, withVersion } from './release.ts';

describe('a version', () => {
  it.each(['0.1.1', '0.2.0', '1.0.0', '0.10.0'])('%s comes after 0.1.0', (next) => {
    expect(() => checkVersion('0.1.0', next)).not.toThrow();
  });

  it.each(['0.1.0', '0.0.9', 'v0.2.0', '0.2', '0.2.0-beta', ''])('%s does not', (next) => {
    expect(() => checkVersion('0.1.0', next)).toThrow();
  });
});

describe('the changelog', () => {
  it('gives what is unreleased its version and date', () => {
    const text = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0 – 2026-11-01\n\n- Old.\n';
    expect(datedChangelog(text, '0.2.0', '2026-11-25')).toBe(
      '# Changelog\n\n## 0.2.0 – 2026-11-25\n\n- New.\n\n## 0.1.0 – 2026-11-01\n\n- Old.\n',
    );
  });

  it('takes the heading that names a version already', () => {
    expect(datedChangelog('## 0.1.0 – unreleased\n\n- New.\n', '0.2.0', '2026-11-25')).toBe(
      '## 0.2.0 – 2026-11-25\n\n- New.\n',
    );
  });

  it('is not released where it says nothing new', () => {
    const empty = '## Unreleased\n\n## 0.1.0 – 2026-11-01\n\n- Old.\n';
    expect(() => datedChangelog(empty, '0.2.0', '2026-11-25')).toThrow(/nothing under/);
    expect(() => datedChangelog('## 0.1.0 – 2026-11-01\n\n- Old.\n', '0.2.0', '2026-11-25')).toThrow();
  });
});

describe('the package files', () => {
  it.each(['package.json', 'package-lock.json'])('%s changes in its version alone', (file) => {
    const before = readFileSync(file, 'utf8');
    const { version } = JSON.parse(before) as { version: string };
    const after = withVersion(before, '98.76.54');
    expect(JSON.parse(after)).toMatchObject({ version: '98.76.54' });
    expect(withVersion(after, version)).toBe(before);
  });
});
