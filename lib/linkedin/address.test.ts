import { describe, expect, it } from 'vitest';
import { classify, companyUrl, handleIn, handleOf, outboundUrl, personUrl, sameHandle } from './address.ts';
import { lnIdOf, snIdOf } from './fixtures/member-ids.ts';

const at = (path: string, host = 'www.linkedin.com') => classify(new URL(`https://${host}${path}`));
const id = lnIdOf(7);

describe('addresses of people', () => {
  it.each([
    ['/in/ada-example', []],
    ['/in/ada-example/', []],
    ['/in/ada-example/?miniProfileUrn=urn%3Ali%3Ax&trk=y#z', []],
    ['/in/ada-example/de/', ['de']],
    ['/in/ada-example/details/experience/', ['details', 'experience']],
    ['/in/ada-example/overlay/contact-info/', ['overlay', 'contact-info']],
    ['/in/ada-example/recent-activity/all/', ['recent-activity', 'all']],
    ['/in/ada-example/edit/intro/', ['edit', 'intro']],
    ['/mwlite/in/ada-example', []],
    ['/mwlite/profile/in/ada-example', []],
    ['/IN/ada-example/', []],
  ])('%s', (path, tail) => {
    expect(at(path)).toEqual({ type: 'person', handle: 'ada-example', tail });
  });

  it.each(['de.linkedin.com', 'm.linkedin.com', 'touch.linkedin.com', 'linkedin.com', 'WWW.LinkedIn.com'])(
    'on %s',
    (host) => {
      expect(at('/in/ada-example', host)).toMatchObject({ type: 'person', handle: 'ada-example' });
    },
  );

  it('decodes once, and refuses what was encoded twice or cannot be decoded', () => {
    expect(at('/in/zo%C3%AB')).toMatchObject({ handle: 'zoë' });
    expect(at('/in/zoe%CC%88')).toMatchObject({ handle: 'zoë' });
    expect(at('/in/zo%25C3%25AB')).toEqual({ type: 'other' });
    expect(at('/in/%C3')).toEqual({ type: 'other' });
    expect(at('/in/a%2Fb')).toEqual({ type: 'other' });
  });

  it('with ids, and without a name of their own', () => {
    expect(at(`/in/${id}/`)).toEqual({ type: 'person', lnId: id, tail: [] });
    expect(at(`/in/${snIdOf(7)}`)).toEqual({ type: 'person', snId: snIdOf(7), tail: [] });
    expect(at('/in/me/')).toEqual({ type: 'person', alias: 'me', tail: [] });
    expect(at('/pub/ada-example/1a/2b/3c')).toEqual({ type: 'person', alias: 'legacy', tail: [] });
    expect(at('/pub/dir/Ada/Example')).toEqual({ type: 'other' });
    expect(at('/in/')).toEqual({ type: 'other' });
  });
});

describe('other addresses', () => {
  it.each([
    ['/company/acme/about/', { type: 'company', space: 'company', handle: 'acme', tail: ['about'] }],
    ['/company/1277', { type: 'company', space: 'company', companyId: '1277', tail: [] }],
    ['/school/acme-academy/', { type: 'company', space: 'school', handle: 'acme-academy', tail: [] }],
    [
      '/showcase/acme-labs/posts',
      { type: 'company', space: 'showcase', handle: 'acme-labs', tail: ['posts'] },
    ],
    [`/sales/lead/${snIdOf(7)},NAME_SEARCH,x1y2`, { type: 'lead', snId: snIdOf(7) }],
    [`/sales/people/${snIdOf(7)},NAME_SEARCH,x1y2`, { type: 'lead', snId: snIdOf(7) }],
    ['/sales/company/1277', { type: 'account', companyId: '1277' }],
    ['/sales/lead/somebody', { type: 'other' }],
    ['/search/results/people/?keywords=x', { type: 'search', vertical: 'people' }],
    ['/authwall?trk=x', { type: 'wall' }],
    ['/checkpoint/challenge/abc', { type: 'wall' }],
    ['/login', { type: 'wall' }],
    ['/uas/login-submit', { type: 'wall' }],
    ['/404/', { type: 'notFound' }],
    ['/feed/', { type: 'other' }],
    ['/', { type: 'other' }],
  ])('%s', (path, expected) => {
    expect(at(path)).toEqual(expected);
  });

  it('of other sites are nothing to us', () => {
    expect(at('/in/ada-example', 'linkedin.com.example')).toEqual({ type: 'other' });
    expect(at('/in/ada-example', 'notlinkedin.com')).toEqual({ type: 'other' });
  });
});

describe('one form for every address', () => {
  it('is lower case and encoded, and keeps the case of ids', () => {
    expect(personUrl('Zoë')).toBe('https://www.linkedin.com/in/zo%C3%AB');
    expect(personUrl(id)).toBe(`https://www.linkedin.com/in/${id}`);
    expect(companyUrl('school', 'Acme')).toBe('https://www.linkedin.com/school/acme');
  });

  it('compares handles in any case and Unicode form, but never nothing with nothing', () => {
    expect(sameHandle('ZOE\u0308', 'zoë')).toBe(true);
    expect(sameHandle('ada', 'adam')).toBe(false);
    expect(sameHandle(undefined, undefined)).toBe(false);
  });

  it('prefers the page’s way of writing a handle', () => {
    expect(handleOf({ handle: 'ADA' }, ['max', 'ada'])).toBe('ada');
    expect(handleOf({ handle: 'ADA' }, ['max'])).toBe('ADA');
    expect(handleOf({}, ['max'])).toBe('max');
  });
});

describe('links on a page', () => {
  it('are read relative or absolute', () => {
    expect(handleIn('/in/ada-example?x=1')).toBe('ada-example');
    expect(handleIn(`https://de.linkedin.com/in/${id}`)).toBeUndefined();
    expect(handleIn(null)).toBeUndefined();
    expect(handleIn('https://')).toBeUndefined();
    expect(handleIn('https://ada.example/in/ada-example')).toBeUndefined();
  });

  it.each([
    [
      'https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fada.example%2F&urlhash=x',
      'https://ada.example/',
    ],
    ['/redir/redirect?url=http%3A%2F%2Fada.example', 'http://ada.example/'],
    [
      'https://ada.example/redirect?url=https://other.example',
      'https://ada.example/redirect?url=https://other.example',
    ],
    ['/safety/go/?url=javascript%3Aalert(1)', undefined],
    ['javascript:alert(1)', undefined],
    ['/in/ada-example', undefined],
    ['https://www.linkedin.com/safety/go/', undefined],
  ])('lead out: %s', (href, expected) => {
    expect(outboundUrl(href)).toBe(expected);
  });
});
