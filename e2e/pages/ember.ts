import type { Employer, Person, Role, Study } from './cast.ts';
import { doubled, EmberIds, emberDocument, icon } from './ember-frame.ts';
import { posts, type Stranger } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, photoUrl, pictureUrl } from './media.ts';
import { bystanders, conversations } from './sdui.ts';
import { grouped, wordsOf } from './words.ts';

/** A member's page of the Ember frontend, signed in. Captures of 2025 have a heading of hashed class. */
export function emberProfile(person: Person, options: { headingClass?: string } = {}): string {
  const ids = new EmberIds();
  const words = wordsOf(person.language);
  const { aside } = bystanders(person);
  return emberDocument({
    title: `(2) ${person.shownName} | LinkedIn`,
    pageKey: 'd_flagship3_profile_view_base',
    words,
    data: dataOf(person, aside),
    messages: conversations(person),
    main: h(
      'div',
      { class: 'scaffold-layout scaffold-layout--main-aside' },
      h(
        'div',
        { class: 'scaffold-layout__row' },
        h(
          'main',
          { class: 'scaffold-layout__main', id: ids.next() },
          topCard(
            person,
            ids,
            options.headingClass ?? 'text-heading-xlarge inline t-24 v-align-middle break-words',
          ),
          person.about !== undefined &&
            section('about', words.about, ids, aboutBody(person.about, words.seeMore)),
          activity(person, ids),
          person.experience &&
            section('experience', words.experience, ids, list(person.experience.map(employerItem))),
          person.studies && section('education', words.education, ids, list(person.studies.map(studyItem))),
          person.skills && section('skills', words.skills, ids, list(person.skills.map(skillItem))),
        ),
        h(
          'aside',
          { class: 'scaffold-layout__aside' },
          h(
            'section',
            { class: 'artdeco-card', id: ids.next() },
            h('h2', { class: 'text-heading-large' }, doubled(words.moreProfiles)),
            ...aside.map((one) => asidePerson(one, ids, words.message)),
          ),
        ),
      ),
    ),
  });
}

/** The subject in one block, and others who happen to be in the same answer. */
function dataOf(person: Person, others: Stranger[]) {
  const profile = (one: {
    handle: string;
    memberId: string;
    first: string;
    last: string;
    headline: string;
  }) => ({
    entityUrn: `urn:li:fsd_profile:${lnIdOf(one.memberId)}`,
    objectUrn: `urn:li:member:${one.memberId}`,
    publicIdentifier: one.handle,
    firstName: one.first,
    lastName: one.last,
    headline: one.headline,
    trackingId: one.memberId,
    $type: 'com.linkedin.voyager.dash.identity.profile.Profile',
  });
  const subject = profile({ ...person, first: person.firstName, last: person.lastName });
  return [
    {
      request: `/voyager/api/graphql?variables=(vanityName:${encodeURIComponent(person.handle)})`,
      body: {
        data: { data: { identityDashProfilesByMemberIdentity: { '*elements': [subject.entityUrn] } } },
        included: [
          {
            entityUrn: `urn:li:fsd_memberRelationship:${lnIdOf(person.memberId)}`,
            $type: 'MemberRelationship',
          },
          { ...subject, location: { countryCode: 'xx', geoUrn: 'urn:li:fsd_geo:104100' } },
        ],
      },
    },
    {
      request: '/voyager/api/graphql?queryId=browsemap',
      body: {
        data: {},
        included: others.map(({ name, ...rest }) => {
          const [first = name, ...last] = name.split(' ');
          return profile({ ...rest, first, last: last.join(' ') });
        }),
      },
    },
  ];
}

function topCard(person: Person, ids: EmberIds, headingClass: string): Markup {
  const words = wordsOf(person.language);
  const degree = person.degree && words.degree(person.degree);
  const self = `/in/${encodeURIComponent(person.handle)}`;
  return h(
    'section',
    { class: 'artdeco-card ember-view pv-top-card', id: ids.next(), 'data-member-id': person.memberId },
    h('div', { class: 'cover profile-background-image' }),
    h(
      'div',
      { class: 'ph5 pb5' },
      h(
        'button',
        { type: 'button', class: 'pv-top-card-profile-picture', style: 'border:0;background:none;padding:0' },
        h('img', {
          class: 'pv-top-card-profile-picture__image pv-top-card__photo',
          id: ids.next(),
          alt: person.shownName,
          title: person.shownName,
          width: 200,
          src: photoUrl(person.handle, 400),
        }),
      ),
      h(
        'div',
        { class: 'mt2 relative pv-top-card__columns' },
        h(
          'div',
          { class: 'pv-text-details__left-panel' },
          h(
            'div',
            {},
            h('h1', { class: headingClass }, person.shownName),
            degree !== undefined &&
              h(
                'span',
                { class: 'distance-badge t-black--light t-14' },
                h('span', { class: 'visually-hidden' }, `${degree} degree connection`),
                h('span', { class: 'dist-value', 'aria-hidden': 'true' }, ` ${degree}`),
              ),
          ),
          h('div', { class: 'text-body-medium break-words' }, `\n  ${person.headline}\n`),
          h(
            'div',
            { class: 'pb2 mt2 pv-text-details__left-panel' },
            h(
              'span',
              { class: 'text-body-small inline t-black--light break-words' },
              `\n  ${person.location}\n`,
            ),
            h(
              'span',
              { class: 'pv-text-details__separator t-black--light' },
              ' ',
              h(
                'a',
                {
                  href: `${self}/overlay/contact-info/`,
                  id: 'top-card-text-details-contact-info',
                  class: 'ember-view link-without-visited-state cursor-pointer',
                },
                `\n  ${words.contactInfo}\n`,
              ),
            ),
          ),
          audience(person),
        ),
        rightPanel(person, ids),
      ),
      actions(person, ids),
    ),
  );
}

function rightPanel(person: Person, ids: EmberIds): Markup {
  const chips = [
    person.chip && { ...person.chip, href: '#experience' },
    person.school && { ...person.school, href: '#education' },
  ].filter((chip) => chip !== undefined);
  return h(
    'ul',
    { class: 'pv-text-details__right-panel' },
    ...chips.map((chip) =>
      h(
        'li',
        { class: 'pv-text-details__right-panel-item' },
        h(
          'button',
          {
            type: 'button',
            class: 'pv-text-details__right-panel-item-link link-without-hover-state',
            'aria-label': `${chip.name}. Click to skip to its card`,
          },
          h('img', { src: logoUrl(chip.handle), alt: '', id: ids.next(), width: 32 }),
          h(
            'span',
            { class: 'pv-text-details__right-panel-item-text hoverable-link-text break-words' },
            h('div', { class: 'inline-show-more-text inline' }, `\n  ${chip.name}\n`),
          ),
        ),
      ),
    ),
  );
}

function audience(person: Person): Child {
  const words = wordsOf(person.language);
  if (!person.connections) return undefined;
  // The words around the number, number in an element of its own.
  const [before = '', after = ''] = words.connections('\u0000').split('\u0000');
  return h(
    'ul',
    { class: 'pv-top-card--list pv-top-card--list-bullet mt2' },
    h(
      'li',
      { class: 'text-body-small' },
      h(
        'span',
        { class: 't-black--light' },
        before,
        h('span', { class: 't-bold' }, person.connections),
        after,
      ),
    ),
  );
}

function actions(person: Person, ids: EmberIds): Markup {
  const words = wordsOf(person.language);
  const urn = encodeURIComponent(`urn:li:fsd_profile:${lnIdOf(person.memberId)}`);
  const menu = [words.message, words.follow, 'Save to PDF', 'Report'];
  return h(
    'div',
    { class: 'pv-top-card-v2-ctas mt4 display-flex' },
    h(
      'button',
      {
        id: ids.next(),
        type: 'button',
        class: 'artdeco-button artdeco-button--2 artdeco-button--primary ember-view',
      },
      icon('connect'),
      h('span', { class: 'artdeco-button__text' }, `\n${words.connect}\n`),
    ),
    ' ',
    h(
      'a',
      { href: `/messaging/compose/?profileUrn=${urn}`, id: ids.next(), class: 'artdeco-button ember-view' },
      h('span', { class: 'artdeco-button__text' }, words.message),
    ),
    h(
      'div',
      { class: 'artdeco-dropdown__content', 'aria-hidden': 'true', id: ids.next() },
      h(
        'ul',
        {},
        ...menu.map((label) =>
          h(
            'li',
            {},
            h(
              'div',
              { role: 'button', id: ids.next(), tabindex: 0 },
              icon(label.toLowerCase(), 'medium'),
              h('span', { 'aria-hidden': 'true' }, label),
              h('span', { class: 'a11y-text' }, `${label} ${person.shownName}`),
            ),
          ),
        ),
      ),
    ),
  );
}

function section(anchor: string, title: string, ids: EmberIds, body: Markup): Markup {
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

function aboutBody(text: string, more: string): Markup {
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

function activity(person: Person, ids: EmberIds): Markup {
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

function list(items: Markup[]): Markup {
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

function employerItem(employer: Employer): Markup {
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

function studyItem({ school, degree, years }: Study): Markup {
  return entity(`https://www.linkedin.com/company/${school.id}/`, school.handle, school.name, [
    bold(school.name),
    degree !== undefined && plain(degree),
    years !== undefined && light(years),
  ]);
}

function skillItem(name: string): Markup {
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

function asidePerson(one: Stranger, ids: EmberIds, message: string): Markup {
  const href = `https://www.linkedin.com/in/${one.handle}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${lnIdOf(one.memberId)}`;
  return h(
    'div',
    { class: 'aside-person', 'data-view-name': 'profile-component-entity' },
    h(
      'a',
      { href },
      h('img', { src: photoUrl(one.handle, 100), alt: one.name, loading: 'lazy', id: ids.next() }),
    ),
    h(
      'div',
      { class: 'pvs-entity__texts' },
      h(
        'a',
        { href, class: 'optional-action-target-wrapper' },
        h('div', { class: 't-bold' }, doubled(one.name)),
      ),
      h('span', { class: 't-14 t-normal t-black--light' }, doubled(`· ${one.degree}`)),
      h('span', { class: 't-14' }, doubled(one.headline)),
      h(
        'button',
        { type: 'button', id: ids.next(), class: 'artdeco-button', 'aria-label': `Message ${one.name}` },
        icon('send-privately'),
        h('span', { class: 'artdeco-button__text' }, message),
      ),
    ),
  );
}
