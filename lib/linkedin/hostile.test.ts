import { afterEach, describe, expect, it } from 'vitest';
import { readingSchema } from '../records.ts';
import { loadPage } from './fixtures/load.ts';
import { sduiProfile } from './fixtures/sdui-profile.ts';
import { readPage } from './registry.ts';

/** Pages made to break a reader. How long they take in a browser is what `npm run bench` holds to a limit. */

const address = 'https://www.linkedin.com/in/ada-example/';
const guestHead =
  '<meta name="pageKey" content="public_profile_v3_desktop"><link rel="canonical" href="https://www.linkedin.com/in/ada-example">';

function read(html: string, url = address) {
  const page = loadPage(html, url);
  const before = page.documentElement.outerHTML.length;
  const reading = readPage(page, new URL(url));
  expect(page.documentElement.outerHTML.length).toBe(before);
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  return reading;
}

function fields(html: string, url = address): Record<string, string> {
  const reading = read(html, url);
  if (reading.outcome !== 'record') throw new Error(reading.outcome);
  return Object.fromEntries(
    Object.entries(reading.record.fields).map(([name, field]) => [name, field.value]),
  );
}

const marks = globalThis as { hacked?: unknown };
afterEach(() => {
  delete marks.hacked;
});

describe('a page that means harm', () => {
  it('gives markup in a name as text and runs none of it', () => {
    const script = '&lt;script&gt;globalThis.hacked=1&lt;/script&gt;';
    const found = fields(
      sduiProfile({ name: `Ada Example ${script}`, headline: `Weaver ${script} and dyer` }),
    );
    expect(found.fullName).toBe('Ada Example <script>globalThis.hacked=1</script>');
    expect(found.headline).toBe('Weaver <script>globalThis.hacked=1</script> and dyer');
    expect(fields(sduiProfile({ name: 'Ada <script>globalThis.hacked=1</script>Example' })).fullName).toBe(
      'Ada Example',
    );
    expect(marks.hacked).toBeUndefined();
  });

  it('gives no link that is not to the web', () => {
    const contact = [
      'javascript:hacked=1',
      'data:text/html,x',
      'JaVaScRiPt:hacked=1',
      'file:///etc/passwd',
      '//',
    ];
    for (const href of contact) {
      const after = `<div role="dialog"><a href="/in/ada-example/">Ada</a><svg id="link-medium"></svg><a href="${href}">web</a></div>`;
      expect(fields(sduiProfile({ after })).website).toBeUndefined();
      const photo = fields(sduiProfile({ photo: `${href}?profile-displayphoto` })).photoUrl;
      expect(photo).toBeUndefined();
    }
  });

  it('drops values far longer than any that LinkedIn allows', () => {
    const found = fields(sduiProfile({ headline: 'x'.repeat(1_000_000), about: 'y '.repeat(500_000) }));
    expect(found.fullName).toBe('Ada Example');
    expect(found).not.toHaveProperty('headline');
    expect(found).not.toHaveProperty('about');
  });

  it('is no work for a pattern: brackets, digits, dashes, spaces and marks by the thousand', () => {
    const bait = ['(', '1,', ' -', 'a ', '\u200f ', '·', '1.', '[a/', '–', '٣', '⭐'].map((text) =>
      text.repeat(20_000),
    );
    for (const text of bait) {
      const html = sduiProfile({
        name: `Ada Example ${text}!`,
        headline: text,
        location: text,
        counts: text,
        degree: text,
      });
      expect(['record', 'notReady']).toContain(read(html).outcome);
    }
    const path = `${address}${'%25/'.repeat(5_000)}`;
    expect(read('<main></main>', path).outcome).toBe('unsupported');
  });

  it('takes data that is broken, deep, huge or goes in circles for none', () => {
    const deep = `${'{"@graph":['.repeat(5_000)}${']}'.repeat(5_000)}`;
    const circle =
      '{"@type":"Person","url":"https://www.linkedin.com/in/ada-example","@id":"#a","knows":{"@id":"#a"},"name":{"@id":"#a"}}';
    const blocks = [deep, circle, '{', 'null', '[[[]]]', '"x"', `"${'x'.repeat(2_000_000)}"`];
    for (const block of blocks) {
      const html = `<head>${guestHead}<script type="application/ld+json">${block}</script></head><main><section><h1>Ada Example</h1></section></main>`;
      expect(fields(html).fullName).toBe('Ada Example');
    }
  });

  it('does not exhaust the stack with elements a thousandfold inside each other', () => {
    const nested = (inner: string) => `${'<div><span>'.repeat(400)}${inner}${'</span></div>'.repeat(400)}`;
    const found = fields(sduiProfile({ after: nested('<p>deep</p>'), headline: 'Weaver of looms' }));
    expect(found).toMatchObject({ fullName: 'Ada Example', headline: 'Weaver of looms' });
    const rows = nested('<a href="/in/ada/">Ada Row</a><p>Weaver</p>');
    expect(
      read(`<main>${rows}</main>`, 'https://www.linkedin.com/mynetwork/invite-connect/connections/').outcome,
    ).toBe('list');
  });

  it('reads past attributes of a megabyte', () => {
    const long = 'x'.repeat(1_000_000);
    const after = `<div aria-label="${long}" data-x="${long}" class="${long}"></div><a href="/in/${long}">x</a>`;
    expect(fields(sduiProfile({ after })).fullName).toBe('Ada Example');
  });
});
