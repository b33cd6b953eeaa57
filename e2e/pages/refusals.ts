import { EmberIds, emberDocument } from './ember-frame.ts';
import { posts, strangers } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { h } from './markup.ts';
import { photoUrl } from './media.ts';
import { sduiShell } from './sdui.ts';
import { wordsOf } from './words.ts';

/** Signed-in pages that hold nobody to save. */

/** What LinkedIn shows for an address that leads nowhere. */
export function notFoundPage(): string {
  return emberDocument({
    title: 'LinkedIn',
    pageKey: 'd_flagship3_404',
    words: wordsOf('en'),
    data: [],
    main: h(
      'main',
      {
        class: 'artdeco-card ph5 pb5 not-found',
        style: 'max-width:640px;margin:60px auto;text-align:center',
      },
      h(
        'section',
        { class: 'artdeco-empty-state' },
        h('h2', { class: 'artdeco-empty-state__headline' }, 'This page doesn’t exist'),
        h(
          'p',
          { class: 'artdeco-empty-state__message' },
          'Please check your URL or return to LinkedIn home.',
        ),
        h('a', { href: '/feed/', class: 'artdeco-button' }, 'Go to your feed'),
      ),
    ),
  });
}

/** A member who is hidden from this viewer: no name, no handle, nothing to save. */
export function hiddenMember(memberId: string): string {
  const lnId = lnIdOf(memberId);
  const key = { componentkey: `com.linkedin.sdui.profile.card.ref${lnId}Topcard` };
  return sduiShell(
    'com.linkedin.sdui.flagshipnav.profile.Profile',
    'LinkedIn Member | LinkedIn',
    'd_flagship3_profile_view_base',
    h(
      'div',
      key,
      h(
        'section',
        key,
        h('h2', {}, 'LinkedIn Member'),
        h('p', {}, 'This member’s profile is out of your network.'),
        h('a', { href: 'https://www.linkedin.com/search/results/people/headless' }, 'Search for people'),
      ),
    ),
  );
}

/** The feed is full of people, none of whom is the page's subject. */
export function feedPage(): string {
  const authors = strangers('feed', 30);
  return sduiShell(
    'com.linkedin.sdui.flagshipnav.feed.MainFeed',
    '(3) Feed | LinkedIn',
    'd_flagship3_feed',
    h(
      'div',
      { 'data-testid': 'mainFeed' },
      ...posts('feed', 30).map((post, index) =>
        h(
          'div',
          { role: 'listitem', style: 'background:#fff;border-radius:12px;padding:16px;margin-bottom:10px' },
          h('h2', { style: 'font-size:1px;opacity:0' }, 'Feed post'),
          h('a', { href: `https://www.linkedin.com/in/${authors[index]?.handle}/` }, authors[index]?.name),
          h('p', {}, authors[index]?.headline),
          h('img', { src: photoUrl(authors[index]?.handle ?? '', 100), alt: '', width: 40 }),
          h('p', {}, h('span', { 'data-testid': 'expandable-text-box' }, post.text)),
        ),
      ),
    ),
  );
}

/** The new frontend before its content came. */
export function emptySduiShell(): string {
  return sduiShell(
    'com.linkedin.sdui.flagshipnav.profile.Profile',
    'LinkedIn',
    'd_flagship3_profile_view_base',
  );
}

/** The older frontend before its content came. */
export function emptyEmberShell(): string {
  return emberDocument({
    title: 'LinkedIn',
    pageKey: 'd_flagship3_company',
    words: wordsOf('en'),
    data: [],
    main: h(
      'div',
      { class: 'initial-load-animation', id: new EmberIds().next() },
      h('div', { class: 'loading-bar' }),
    ),
  });
}
