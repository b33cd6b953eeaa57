import type { Listed } from './crowd.ts';
import type { Stranger } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { hiddenName, ListFrame, type ListOptions } from './list-frame.ts';
import { type Child, h, type Markup } from './markup.ts';
import { photoUrl } from './media.ts';
import { Seeded } from './seeded.ts';
import { grouped } from './words.ts';

/** People search and the connections in the server-driven frontend. */

const hrefOf = (handle: string) => `https://www.linkedin.com/in/${encodeURIComponent(handle)}/`;
const headless = 'https://www.linkedin.com/search/results/people/headless?origin=GLOBAL_SEARCH_HEADER';

export function sduiSearch(rows: Listed[], options: ListOptions = {}): string {
  const frame = new ListFrame(options);
  const look = new SearchRows(frame, options);
  return frame.document(
    'com.linkedin.sdui.flagshipnav.search.SearchResultsPeople',
    '"harbour" | Search | LinkedIn',
    'd_flagship3_search_srp_people',
    frame.box(
      'div',
      'card',
      { 'data-testid': 'lazy-column', 'data-component-type': 'LazyColumn', role: 'list' },
      ...rows.flatMap((row) => [look.row(row), frame.box('hr', 'rule', { role: 'presentation' })]),
    ),
  );
}

class SearchRows {
  private readonly frame: ListFrame;
  private readonly options: ListOptions;
  private readonly chance = new Seeded('search rows');

  constructor(frame: ListFrame, options: ListOptions) {
    this.frame = frame;
    this.options = options;
  }

  row(row: Listed): Markup {
    const { frame } = this;
    const { person, hidden } = row;
    const href = hidden ? headless : hrefOf(person.handle);
    const key = this.chance.key();
    const empty = frame.box('a', 'rowLink', { tabindex: 0, href, componentkey: key });
    return frame.box(
      'div',
      'row',
      { role: 'listitem' },
      h(
        'div',
        { 'data-display-contents': 'true' },
        // The whole row is a link with links in it; a saved page has the pieces beside each other.
        empty,
        frame.box(
          'div',
          'rowColumns',
          { componentkey: key },
          empty,
          frame.box(
            'div',
            'side',
            {},
            frame.box('a', 'rowLink', { tabindex: 0, href }, this.figure(row)),
            frame.box('div', 'entryText', {}, ...this.texts(row, href)),
          ),
          !hidden && this.action(row),
        ),
        row.snippet !== undefined &&
          frame.box('div', 'snippet', {}, frame.text('small', 'Current: ', h('strong', {}, row.snippet))),
        row.mutual.length > 0 && this.mutual(row.mutual),
      ),
    );
  }

  /** Name and degree, headline, place: one line each. */
  private texts({ person, hidden, noHeadline, noLocation }: Listed, href: string): Child[] {
    const { frame } = this;
    const degree = `• ${frame.words.degree(person.degree ?? 3)}`;
    return [
      frame.text(
        'strong',
        frame.box(
          'a',
          'link',
          { href },
          hidden ? hiddenName(this.options.language) : person.shownName,
          person.verified &&
            h('span', { role: 'img', 'aria-label': 'Verified' }, h('svg', { id: 'verified-small' })),
        ),
        !hidden && h('span', {}, frame.box('span', 'quiet', {}, degree)),
      ),
      person.verified &&
        h('div', { id: this.chance.key(), style: 'display:none' }, frame.text('small', person.shownName)),
      frame.box('div', 'line', {}, frame.text('quiet', noHeadline ? '--' : person.headline)),
      !noLocation && frame.box('div', 'line', {}, frame.text('quiet', person.location)),
    ];
  }

  private figure({ person, hidden }: Listed): Markup {
    const src = hidden || person.photo === false ? undefined : photoUrl(person.handle, 100);
    return h(
      'figure',
      {},
      src
        ? this.frame.box('img', 'sideFace', { src, alt: person.shownName, 'data-loaded': 'true' })
        : h('svg', { id: 'person-accent-4', 'aria-hidden': 'true' }),
    );
  }

  private action({ person }: Listed): Markup {
    const { frame } = this;
    const invite = `/preload/search-custom-invite/?vanityName=${encodeURIComponent(person.handle)}`;
    return frame.box(
      'div',
      'buttons',
      {},
      h(
        'div',
        { componentkey: `SearchResults${lnIdOf(person.memberId)}` },
        frame.box(
          'a',
          'secondary',
          { href: invite, 'aria-label': `Invite ${person.shownName} to connect` },
          h('svg', { id: 'connect-small' }),
          h('span', {}, frame.words.connect),
        ),
      ),
    );
  }

  private mutual(friends: Stranger[]): Markup {
    const { frame } = this;
    const all = 'https://www.linkedin.com/search/results/people/?origin=SHARED_CONNECTIONS_CANNED_SEARCH';
    return frame.box(
      'div',
      'mutual',
      { componentkey: this.chance.key() },
      frame.box(
        'ul',
        'faces',
        { role: 'presentation' },
        ...friends.map(({ handle }) =>
          h('li', {}, h('figure', {}, frame.box('img', 'face', { src: photoUrl(handle, 100), alt: '' }))),
        ),
      ),
      frame.box(
        'div',
        'line',
        {},
        frame.text(
          'small',
          ...friends.map(({ handle, name }) => [
            h('a', { href: hrefOf(handle) }, h('strong', {}, name)),
            ', ',
          ]),
          h('a', { href: all }, h('strong', {}, '4 other mutual connections')),
        ),
      ),
    );
  }
}

/** The viewer's own connections: name and headline; the date behind them is no place. */
export function sduiConnections(rows: Listed[], options: ListOptions = {}): string {
  const frame = new ListFrame(options);
  const chance = new Seeded('connections');
  const list = { componentkey: 'ConnectionsPage_ConnectionsList' };
  return frame.document(
    'com.linkedin.sdui.flagshipnav.mynetwork.Connections',
    '(4) Connections | LinkedIn',
    'd_flagship3_people_connections',
    frame.box(
      'section',
      'card',
      {},
      h(
        'div',
        { componentkey: 'ConnectionsPage_ConnectionsListHeader' },
        frame.text('heading', `${grouped(rows.length, 'en')} connections`),
        frame.box(
          'div',
          'inline',
          {},
          frame.text('quiet', 'Sort by:'),
          frame.box('div', 'link', { role: 'button', tabindex: 0 }, frame.text('strong', 'Recently added')),
          h(
            'a',
            { href: 'https://www.linkedin.com/search/results/people/?network=["F"]' },
            frame.text('strong', 'Search with filters'),
          ),
        ),
      ),
      frame.box('hr', 'rule', { role: 'presentation' }),
      h('div', list, frame.box('div', 'column', { ...list, 'data-testid': 'lazy-column' }, ...rows.map(row))),
    ),
  );

  function row({ person, noHeadline }: Listed, index: number): Child {
    const link = { href: hrefOf(person.handle), tabindex: 0, componentkey: chance.key() };
    const urn = encodeURIComponent(`urn:li:fsd_profile:${lnIdOf(person.memberId)}`);
    return [
      h(
        'div',
        { 'data-view-name': 'connections-list', 'data-display-contents': 'true' },
        frame.box(
          'div',
          'side',
          { componentkey: chance.key() },
          frame.box(
            'a',
            'rowLink',
            link,
            h(
              'figure',
              {},
              frame.box('img', 'sideFace', {
                src: photoUrl(person.handle, 100),
                alt: `${person.shownName}’s profile picture`,
              }),
            ),
          ),
          frame.box(
            'div',
            'entryText',
            {},
            frame.box(
              'div',
              'stack',
              {},
              frame.box(
                'a',
                'rowLink',
                link,
                frame.box(
                  'div',
                  'stack',
                  {},
                  frame.text('strong', person.shownName),
                  !noHeadline &&
                    frame.box('div', 'line', {}, frame.text('quiet', h('span', {}, person.headline))),
                ),
              ),
              frame.text('small', `Connected on May ${(index % 28) + 1}, 2026`),
            ),
          ),
          frame.box(
            'div',
            'buttons',
            {},
            frame.box(
              'a',
              'secondary',
              { href: `/messaging/compose/?profileUrn=${urn}` },
              h('span', {}, frame.words.message),
            ),
            frame.box('button', 'moreButton', {
              type: 'button',
              'aria-label': `More actions for ${person.shownName}`,
            }),
          ),
        ),
      ),
      frame.box('div', 'slot', {}, frame.box('hr', 'rule', { role: 'presentation' })),
    ];
  }
}
