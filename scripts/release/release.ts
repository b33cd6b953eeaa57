/** The files of a release, as texts in and texts out. */

const semver = /^\d+\.\d+\.\d+$/;

/** @throws where `next` is no version, or not after `last` */
export function checkVersion(last: string, next: string): void {
  if (!semver.test(next)) throw new Error(`${next} is not a version such as 0.2.0.`);
  const numbers = (version: string) => version.split('.').map(Number);
  const before = numbers(last);
  const difference = numbers(next)
    .map((part, index) => part - (before[index] ?? 0))
    .find((one) => one !== 0);
  if (difference === undefined || difference < 0) throw new Error(`${next} does not come after ${last}.`);
}

/**
 * Gives what stands under "unreleased" its version and date, in the heading. An unreleased heading may carry
 * the version already (`## 0.1.0 – unreleased`) or not (`## Unreleased`).
 *
 * @param date `2026-11-25`
 * @throws where nothing is unreleased, or it says nothing
 */
export function datedChangelog(changelog: string, version: string, date: string): string {
  const heading = /^## (?:.* – )?unreleased *$/im;
  const found = heading.exec(changelog);
  if (!found) throw new Error('CHANGELOG.md has no "unreleased" heading.');
  const [entries = ''] = changelog.slice(found.index + found[0].length).split(/^## /m);
  if (!entries.includes('- ')) throw new Error('CHANGELOG.md has nothing under "unreleased".');
  return changelog.replace(heading, `## ${version} – ${date}`);
}

interface Versioned {
  version: string;
  packages?: Record<string, { version?: string }>;
}

/** `package.json` or `package-lock.json` with another version, and otherwise as it was. */
export function withVersion(json: string, version: string): string {
  const file = JSON.parse(json) as Versioned;
  file.version = version;
  const own = file.packages?.[''];
  if (own) own.version = version;
  return `${JSON.stringify(file, null, 2)}\n`;
}
