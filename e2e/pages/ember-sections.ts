import type { Employer, Person, Role, Study } from './cast.ts';
import { doubled, type EmberIds } from './ember-frame.ts';
import { posts } from './filler.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, pictureUrl } from './media.ts';
import { grouped, wordsOf } from './words.ts';

/** The cards below the top card of an Ember profile. Every text stands twice: as seen, and for screen readers. */

export function section(anchor: string, title: string, ids: EmberIds, body: Markup): Markup {
  return h(
    'section',
    {
      id: ids.next(),
      class: 'artdeco-card ember-view break-words pb3 mt2',
      tabindex: -1,
      'data-view-name': 'profile-card',
    },
    h('div', { id: anchor, class: 'pv-profile-card__anchor' }),
    h(
      'div',
      { class: 'pvs-header__container' },
      h(
        'div',
        { class: 'pvs-header__title-container' },
        h('h2', { class: 'pvs-header__title text-heading-large' }, doubled(title)),
      ),
    ),
    body,
  );
}

export function aboutBody(text: string, more: string): Markup {
  return h(
    'div',
    { class: 'display-flex ph5 pv3' },
    h(
      'div',
      { class: 'inline-show-more-text inline-show-more-text--is-collapsed white-space-pre-line' },
      doubled(text),
      h(
        'span',
        { class: 'inline-show-more-text__link-container-collapsed' },
        h(
          'button',
          { type: 'button', 'aria-expanded': 'false', style: 'border:0;background:none' },
          `…${more}`,
        ),
      ),
    ),
  );
}

export function activity(person: Person, ids: EmberIds): Markup {
  const words = wordsOf(person.language);
  const followers =
    person.followers === undefined ? '' : words.followers(grouped(person.followers, person.language));
  return h(
    'section',
    {
      id: ids.next(),
      class: 'artdeco-card ember-view pv-recent-activity-section-v2',
      'data-view-name': 'profile-card',
    },
    h('div', { id: 'content_collections', class: 'pv-profile-card__anchor' }),
    h(
      'div',
      { class: 'pvs-header__container' },
      h('h2', { class: 'pvs-header__title text-heading-large' }, doubled(words.activity)),
      followers !== '' && h('p', { class: 'pvs-header__subtitle ph5 text-body-small' }, doubled(followers)),
    ),
    h(
      'ul',
      {},
      ...posts(person.handle, 8).map((post) =>
        h(
          'li',
          { class: 'feed-post profile-creator-shared-feed-update__mini-container', id: ids.next() },
          h('span', { class: 'text-body-small' }, doubled(`${person.shownName} posted this`)),
          h('div', { class: 'inline-show-more-text' }, doubled(post.text)),
          h('img', {
            src: pictureUrl(`${person.handle} ${post.reactions}`),
            alt: '',
            loading: 'lazy',
            id: ids.next(),
          }),
          h('span', { class: 'text-body-small' }, `${post.reactions} · ${post.comments} comments`),
        ),
      ),
    ),
  );
}

export function list(items: Markup[]): Markup {
  return h(
    'div',
    { class: 'pvs-list__outer-container' },
    h(
      'ul',
      { class: 'pvs-list ph5 display-flex flex-row flex-wrap' },
      ...items.map((item) =>
        h(
          'li',
          {
            class:
              'artdeco-list__item pvs-list__item--line-separated pvs-list__item pvs-list__item--one-column',
          },
          item,
        ),
      ),
    ),
  );
}

export function employerItem(employer: Employer): Markup {
  const [first] = employer.roles;
  if (employer.roles.length === 1) {
    return entity(hrefOf(employer), employer.company?.handle, employer.name, [
      bold(first.title),
      plain([employer.name, employer.type].filter(Boolean).join(' · ')),
      light(dates(first)),
      first.place !== undefined && light(first.place),
    ]);
  }
  return entity(
    hrefOf(employer),
    employer.company?.handle,
    employer.name,
    [
      // A group is one link around its header.
      h(
        'a',
        {
          href: hrefOf(employer),
          class: 'optional-action-target-wrapper display-flex flex-column full-width',
        },
        bold(employer.name),
        plain([employer.type, employer.total].filter(Boolean).join(' · ')),
      ),
    ],
    h(
      'div',
      { class: 'pvs-list__outer-container pvs-sub' },
      h('ul', { class: 'pvs-list' }, ...employer.roles.map((role) => h('li', {}, subRole(employer, role)))),
    ),
  );
}

function subRole(employer: Employer, role: Role): Markup {
  return h(
    'div',
    { class: 'pvs-entity pvs-entity--padded', 'data-view-name': 'profile-component-entity' },
    h('span', { class: 'pvs-entity__path-node' }),
    h(
      'div',
      { class: 'display-flex flex-column full-width align-self-center pvs-entity__texts' },
      h(
        'a',
        {
          href: hrefOf(employer),
          class: 'optional-action-target-wrapper display-flex flex-column full-width',
        },
        bold(role.title),
        light(dates(role)),
        role.place !== undefined && light(role.place),
      ),
    ),
  );
}

export function studyItem({ school, degree, years }: Study): Markup {
  return entity(`https://www.linkedin.com/company/${school.id}/`, school.handle, school.name, [
    bold(school.name),
    degree !== undefined && plain(degree),
    years !== undefined && light(years),
  ]);
}

export function skillItem(name: string): Markup {
  return h('div', { class: 'pvs-entity', 'data-view-name': 'profile-component-entity' }, bold(name));
}

function entity(
  href: string,
  logo: string | undefined,
  name: string,
  lines: Child[],
  below?: Markup,
): Markup {
  return h(
    'div',
    {
      class: 'pvs-entity pvs-entity--padded pvs-list__item--no-padding-when-nested',
      'data-view-name': 'profile-component-entity',
    },
    h(
      'div',
      {},
      h(
        'a',
        {
          href,
          class: 'optional-action-target-wrapper display-flex',
          'data-field': 'experience_company_logo',
        },
        logo
          ? h('img', {
              width: 48,
              class: 'pvs-entity__logo',
              src: logoUrl(logo),
              alt: `${name} logo`,
              loading: 'lazy',
            })
          : h('div', { class: 'pvs-entity__logo' }),
      ),
    ),
    h(
      'div',
      { class: 'display-flex flex-column full-width align-self-center pvs-entity__texts' },
      h(
        'div',
        { class: 'display-flex flex-row justify-space-between' },
        h('div', { class: 'pvs-entity__texts' }, ...lines),
      ),
      below,
    ),
  );
}

const bold = (text: string) =>
  h(
    'div',
    { class: 'display-flex align-items-center mr1 t-bold' },
    h('span', { class: 'mr1 t-bold' }, doubled(text)),
  );
const plain = (text: string) => h('span', { class: 't-14 t-normal' }, doubled(text));
const light = (text: string) =>
  h(
    'span',
    { class: 't-14 t-normal t-black--light' },
    h('span', { class: 'pvs-entity__caption-wrapper', 'aria-hidden': 'true' }, text),
    h('span', { class: 'visually-hidden' }, text),
  );

function hrefOf({ company, name }: Employer): string {
  return company
    ? `https://www.linkedin.com/company/${company.id}/`
    : `https://www.linkedin.com/search/results/all/?keywords=${encodeURIComponent(name)}`;
}

function dates({ from, to, duration }: Role): string {
  return `${from} - ${to} · ${duration}`;
}
