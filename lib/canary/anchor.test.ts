import { describe, expect, it } from 'vitest';
import { emberCompany } from '../linkedin/fixtures/company-page.ts';
import { emberProfile } from '../linkedin/fixtures/ember-profile.ts';
import { loadPage } from '../linkedin/fixtures/load.ts';
import { lnIdOf } from '../linkedin/fixtures/member-ids.ts';
import { type SduiProfile, sduiProfile } from '../linkedin/fixtures/sdui-profile.ts';
import { textOf } from '../linkedin/text.ts';
import { anchorOf, followAnchor } from './anchor.ts';

const load = (html: string) => loadPage(html, 'https://www.linkedin.com/in/ada-example/');

/** The innermost element with this text. */
function shown(page: Document, text: string): Element {
  const found = [...page.body.querySelectorAll('*')].filter((element) => textOf(element) === text).at(-1);
  if (!found) throw new Error(`The page does not show ${text}`);
  return found;
}

function anchored(page: Document, text: string) {
  const anchor = anchorOf(shown(page, text));
  if (!anchor) throw new Error('There is no anchor');
  return anchor;
}

const renamed = (html: string) => html.replace(/ class="[^"]*"/g, () => ` class="_${Math.random()}"`);

describe('an anchor in the server-driven frontend', () => {
  const place = 'London, England, United Kingdom';
  const page = load(sduiProfile({ company: 'Nordwind', school: 'Example University', pronouns: 'She/Her' }));
  const anchor = anchored(page, place);

  it('leads back to the element', () => {
    expect(followAnchor(page, anchor)).toBe(shown(page, place));
  });

  it('holds after every class is renamed', () => {
    const html = sduiProfile({ company: 'Nordwind' });
    expect(textOf(followAnchor(load(renamed(html)), anchor))).toBe(place);
  });

  const others: [string, SduiProfile][] = [
    ['with nothing but the name', {}],
    [
      'with pronouns and a photo',
      { pronouns: 'They/Them', photo: 'https://media.licdn.com/x/profile-displayphoto' },
    ],
    ['without a degree', { degree: '', hiddenDegree: '' }],
    ['with about and experience', { about: 'I build.', experience: '', education: '<div></div>' }],
    ['in a build with h1', { heading: 'h1' }],
    ['in a build that bears its keys as ids', { key: 'id' }],
    ['in a build whose contact link leads nowhere', { contact: '#' }],
  ];
  it.each(others)('finds the place of another person %s', (_, more) => {
    const other = sduiProfile({
      handle: 'bo-sample',
      id: lnIdOf(77),
      name: 'Bo Sample',
      location: 'Lindholm, Sweden',
      ...more,
    });
    expect(textOf(followAnchor(load(other), anchor))).toBe('Lindholm, Sweden');
  });

  it('leads nowhere in the other frontend, and on a page of nothing', () => {
    expect(followAnchor(load('<main><p>Hello</p></main>'), anchor)).toBeUndefined();
  });

  it('holds nothing about the person, so that it can be kept', () => {
    const text = JSON.stringify(anchored(load(sduiProfile({ key: 'id', contact: '#' })), place));
    expect(text).not.toMatch(/ada|example|london|ACoA/i);
  });
});

describe('an anchor in the older frontend', () => {
  it('finds the place of another person', () => {
    const anchor = anchored(load(emberProfile({ location: 'Lindholm, Sweden' })), 'Lindholm, Sweden');
    const other = renamed(
      emberProfile({ handle: 'bo-sample', name: 'Bo Sample', location: 'Graz, Austria' }),
    );
    expect(textOf(followAnchor(load(other), anchor))).toBe('Graz, Austria');
  });

  it('finds the industry of another company', () => {
    const anchor = anchored(load(emberCompany({ industry: 'Textiles', boxed: ['Lindholm'] })), 'Textiles');
    const other = renamed(
      emberCompany({ name: 'Nordwind', tagline: 'Wind', industry: 'Energy', boxed: ['Graz'] }),
    );
    expect(textOf(followAnchor(load(other), anchor))).toBe('Energy');
  });
});

describe('an anchor whose ways lead apart', () => {
  const page = load('<main><h1>Ada</h1><p>one</p><p>two</p></main>');
  const way = (index: number) => ({ hook: 'main', index: 0, up: 0, path: [{ tag: 'p', index }] });

  it('is followed where most of them lead', () => {
    expect(followAnchor(page, { tag: 'p', ways: [way(0), way(1), way(1)] })?.textContent).toBe('two');
  });

  it('leads nowhere when they are even: a blank beats a guess', () => {
    expect(followAnchor(page, { tag: 'p', ways: [way(0), way(1)] })).toBeUndefined();
  });

  it('is not followed to another tag or to an empty element', () => {
    expect(followAnchor(page, { tag: 'span', ways: [way(0)] })).toBeUndefined();
    expect(followAnchor(load('<main><p> </p></main>'), { tag: 'p', ways: [way(0)] })).toBeUndefined();
  });
});
