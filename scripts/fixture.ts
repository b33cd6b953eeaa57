import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { readPage } from '../lib/linkedin/registry.ts';
import { redactPage } from '../lib/redact/redact-page.ts';

/**
 * `npm run fixture -- page.html --url https://www.linkedin.com/in/… [--name NAME] [--out DIR]`
 *
 * Turns a saved LinkedIn page into a fixture: every text, name, number, id and address replaced, the
 * structure kept, and beside it what the readers make of it today. That JSON is a draft: check each field
 * against the saved page before it is committed.
 */
function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, name: { type: 'string' }, out: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) return refuse('Which page? npm run fixture -- page.html --url https://www.linkedin.com/in/…');
  const source = readFileSync(file, 'utf8');
  const address = values.url ?? savedAddress(source);
  if (!address) return refuse('The page does not say where it was saved from: give its address with --url.');
  const page = new JSDOM(source, { url: address }).window.document;
  const copy = redactPage(page, new URL(address), randomUUID());
  const name = values.name ?? basename(file).replace(/\.html?$/, '');
  const out = values.out ?? 'lib/linkedin/fixtures';
  const day = new Date().toISOString().slice(0, 10);
  const html = `<!-- ${copy.url}, redacted ${day} -->\n${copy.html}`;
  const reading = readPage(new JSDOM(copy.html, { url: copy.url }).window.document, new URL(copy.url));
  writeFileSync(join(out, `${name}.html`), html);
  writeFileSync(
    join(out, `${name}.json`),
    `${JSON.stringify({ url: copy.url, expected: reading }, null, 2)}\n`,
  );
  writeFileSync(join(out, `${name}.test.ts`), testSkeleton(name));
  process.stdout.write(
    `${join(out, name)}.{html,json,test.ts}: ${reading.outcome}. Check the JSON by hand.\n`,
  );
  return 0;
}

/** Browsers write the address into a page that they save; LinkedIn's own canonical link comes second. */
function savedAddress(source: string): string | undefined {
  return (
    /<!-- saved from url=\(\d+\)(https:\S+) -->/.exec(source)?.[1] ??
    /<link[^>]+rel="canonical"[^>]+href="(https:[^"]+)"/.exec(source)?.[1]
  );
}

function testSkeleton(name: string): string {
  return `import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPage } from '../registry.ts';
import { loadPage } from './load.ts';

it('reads ${name}', () => {
  const file = (ending: string) => readFileSync(new URL(\`${name}.\${ending}\`, import.meta.url), 'utf8');
  const { url, expected } = JSON.parse(file('json'));
  expect(readPage(loadPage(file('html'), url), new URL(url))).toEqual(expected);
});
`;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

process.exitCode = main();
