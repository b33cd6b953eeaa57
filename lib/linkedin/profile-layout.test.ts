import { describe, expect, it } from 'vitest';
import { loadPage } from './fixtures/load.ts';
import { profileScriptFor } from './profile-layout.ts';

const scriptFor = (html: string) =>
  profileScriptFor(loadPage(html, 'https://www.linkedin.com/in/ada-example/'));

const card = '<section componentkey="profile.card.refACoAAExampleTopcard"></section>';

describe('which script reads a profile', () => {
  it.each([
    ['profile-mobile', '<meta name="pageKey" content="p_mwlite_profile_view">'],
    ['profile-mobile', '<div data-member-urn="urn:li:member:1" data-vanity-name="ada"></div>'],
    ['profile-sdui', '<meta name="como-pk" content="d_flagship3_profile_view_base">'],
    ['profile-sdui', '<div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"></div>'],
    ['profile-guest', '<meta name="pageKey" content="public_profile_v3">'],
    ['profile-ember', '<body class="ember-application"></body>'],
    ['profile-ember', '<code id="bpr-guid-1"></code>'],
    ['profile-ember', '<div id="ember12" class="ember-view"></div>'],
    ['profile-sdui', card],
    ['profile-sdui', card.replace('componentkey', 'id')],
  ])('%s knows a page with %s', (script, html) => {
    expect(scriptFor(html)).toBe(script);
  });

  it('takes a fragment with cards for the newer frontend, whatever older names its elements have', () => {
    expect(scriptFor(`<div id="ember12" class="ember-view">${card}</div>`)).toBe('profile-sdui');
  });

  it('believes what the page says of itself before what stands in it', () => {
    const meta = '<meta name="pageKey" content="public_profile_v3">';
    expect(scriptFor(`${meta}<div data-member-urn="urn:li:member:1" data-vanity-name="ada"></div>`)).toBe(
      'profile-guest',
    );
  });

  it('says nothing while a page has no mark', () => {
    expect(scriptFor('<main><h1>Ada</h1></main>')).toBeUndefined();
  });
});
