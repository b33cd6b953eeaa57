import { describe, expect, it } from 'vitest';
import { loadPage } from '../linkedin/fixtures/load.ts';
import { memberIdOf } from '../linkedin/member-id.ts';
import { redactPage } from './redact-page.ts';

const address = 'https://www.linkedin.com/in/mira-oktober-42/';
const lnId = 'ACoAAAABhqABAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const page = `<html><head><title>Mira Oktober | LinkedIn</title>
<meta name="como-t" content="x"><script>var secret = 'Mira';</script></head>
<body><main><section componentkey="com.linkedin.sdui.profile.card.ref${lnId}Topcard" style="display:none;color:red">
<h1 onclick="steal()">Mira Oktober</h1><p>Engineer at Nordwind, since 2019</p>
<a href="https://www.linkedin.com/in/mira-oktober-42/overlay/contact-info/">mira@nordwind.example</a>
<a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${lnId}">+49 170 1234567</a>
<a href="https://www.linkedin.com/in/m%C3%BCller/">田中太郎 Иван عمر</a>
<div componentkey="profileCardsAboveActivitymira-oktober-42"><img alt="Mira Oktober" src="https://media.licdn.com/dms/image/v2/D4E03/profile-displayphoto-shrink_100_100/0"></div>
</section></main>
<code id="bpr-guid-12">{"publicIdentifier":"mira-oktober-42","firstName":"Mira","connections":842}</code></body></html>`;

const copyOf = (salt: string) => redactPage(loadPage(page, address), new URL(address), salt);

describe('a redacted copy of a page', () => {
  it('holds no name, number, id or address of the page', () => {
    const { html, url } = copyOf('a');
    for (const trace of [
      /mira/i,
      /oktober/i,
      /nordwind/i,
      /1234567/,
      /842/,
      new RegExp(lnId),
      /田中/,
      /Иван/,
      /عمر/,
      /secret/,
      /m%C3%BC/i,
      /steal/,
    ])
      expect(html + url).not.toMatch(trace);
  });

  it('keeps elements, hooks and what hides an element', () => {
    const { html } = copyOf('a');
    const copy = loadPage(html, address);
    const elements = (document: Document) => [...document.body.querySelectorAll('*')].map((e) => e.tagName);
    expect(elements(copy)).toEqual(elements(loadPage(page, address)));
    const card = copy.querySelector('[componentkey*="sdui.profile.card.ref"]');
    expect(card?.getAttribute('componentkey')).toMatch(/profile\.card\.refACoA[\w-]{35}Topcard$/);
    expect(card?.getAttribute('style')).toBe('display:none');
  });

  it('keeps together what belonged together', () => {
    const { html, url } = copyOf('a');
    const copy = loadPage(html, address);
    const handle = new URL(url).pathname.split('/')[2] ?? '';
    expect(copy.querySelector('a')?.getAttribute('href')).toContain(`/in/${handle}/overlay/contact-info/`);
    expect(html).toContain(`profileCardsAboveActivity${handle}`);
    expect(html).toContain(`"publicIdentifier":"${handle}"`);
    expect(copy.title.startsWith(copy.querySelector('h1')?.textContent ?? '-')).toBe(true);
    const ids = [...html.matchAll(/ACoA[\w-]{35}/g)].map(([id]) => id);
    expect(new Set(ids).size).toBe(1);
    expect(memberIdOf(ids[0] ?? '')).toBeDefined();
  });

  it('differs with each salt, so that two copies cannot be joined', () => {
    expect(copyOf('a').html).not.toBe(copyOf('b').html);
  });

  it('leaves the page as it was', () => {
    const document = loadPage(page, address);
    const before = document.documentElement.outerHTML;
    redactPage(document, new URL(address), 'a');
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
