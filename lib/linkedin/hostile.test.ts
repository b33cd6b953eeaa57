import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { readingSchema } from '../records.ts';
import { companyData, emberCompany, guestCompany } from './fixtures/company-page.ts';
import { emberProfile } from './fixtures/ember-profile.ts';
import { guestProfile } from './fixtures/guest-profile.ts';
import { loadPage } from './fixtures/load.ts';
import { mobileProfile } from './fixtures/mobile-profile.ts';
import { accountPage, leadId, leadPage } from './fixtures/sales-page.ts';
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
  expect(v.safeParse(readingSchema, reading).issues).toBeUndefined();
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

  const company = 'https://www.linkedin.com/company/acme-example/';
  const account = 'https://www.linkedin.com/sales/company/1277';
  const lead = `https://www.linkedin.com/sales/lead/${leadId},x,y`;
  const connections = 'https://www.linkedin.com/mynetwork/invite-connect/connections/';

  it('gives markup in a name as text in every layout', () => {
    const name = 'Ada &lt;img src=x onerror=globalThis.hacked=1&gt;';
    const shown = 'Ada <img src=x onerror=globalThis.hacked=1>';
    expect(fields(emberProfile({ name })).fullName).toBe(shown);
    expect(fields(guestProfile({ name })).fullName).toBe(shown);
    expect(fields(mobileProfile({ name })).fullName).toBe(shown);
    expect(fields(leadPage({ name, title: 'Sales Navigator' }), lead).fullName).toBe(shown);
    expect(fields(emberCompany({ name }), company).name).toBe(shown);
    expect(fields(guestCompany({ name }), company).name).toBe(shown);
    expect(fields(accountPage({ name, title: 'Sales Navigator' }), account).name).toBe(shown);
    const row = `<main><div><a href="/in/ada/"><p>${name}</p></a></div></main>`;
    const list = read(row, connections);
    expect(list.outcome === 'list' && list.list.rows[0]?.fields.fullName?.value).toBe(shown);
    expect(marks.hacked).toBeUndefined();
  });

  it('gives no script for a website, whatever the page', () => {
    for (const href of [
      'javascript:hacked=1',
      'JaVaScRiPt:hacked=1',
      '&#106;avascript:hacked=1',
      'vbscript:x',
      '//',
    ]) {
      const wrapped = `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(href)}`;
      for (const website of [href, wrapped]) {
        const contact = `<a href="${website}">web</a><a href="mailto:ada@example.org">mail</a>`;
        const link = `<a href="${website}">web</a>`;
        const data = [companyData('acme-example', { websiteUrl: website })];
        expect(fields(guestProfile({ website })).website).toBeUndefined();
        expect(fields(leadPage({ contact }), lead)).not.toHaveProperty('website');
        expect(
          fields(emberCompany({ button: website, data, facts: [['Website', link]] }), company),
        ).not.toHaveProperty('website');
        expect(fields(guestCompany({ facts: { website: link } }), company)).not.toHaveProperty('website');
        expect(fields(accountPage({ website }), account)).not.toHaveProperty('website');
      }
    }
    const row = '<main><div><a href="javascript:hacked=1"><p>Ada</p></a></div></main>';
    expect(read(row, connections).outcome).toBe('notReady');
    expect(marks.hacked).toBeUndefined();
  });

  it('takes payloads that are deep, broken or refer to themselves for none', () => {
    const deep = `${'{"included":['.repeat(5_000)}"ada-example acme-example"${']}'.repeat(5_000)}`;
    const circle =
      '{"data":{"$ref":"#"},"included":[{"entityUrn":{"$ref":"#/data"},"publicIdentifier":"ada-example","universalName":"acme-example"}]}';
    for (const block of [deep, circle, '{"included":["ada-example', '["acme-example"]', 'null']) {
      const code = `<code style="display: none" id="bpr-guid-9">${block.replace(/</g, '&lt;')}</code>`;
      const withBlock = (html: string) => html.replace('<main', `${code}<main`);
      expect(fields(withBlock(emberProfile())).fullName).toBe('Ada Example');
      expect(fields(withBlock(emberCompany({})), company).name).toBe('Acme Example');
      expect(fields(withBlock(accountPage({})), account).name).toBe('Acme Example');
    }
  });

  it('reads past ten megabytes of text, and of data', () => {
    const text = `<p>${'Lorem ipsum '.repeat(400_000)}</p>`;
    const data = `<code style="display: none">{"included":["ada-example ${'x'.repeat(5_000_000)}"]}</code>`;
    const html = sduiProfile({ after: text + data });
    expect(html.length).toBeGreaterThan(9_000_000);
    expect(fields(html).fullName).toBe('Ada Example');
  });

  it('hands over no more than 2,000 people of a list without end', () => {
    const row = (index: number) => `<div><a href="/in/ada-${index}/"><p>Ada Row</p><p>Weaver</p></a></div>`;
    const rows = Array.from({ length: 12_000 }, (_, index) => row(index)).join('');
    const page = loadPage(`<main><section>${rows}</section></main>`, connections);
    const reading = readPage(page, new URL(connections));
    expect(reading.outcome === 'list' && reading.list.rows.length).toBe(2_000);
  });
});
