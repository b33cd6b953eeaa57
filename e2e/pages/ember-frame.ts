import { emberStyle } from './ember-style.ts';
import type { Stranger } from './filler.ts';
import { iconContent } from './icons.ts';
import { lnIdOf } from './ids.ts';
import { all, type Child, h, json, type Markup, raw } from './markup.ts';
import { photoUrl } from './media.ts';
import { viewer } from './people.ts';
import { Seeded } from './seeded.ts';
import type { Words } from './words.ts';

/** What all Ember pages share: head, navigation, hidden doubles, and the data blocks of the first load. */

export interface DataBlock {
  /** The call that the block answers. */
  request: string;
  body: unknown;
}

export interface EmberPage {
  title: string;
  pageKey: string;
  words: Words;
  /** Entries of the page's own data blocks, besides the viewer's. */
  data: DataBlock[];
  main: Child;
  /** Conversations in the drawer at the foot of the page. */
  messages?: Stranger[];
}

export function emberDocument({ title, pageKey, words, data, main, messages = [] }: EmberPage): string {
  const page = h(
    'html',
    { lang: words.locale.slice(0, 2), class: 'theme theme--classic artdeco ember-application' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'i18nLocale', content: words.locale }),
      h('meta', { name: 'clientPageInstanceId', content: new Seeded(title).key() }),
      h('meta', { name: 'serviceVersion', content: '1.13.9117' }),
      h('title', {}, title),
      h('style', {}, raw(emberStyle)),
    ),
    h(
      'body',
      { dir: words.direction, class: 'render-mode-BIGPIPE ember-application' },
      ...dataBlocks(title, pageKey, [viewerBlock(), ...settingsBlocks(title), ...data]),
      h('div', { id: 'a11y-notification', class: 'visually-hidden', 'aria-live': 'polite' }),
      h(
        'div',
        { class: 'application-outlet ember-view', id: 'ember3' },
        navigation(words),
        h('div', { class: 'authentication-outlet' }, main),
        messagingDrawer(messages),
      ),
    ),
  );
  return `<!DOCTYPE html>${page.html}`;
}

/** Each block has a second one that says which call it answers. */
function dataBlocks(seed: string, pageKey: string, blocks: DataBlock[]): Markup[] {
  const start = 100_000 + new Seeded(seed).below(800_000);
  const hidden = { style: 'display: none' };
  return [
    ...blocks.flatMap(({ request, body }, index) => [
      h('code', { ...hidden, id: `bpr-guid-${start + index}` }, json(body)),
      h(
        'code',
        { ...hidden, id: `datalet-bpr-guid-${start + index}` },
        json({ request, status: 200, body: `bpr-guid-${start + index}`, method: 'GET' }),
      ),
    ]),
    h('code', { ...hidden, id: 'clientPageInstance' }, `urn:li:page:${pageKey};${new Seeded(seed).key()}`),
  ];
}

function viewerBlock(): DataBlock {
  const lnId = lnIdOf(viewer.memberId);
  return {
    request: '/voyager/api/me',
    body: {
      data: {
        plainId: Number(viewer.memberId),
        '*miniProfile': `urn:li:fs_miniProfile:${lnId}`,
        $type: 'com.linkedin.voyager.common.Me',
      },
      included: [
        {
          firstName: viewer.firstName,
          lastName: viewer.lastName,
          occupation: viewer.headline,
          publicIdentifier: viewer.handle,
          objectUrn: `urn:li:member:${viewer.memberId}`,
          dashEntityUrn: `urn:li:fsd_profile:${lnId}`,
          entityUrn: `urn:li:fs_miniProfile:${lnId}`,
          $type: 'com.linkedin.voyager.identity.shared.MiniProfile',
        },
      ],
    },
  };
}

/** Switches and texts of the application, which make up most of the data of a real page. */
function settingsBlocks(seed: string): DataBlock[] {
  const chance = new Seeded(`settings of ${seed}`);
  return ['chameleonConfig', 'launchpadViews', 'globalNavs'].map((name) => ({
    request: `/voyager/api/${name}`,
    body: {
      data: {
        elements: Array.from({ length: 160 }, () => ({
          lixTracking: {
            urn: `urn:li:member:${viewer.memberId}`,
            segmentIndex: chance.below(9),
            experimentId: chance.below(9_999_999),
            treatmentIndex: chance.below(4),
            $type: 'com.linkedin.voyager.dash.segments.chameleon.ChameleonConfigLixTrackingInfo',
          },
          key: chance.key(),
        })),
      },
      included: [],
    },
  }));
}

function navigation(words: Words): Markup {
  const items = [
    [words.home, '/feed/'],
    [words.network, '/mynetwork/'],
    [words.jobs, '/jobs/'],
    [words.messaging, '/messaging/'],
    [words.notifications, '/notifications/'],
  ] as const;
  return h(
    'header',
    { id: 'global-nav', class: 'global-nav' },
    h('h1', { class: 'a11y-text' }, 'LinkedIn'),
    h(
      'div',
      { class: 'global-nav__content' },
      h('a', { href: '/feed/', class: 'global-nav__brand' }, 's'),
      h(
        'nav',
        { class: 'global-nav__nav', style: 'margin-inline-start:auto' },
        h(
          'ul',
          { class: 'global-nav__primary-items' },
          ...items.map(([label, href]) =>
            h(
              'li',
              { class: 'global-nav__primary-item' },
              h('a', { href }, h('span', { title: label }, label)),
            ),
          ),
          h(
            'li',
            {},
            h('img', {
              class: 'global-nav__me-photo',
              alt: viewer.shownName,
              src: photoUrl(viewer.handle, 100),
              width: 24,
            }),
          ),
        ),
      ),
    ),
  );
}

/** Closed; the names in it are nobody's whose page this is. */
function messagingDrawer(people: Stranger[]): Markup {
  return h(
    'aside',
    { id: 'msg-overlay', class: 'msg-overlay-container artdeco-dropdown__content' },
    h(
      'ul',
      { class: 'msg-conversations-container__conversations-list' },
      ...people.map((one, index) =>
        h(
          'li',
          { id: `ember${2000 + index}`, class: 'ember-view msg-conversation-listitem' },
          h(
            'div',
            { class: 'msg-conversation-card msg-conversations-container__pillar', tabindex: 0 },
            h('img', {
              class: 'presence-entity__image evi-image ember-view',
              src: photoUrl(one.handle, 100),
              alt: one.name,
              loading: 'lazy',
            }),
            h('h3', { class: 'msg-conversation-listitem__participant-names' }, doubled(one.name)),
            h('time', { class: 'msg-conversation-listitem__time-stamp' }, 'Oct 12'),
            h(
              'p',
              { class: 'msg-conversation-card__message-snippet' },
              doubled(`${one.name}: see you on Thursday`),
            ),
            ...['archive', 'delete', 'mute', 'star', 'unread'].map((action) =>
              h(
                'button',
                {
                  type: 'button',
                  class: 'artdeco-button',
                  'aria-label': `${action} conversation with ${one.name}`,
                },
                icon(action),
                h('span', { class: 'artdeco-button__text' }, action),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** A text as people see it and its copy for screen readers. */
export function doubled(text: string): Markup {
  return all(
    h('span', { 'aria-hidden': 'true' }, raw('<!---->'), text, raw('<!---->')),
    h('span', { class: 'visually-hidden' }, raw('<!---->'), text, raw('<!---->')),
  );
}

/** Numbers for `id="ember123"`, anew for each page. */
export class EmberIds {
  private last = 40;

  next(): string {
    this.last += 1;
    return `ember${this.last}`;
  }
}

export function icon(name: string, size: 'small' | 'medium' = 'small'): Markup {
  const side = size === 'small' ? 16 : 24;
  return h(
    'svg',
    {
      role: 'none',
      'aria-hidden': 'true',
      class: 'artdeco-button__icon',
      xmlns: 'http://www.w3.org/2000/svg',
      width: side,
      height: side,
      viewBox: `0 0 ${side} ${side}`,
      'data-test-icon': `${name}-${size}`,
    },
    iconContent(name, side),
  );
}
