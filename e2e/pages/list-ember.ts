import type { Company, Language } from './cast.ts';
import { companyTopCard } from './company.ts';
import type { Listed } from './crowd.ts';
import { EmberIds, emberDocument, icon } from './ember-frame.ts';
import { strangers } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { hiddenName, type ListOptions, mutualText } from './list-frame.ts';
import { type Child, h, type Markup } from './markup.ts';
import { photoUrl } from './media.ts';
import { type Words, wordsOf } from './words.ts';

/** People search and a company's People tab in the Ember frontend. */

const headless = 'https://www.linkedin.com/search/results/people/headless?origin=FACETED_SEARCH';

function hrefOf({ person }: Listed): string {
  const urn = encodeURIComponent(`urn:li:fs_miniProfile:${lnIdOf(person.memberId)}`);
  return `https://www.linkedin.com/in/${encodeURIComponent(person.handle)}?miniProfileUrn=${urn}`;
}

const messagesBeside = (options: ListOptions) =>
  options.filler === false ? [] : strangers('messages beside a list', 54);

export function emberSearch(rows: Listed[], options: ListOptions = {}): string {
  const ids = new EmberIds();
  const words = wordsOf(options.language ?? 'en');
  return emberDocument({
    title: '"harbour" | Search | LinkedIn',
    pageKey: 'd_flagship3_search_srp_people',
    words,
    data: [],
    messages: messagesBeside(options),
    main: h(
      'div',
      { class: 'scaffold-layout__row' },
      h(
        'main',
        { class: 'scaffold-layout__main', id: ids.next() },
        h(
          'div',
          { class: 'search-results-container' },
          h('h2', { class: 'pb2 t-black--light t-14' }, `\nAbout ${rows.length} results\n`),
          h(
            'ul',
            { role: 'list', class: 'artdeco-card list-style-none' },
            ...rows.map((row) =>
              h('li', { class: 'feed-post' }, searchRow(row, ids, words, options.language)),
            ),
          ),
        ),
      ),
      h('aside', { class: 'scaffold-layout__aside' }),
    ),
  });
}

function searchRow(row: Listed, ids: EmberIds, words: Words, language: Language | undefined): Markup {
  const { person, hidden, noHeadline, noLocation } = row;
  const href = hidden ? headless : hrefOf(row);
  const degree = words.degree(person.degree ?? 3);
  const name = hidden
    ? hiddenName(language)
    : h(
        'span',
        { dir: 'ltr' },
        h('span', { 'aria-hidden': 'true' }, person.shownName),
        h('span', { class: 'visually-hidden' }, `View ${person.shownName}’s profile`),
      );
  return h(
    'div',
    {
      class: 'kTqWzRvNcYpLxHbD',
      'data-chameleon-result-urn': hidden ? 'urn:li:member:headless' : `urn:li:member:${person.memberId}`,
      'data-view-name': 'search-entity-result-universal-template',
    },
    h(
      'div',
      { class: 'linked-area flex-1 cursor-pointer aside-person' },
      h('div', {}, h('div', { class: 'display-flex align-items-center' }, picture(row, href, ids))),
      h(
        'div',
        { class: 'mQdGfWpZsJtLyRkX pvs-entity__texts' },
        h(
          'div',
          {},
          h(
            'div',
            { class: 't-roman t-sans' },
            h(
              'div',
              { class: 'display-flex' },
              h(
                'span',
                { class: 'rGxVnBqKcWfTzPyM' },
                h(
                  'span',
                  { class: 'hDpSwLrNqXkVtFbJ t-16' },
                  h('a', { href, 'data-test-app-aware-link': '' }, name),
                  !hidden &&
                    h(
                      'span',
                      { class: 'entity-result__badge t-14 t-normal t-black--light' },
                      h(
                        'div',
                        { class: 'display-flex align-items-baseline' },
                        h(
                          'span',
                          { class: 'image-text-lockup__text entity-result__badge-text' },
                          h('span', { 'aria-hidden': 'true' }, `• ${degree}`),
                          h('span', { class: 'visually-hidden' }, `${degree} degree connection`),
                        ),
                      ),
                    ),
                ),
              ),
            ),
          ),
          h(
            'div',
            { class: 'wYvKdGmXbRqLsZpT t-14 t-black t-normal' },
            `\n  ${noHeadline ? '' : person.headline}\n`,
          ),
          !noLocation && h('div', { class: 'bNfJtWqPxLcVkHrS t-14 t-normal' }, `\n  ${person.location}\n`),
        ),
        row.snippet !== undefined &&
          h(
            'p',
            { class: 'entity-result__summary t-12 t-black--light' },
            'Current: ',
            h('strong', {}, row.snippet),
          ),
        row.mutual.length > 0 && insight(row),
      ),
      h(
        'div',
        { class: 'entity-result__actions' },
        h(
          'button',
          {
            type: 'button',
            id: ids.next(),
            class: 'artdeco-button artdeco-button--2 artdeco-button--secondary',
            'aria-label': `Invite ${person.shownName} to connect`,
          },
          h('span', { class: 'artdeco-button__text' }, `\n${words.connect}\n`),
        ),
      ),
    ),
  );
}

function picture(row: Listed, href: string, ids: EmberIds): Markup {
  const { person, hidden } = row;
  const image =
    hidden || person.photo === false
      ? h('div', { class: 'presence-entity__image EntityPhoto-circle-3-ghost-person', id: ids.next() })
      : h('img', {
          class: 'presence-entity__image EntityPhoto-circle-3',
          src: photoUrl(person.handle, 100),
          alt: person.shownName,
          id: ids.next(),
          loading: 'lazy',
        });
  return h(
    'a',
    { href, class: 'scale-down', 'aria-hidden': 'false', tabindex: 0 },
    h(
      'div',
      { class: 'ivm-image-view-model' },
      h(
        'div',
        { class: 'presence-entity presence-entity--size-3' },
        image,
        !hidden && h('span', { class: 'visually-hidden' }, 'Status is offline'),
      ),
    ),
  );
}

/** People whom both know: their links bear the id alone. */
function insight({ mutual }: Listed): Markup {
  const link = (child: Child, memberId: string) =>
    h('a', { href: `https://www.linkedin.com/in/${lnIdOf(memberId)}`, class: 'app-aware-link' }, child);
  return h(
    'div',
    { class: 'entity-result__insights t-12' },
    h(
      'div',
      { class: 'reusable-search-simple-insight__text-container' },
      h(
        'span',
        { class: 'reusable-search-simple-insight__text' },
        ...mutual.map(({ name, memberId }) => [link(h('strong', {}, name), memberId), ', ']),
        'and 3 other mutual connections',
      ),
    ),
  );
}

/** The People tab: the company's top card, then cards of those who work there. */
export function companyPeople(company: Company, rows: Listed[], options: ListOptions = {}): string {
  const ids = new EmberIds();
  const language = options.language === 'de' ? 'de' : 'en';
  const words = wordsOf(options.language ?? 'en');
  return emberDocument({
    title: `(1) ${company.name}: People | LinkedIn`,
    pageKey: 'd_flagship3_company_people',
    words,
    data: [],
    messages: messagesBeside(options),
    main: h(
      'div',
      { class: 'scaffold-layout__row organization-outlet' },
      h(
        'main',
        { 'aria-label': `Organization page for ${company.name}` },
        companyTopCard(company, language, ids),
        h(
          'div',
          { class: 'org-people-module artdeco-card' },
          h('h2', { class: 'text-heading-large' }, `${rows.length} associated members`),
          h(
            'ul',
            { class: 'display-flex list-style-none flex-wrap' },
            ...rows.map((row, index) =>
              h(
                'li',
                { class: 'grid grid__col--lg-8 block org-people-profile-card__profile-card-spacing' },
                h('div', {}, card(row, index, ids, words, options.language)),
              ),
            ),
          ),
        ),
      ),
      h('aside', { class: 'scaffold-layout__aside' }),
    ),
  });
}

function card(
  row: Listed,
  index: number,
  ids: EmberIds,
  words: Words,
  language: Language | undefined,
): Markup {
  const { person, hidden, noHeadline } = row;
  const imageId = { id: `org-people-profile-card__profile-image-${index}` };
  const image =
    hidden || person.photo === false
      ? h('div', { class: 'ghost-person' })
      : h('img', { src: photoUrl(person.handle, 100), alt: person.shownName, width: 104, loading: 'lazy' });
  const name = hidden ? hiddenName(language) : person.shownName;
  const title = h(
    'div',
    { class: 'ember-view lt-line-clamp lt-line-clamp--single-line', id: ids.next() },
    `\n  ${name}\n`,
  );
  const degree = words.degree(person.degree ?? 3);
  const block = (part: string, ...children: Child[]) =>
    h('div', { class: `artdeco-entity-lockup__${part} ember-view`, id: ids.next() }, ...children);
  return h(
    'section',
    { class: 'artdeco-card full-width' },
    h(
      'div',
      { class: 'org-people-profile-card__profile-info' },
      h(
        'div',
        { class: 'artdeco-entity-lockup artdeco-entity-lockup--stacked-center', id: ids.next() },
        block('image', hidden ? h('div', imageId, image) : h('a', { ...imageId, href: hrefOf(row) }, image)),
        block(
          'content',
          block(
            'title',
            hidden
              ? title
              : h('a', { href: hrefOf(row), 'aria-label': `View ${person.shownName}’s profile` }, title),
          ),
          !hidden &&
            block(
              'badge',
              h('span', { class: 'a11y-text' }, `${degree} degree connection`),
              h('span', { class: 'artdeco-entity-lockup__degree', 'aria-hidden': 'true' }, `· ${degree}`),
            ),
          block(
            'subtitle',
            h(
              'div',
              { class: 't-14 t-black--light t-normal' },
              h(
                'div',
                { class: 'ember-view lt-line-clamp lt-line-clamp--multi-line', id: ids.next() },
                noHeadline ? '' : `\n  ${person.headline}\n`,
              ),
            ),
          ),
          block('caption'),
        ),
      ),
      h(
        'span',
        { class: 'text-align-center' },
        h(
          'span',
          { class: 'ember-view lt-line-clamp lt-line-clamp--multi-line t-12 t-black--light', id: ids.next() },
          mutualText(words, row.mutual),
        ),
      ),
    ),
    !hidden &&
      h(
        'footer',
        { class: 'ph3 pb3' },
        h(
          'button',
          {
            type: 'button',
            id: ids.next(),
            class: 'artdeco-button artdeco-button--2 artdeco-button--secondary',
            'aria-label': `Message ${person.shownName}`,
          },
          icon('send-privately'),
          h('span', { class: 'artdeco-button__text' }, words.message),
        ),
      ),
  );
}
