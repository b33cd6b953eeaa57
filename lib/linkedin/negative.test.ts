import { describe, expect, it } from 'vitest';
import { guestProfile } from './fixtures/guest-profile.ts';
import { loadPage } from './fixtures/load.ts';
import { refusalOf, refusalOfAddress } from './negative.ts';
import { onPage } from './on-page.ts';

const profile = 'https://www.linkedin.com/in/ada-example/';
const withKey = (key: string) => `<head><meta name="pageKey" content="${key}"></head><main><h1>x</h1></main>`;

const isPerson = (url: string) => new URL(url).pathname.startsWith('/in/');

function refuse(html: string, url: string): string | undefined {
  const refusal = refusalOfAddress(new URL(url)) ?? refusalOf(loadPage(html, url), isPerson(url));
  return refusal?.outcome;
}

describe('pages with nothing to read', () => {
  it.each([
    '/authwall?trk=x',
    '/login',
    '/login/de',
    '/uas/login?session_redirect=x',
    '/checkpoint/challenge/AgE',
    '/checkpoint/lg/login-submit',
    '/signup',
  ])('calls %s a wall by its address', (path) => {
    expect(refuse('<main></main>', `https://www.linkedin.com${path}`)).toBe('wall');
  });

  it.each([
    'auth_wall_desktop_profile',
    'auth_wall_mobile_web_company',
    'd_checkpoint_lg_consumer_login',
    'd_checkpoint_ch_captchaV2Challenge',
    'd_homepage-guest-home',
    'uas-consumer-login-internal',
  ])('calls a page with the key %s a wall, whatever its address', (key) => {
    expect(refuse(withKey(key), profile)).toBe('wall');
  });

  it('calls a page that only asks for a password a wall', () => {
    expect(refuse('<main><form><input type="password"></form></main>', profile)).toBe('wall');
  });

  it.each(['/404/', '/in/unavailable/', '/company/unavailable/', '/school/unavailable'])(
    'finds nobody at %s',
    (path) => {
      expect(refuse('<main></main>', `https://www.linkedin.com${path}`)).toBe('notFound');
    },
  );

  it('finds nobody on a page with the key of a missing one', () => {
    expect(refuse(withKey('d_flagship3_404'), profile)).toBe('notFound');
  });

  it.each(['LinkedIn Member', 'LinkedIn-Mitglied', 'Membre LinkedIn', 'Użytkownik LinkedIn'])(
    'cannot save %s',
    (name) => {
      expect(refuse(`<title>(3) ${name} | LinkedIn</title><main><h1>${name}</h1></main>`, profile)).toBe(
        'anonymous',
      );
    },
  );

  it('cannot save a hidden member of a search', () => {
    expect(refuse('<main></main>', 'https://www.linkedin.com/search/results/people/headless?origin=x')).toBe(
      'anonymous',
    );
  });

  it('lets pages through that have something to read', () => {
    expect(refuse(guestProfile({}), profile)).toBeUndefined();
    expect(refuse(guestProfile({ name: 'Linked Inge' }), profile)).toBeUndefined();
    expect(
      refuse(withKey('d_org_guest_company_overview'), 'https://www.linkedin.com/company/login-example/'),
    ).toBeUndefined();
    expect(refuse(withKey('d_flagship3_profile_view_base'), profile)).toBeUndefined();
    expect(
      refuse('<main><h1>Ada</h1><div role="dialog"><input type="password"></div></main>', profile),
    ).toBeUndefined();
  });
});

describe('what a reader found', () => {
  const read = (name: string) =>
    onPage(() => ({
      outcome: 'record',
      record: {
        kind: 'person',
        pageUrl: profile,
        layout: 'sdui',
        fields: { fullName: { value: name, from: 'heading', certain: true } },
        notices: [],
      },
    }))(loadPage('<main></main>', profile), new URL(profile));

  it('is a hidden member where those words stand in place of a name', () => {
    expect(read('LinkedIn-Mitglied')).toEqual({ outcome: 'anonymous' });
    expect(read('Ada Example')).toMatchObject({ outcome: 'record' });
  });
});
