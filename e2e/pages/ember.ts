import { bystanders, conversations } from './bystanders.ts';
import type { Person } from './cast.ts';
import { doubled, EmberIds, emberDocument, icon } from './ember-frame.ts';
import { aboutBody, activity, employerItem, list, section, skillItem, studyItem } from './ember-sections.ts';
import type { Stranger } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, photoUrl } from './media.ts';
import { type Words, wordsOf } from './words.ts';

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
            ...aside.map((one) => asidePerson(one, ids, words)),
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

function asidePerson(one: Stranger, ids: EmberIds, { message, degree: degreeOf }: Words): Markup {
  const degree = degreeOf(one.degree);
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
      h('span', { class: 't-14 t-normal t-black--light' }, doubled(`· ${degree}`)),
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
