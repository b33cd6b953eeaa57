import type { Company, Employer, Person, Role } from './cast.ts';
import { strangers } from './filler.ts';
import { guestDocument, signInDialog, similar } from './guest-frame.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, photoUrl } from './media.ts';
import { grouped } from './words.ts';

/** @param linkedData whether the page has JSON-LD (those of 2024–25 have, newer ones have not) */
export function guestProfile(person: Person, options: { url: string; linkedData: boolean }): string {
  const { url } = options;
  const lead = `${person.shownName} - ${person.chip?.name ?? person.headline}`;
  const description = [person.about, `${person.connections} connections on LinkedIn.`].join(' · ');
  return guestDocument({
    pageKey: 'public_profile_v3_desktop',
    title: `${lead} | LinkedIn`,
    url,
    meta: {
      'og:title': `${lead} | LinkedIn`,
      'og:description': description,
      'og:image': photoUrl(person.handle, 200),
      'og:type': 'profile',
      'og:url': url,
      'profile:first_name': person.firstName,
      'profile:last_name': person.lastName,
    },
    ...(options.linkedData ? { linkedData: personData(person, url) } : {}),
    main: h(
      'main',
      { id: 'main-content', class: 'main', role: 'main' },
      h(
        'section',
        { class: 'core-rail' },
        h('div', { class: 'details' }, h('section', { class: 'profile' }, ...profileSections(person))),
        h(
          'section',
          { class: 'card right-rail', 'data-section': 'browseMap' },
          h('h2', { class: 'section-title' }, 'Other similar profiles'),
          h(
            'ul',
            {},
            ...strangers(person.handle, 14).map((one) => similar(one.name, one.handle, one.headline)),
          ),
        ),
      ),
    ),
  });
}

function profileSections(person: Person): Child[] {
  return [
    topCard(person),
    person.about !== undefined &&
      h(
        'section',
        { class: 'card core-section-container summary', 'data-section': 'summary' },
        h('h2', { class: 'core-section-container__title section-title' }, 'About'),
        h('div', { class: 'core-section-container__content break-words' }, h('p', {}, person.about)),
      ),
    person.experience &&
      h(
        'section',
        { class: 'card core-section-container experience', 'data-section': 'experience' },
        h('h2', { class: 'core-section-container__title section-title' }, 'Experience'),
        h('ul', { class: 'experience__list' }, ...person.experience.map(employerItem)),
      ),
    person.studies &&
      h(
        'section',
        { class: 'card core-section-container education', 'data-section': 'educationsDetails' },
        h('h2', { class: 'core-section-container__title section-title' }, 'Education'),
        h(
          'ul',
          { class: 'education__list' },
          ...person.studies.map(({ school, degree, years }) =>
            h(
              'li',
              { class: 'profile-section-card education__list-item' },
              h('img', { 'data-delayed-url': logoUrl(school.handle), alt: '' }),
              h(
                'div',
                { class: 'pl-0.5 grow break-words' },
                h(
                  'h3',
                  {},
                  h(
                    'a',
                    { href: `https://www.linkedin.com/school/${school.handle}/?trk=public_profile_school` },
                    school.name,
                  ),
                ),
                h('h4', {}, h('span', {}, degree)),
                h(
                  'div',
                  {},
                  h(
                    'p',
                    {},
                    h(
                      'span',
                      { class: 'date-range' },
                      h('time', {}, yearsOf(years)[0]),
                      ' - ',
                      h('time', {}, yearsOf(years)[1]),
                    ),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
  ];
}

function topCard(person: Person): Markup {
  const place = (name: string, data: string, company: Company | undefined) =>
    company &&
    h(
      'div',
      { 'data-section': data },
      h(
        'a',
        {
          href: `https://www.linkedin.com/${company.space}/${company.handle}?trk=public_profile_topcard-${name}`,
          'data-tracking-control-name': `public_profile_topcard-${name}`,
          'data-test-id': 'top-card-link',
        },
        h('img', { 'data-delayed-url': logoUrl(company.handle), alt: '', width: 32 }),
        h('span', { class: 'top-card-link__description line-clamp-2' }, `\n${company.name}\n`),
      ),
    );
  return h(
    'section',
    { class: 'card top-card-layout container-lined' },
    h(
      'div',
      { class: 'top-card-layout__card' },
      h(
        'div',
        { class: 'top-card__profile-image-container', 'data-section': 'picture' },
        h('img', {
          class: 'top-card-layout__entity-image',
          src: photoUrl(person.handle, 200),
          'data-delayed-url': photoUrl(person.handle, 200),
          alt: person.shownName,
        }),
        signInDialog('public_profile_logo', person.firstName),
      ),
      h(
        'div',
        { class: 'top-card-layout__entity-info' },
        h(
          'button',
          {
            'data-modal': 'public_profile_top-card_title-modal',
            style: 'border:0;background:none;padding:0',
          },
          h('h1', { class: 'top-card-layout__title' }, person.shownName),
        ),
        signInDialog('public_profile_top-card_title', person.firstName),
        h('h2', { class: 'top-card-layout__headline break-words' }, person.headline),
        h(
          'h3',
          { class: 'top-card-layout__first-subline', style: 'font-weight:400' },
          h(
            'div',
            { class: 'profile-info-subheader sub' },
            h('span', {}, person.location),
            h('span', { class: 'before:middot' }),
            h(
              'button',
              {
                class: 'link cursor-pointer',
                'data-tracking-control-name':
                  'public_profile_profile-info-subheader_contact-info_modal-trigger',
                style: 'border:0;background:none;padding:0',
              },
              'Contact Info',
            ),
            signInDialog('public_profile_profile-info-subheader_contact-info', person.firstName),
            h(
              'div',
              { class: 'not-first-middot sub' },
              person.followers !== undefined &&
                h('span', {}, `\n${grouped(person.followers, 'en')} followers\n`),
              h('span', {}, `\n${person.connections} connections\n`),
            ),
          ),
        ),
        h(
          'div',
          { class: 'top-card__links-container' },
          place('current-company', 'currentPositionsDetails', person.chip),
          place('school', 'educationsDetails', person.school),
        ),
        h(
          'a',
          {
            href: '/uas/login?fromSignIn=true&trk=public_profile_ellipsis-menu-semaphore',
            'data-item-type': 'semaphore',
            'data-semaphore-content-type': 'PROFILE',
            'data-semaphore-content-urn': `urn:li:member:${person.memberId}`,
            'data-semaphore-tracking-prefix': 'public_profile_ellipsis-menu-semaphore',
          },
          'Report this profile',
        ),
      ),
    ),
  );
}

function employerItem(employer: Employer): Markup {
  return h(
    'li',
    { class: 'profile-section-card experience-item', 'data-section': sectionOf(employer.roles[0]) },
    ...roleBody(employer),
  );
}

function sectionOf(role: Role): string {
  return /\d/.test(role.to) ? 'pastPositionsDetails' : 'currentPositionsDetails';
}

function roleBody({ company, name, roles }: Employer): Child[] {
  const [role] = roles;
  const href =
    company && `https://www.linkedin.com/company/${company.handle}?trk=public_profile_experience-item`;
  const subtitle = h('span', { class: 'experience-item__subtitle' }, `\n${name}\n`);
  return [
    company &&
      h(
        'a',
        { href, class: 'profile-section-card__image-link' },
        h('img', { src: logoUrl(company.handle), alt: '' }),
      ),
    h(
      'div',
      { class: 'pl-0.5 grow break-words' },
      h('h3', {}, h('span', { class: 'experience-item__title' }, `\n${role.title}\n`)),
      h(
        'h4',
        {},
        href
          ? h(
              'a',
              {
                href,
                'data-tracking-control-name':
                  'public_profile_experience-item_profile-section-card_subtitle-click',
              },
              subtitle,
            )
          : subtitle,
      ),
      h(
        'div',
        {},
        h(
          'p',
          { class: 'experience-item__meta-item' },
          h(
            'span',
            { class: 'date-range' },
            h('time', {}, role.from),
            ' - ',
            /\d/.test(role.to) ? h('time', {}, role.to) : role.to,
            ' ',
            h('span', { class: 'before:middot' }, role.duration),
          ),
        ),
        role.place !== undefined && h('p', { class: 'experience-item__meta-item' }, role.place),
      ),
    ),
  ];
}

/** Organisations where somebody works now stand in `worksFor`, former ones and schools in `alumniOf`. */
function personData(person: Person, url: string) {
  const organization = (employer: Employer) => ({
    '@type': 'Organization',
    name: employer.name,
    ...(employer.company ? { url: `https://www.linkedin.com/company/${employer.company.handle}` } : {}),
    member: {
      '@type': 'OrganizationRole',
      startDate: monthOf(employer.roles[0].from),
      ...(/\d/.test(employer.roles[0].to) ? { endDate: monthOf(employer.roles[0].to) } : {}),
    },
  });
  const isCurrent = (employer: Employer) => !/\d/.test(employer.roles[0].to);
  const jobs = person.experience ?? [];
  return {
    '@context': 'http://schema.org',
    '@graph': [
      {
        '@type': 'Person',
        name: person.shownName,
        url,
        sameAs: url,
        jobTitle: jobs.filter(isCurrent).map(({ roles }) => roles[0].title),
        worksFor: jobs.filter(isCurrent).map(organization),
        alumniOf: [
          ...jobs.filter((employer) => !isCurrent(employer)).map(organization),
          ...(person.studies ?? []).map(({ school, years }) => ({
            '@type': 'EducationalOrganization',
            name: school.name,
            url: `https://www.linkedin.com/school/${school.handle}/`,
            member: {
              '@type': 'OrganizationRole',
              startDate: Number(yearsOf(years)[0]),
              endDate: Number(yearsOf(years)[1]),
            },
          })),
        ],
        address: { '@type': 'PostalAddress', addressLocality: person.location, addressCountry: 'XX' },
        image: { '@type': 'ImageObject', contentUrl: photoUrl(person.handle, 200) },
        description: person.about,
        interactionStatistic: {
          '@type': 'InteractionCounter',
          interactionType: 'https://schema.org/FollowAction',
          name: 'Follows',
          userInteractionCount: person.followers,
        },
      },
      { '@type': 'Article', name: 'On handing over', author: { '@type': 'Person', name: person.shownName } },
    ],
  };
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthOf(text: string): string {
  const [month = '', year = ''] = text.split(' ');
  return `${year}-${String(monthNames.indexOf(month) + 1).padStart(2, '0')}`;
}

/** From and to, whichever dash is between them. */
const yearsOf = (years = ''): string[] => years.split(/ [-–] /);
