import type { Company, Employer, Person, Role } from './cast.ts';
import { strangers } from './filler.ts';
import { baseStyle } from './look.ts';
import { type Child, h, json, type Markup, raw } from './markup.ts';
import { logoUrl, photoUrl } from './media.ts';
import { grouped } from './words.ts';

/** Pages as they are served without signing in. */

const guestStyle = `${baseStyle}
.nav{background:#fff;border-bottom:1px solid #d5dee2;padding:12px 24px;display:flex;justify-content:space-between}
.core-rail{max-width:860px;margin:24px auto;padding:0 16px}
section.card{background:#fff;border:1px solid #dbe3e6;border-radius:12px;padding:24px;margin-bottom:12px}
.top-card-layout__title{font-size:26px;font-weight:600}
.top-card-layout__headline,.top-card-layout__second-subline{font-size:17px;font-weight:400}
.top-card-layout__entity-image{width:120px;height:120px;border-radius:50%;display:block;margin-bottom:12px}
.sub{color:#5b6b73;font-size:14px;display:flex;gap:8px}
.section-title{font-size:20px;font-weight:600;margin-bottom:8px}
.profile-section-card{display:flex;gap:14px;padding:10px 0}
.profile-section-card img{width:48px;height:48px;border-radius:8px}
.btn{display:inline-block;background:#0e6f6f;color:#fff;border-radius:20px;padding:7px 18px;border:0;font-weight:600}
.modal{display:none}
dt{font-weight:600;margin-top:8px}`;

interface Shell {
  pageKey: string;
  title: string;
  url: string;
  meta: Record<string, string>;
  linkedData?: unknown;
  main: Child;
}

function document({ pageKey, title, url, meta, linkedData, main }: Shell): string {
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { name: 'pageKey', content: pageKey }),
      h('meta', { name: 'locale', content: 'en_US' }),
      h('meta', { id: 'config', 'data-app-version': '2.0.4711', 'data-service-name': 'public-frontend' }),
      h('link', { rel: 'canonical', href: url }),
      h('title', {}, title),
      h('meta', { charset: 'UTF-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1.0' }),
      ...Object.entries(meta).map(([property, content]) => h('meta', { property, content })),
      h('style', {}, raw(guestStyle)),
      linkedData !== undefined && h('script', { type: 'application/ld+json' }, json(linkedData)),
    ),
    h(
      'body',
      { dir: 'ltr' },
      h(
        'header',
        { class: 'header base-detail-page__header' },
        h(
          'nav',
          { class: 'nav', 'aria-label': 'Primary' },
          h('a', { href: '/?trk=public_nav-header-logo', class: 'nav__logo-link' }, 's'),
          h('a', { href: '/login?trk=public_nav-header-signin', class: 'nav__button-secondary' }, 'Sign in'),
        ),
      ),
      main,
    ),
  );
  return `<!DOCTYPE html>${page.html}`;
}

/** A dialog that asks to sign in. The site has one behind nearly every link, out of sight. */
function signInDialog(id: string, name: string): Markup {
  const labels = ['Email or phone', 'Password'];
  return h(
    'div',
    { class: 'contextual-sign-in-modal', 'data-impression-id': `${id}_contextual-sign-in-modal` },
    h(
      'div',
      { id: `${id}-modal`, class: 'modal modal--contextual-sign-in', 'data-outlet': `${id}-modal` },
      h(
        'section',
        { role: 'dialog', 'aria-modal': 'true', tabindex: -1, class: 'modal__wrapper' },
        h(
          'h2',
          { class: 'contextual-sign-in-modal__context-screen-title' },
          `Sign in to view ${name}’s full profile`,
        ),
        h(
          'form',
          { action: 'https://www.linkedin.com/uas/login-submit', method: 'post', 'data-id': 'sign-in-form' },
          h('input', { type: 'hidden', name: 'loginCsrfParam', value: id }),
          ...labels.map((label) =>
            h(
              'div',
              {},
              h('label', { for: `${id}_${label}` }, label),
              h('input', { id: `${id}_${label}`, required: true }),
            ),
          ),
          h('button', { type: 'submit', class: 'btn' }, 'Sign in'),
          h('p', {}, 'New to LinkedIn? ', h('a', { href: '/signup/public-profile-join' }, 'Join now')),
        ),
      ),
    ),
  );
}

/** @param linkedData whether the page has JSON-LD (those of 2024–25 have, newer ones have not) */
export function guestProfile(person: Person, options: { url: string; linkedData: boolean }): string {
  const { url } = options;
  const lead = `${person.shownName} - ${person.chip?.name ?? person.headline}`;
  const description = [person.about, `${person.connections} connections on LinkedIn.`].join(' · ');
  return document({
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
                      h('time', {}, years?.split(' - ')[0]),
                      ' - ',
                      h('time', {}, years?.split(' - ')[1]),
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
        ),
        h(
          'div',
          { class: 'not-first-middot sub' },
          person.followers !== undefined && h('span', {}, `\n${grouped(person.followers, 'en')} followers\n`),
          h('span', {}, `\n${person.connections} connections\n`),
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

function similar(name: string, handle: string, headline: string): Markup {
  return h(
    'li',
    { class: 'profile-section-card' },
    h('img', { 'data-delayed-url': photoUrl(handle, 100), alt: `${name} profile photo` }),
    h(
      'div',
      {},
      h(
        'h3',
        {},
        h('a', { href: `https://www.linkedin.com/in/${handle}?trk=public_profile_samename-profile` }, name),
      ),
      h('p', {}, headline),
    ),
  );
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
              startDate: Number(years?.split(' - ')[0]),
              endDate: Number(years?.split(' - ')[1]),
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

export function guestCompany(company: Company, url: string): string {
  const followers = grouped(company.followers, 'en');
  const fact = (id: string, label: string, value: Child) =>
    value !== undefined &&
    h('div', { 'data-test-id': `about-us__${id}` }, h('dt', {}, `\n${label}\n`), h('dd', {}, value));
  const range = company.employees?.replace(/\d{4,}/g, (digits) => grouped(Number(digits), 'en'));
  return document({
    pageKey: 'd_org_guest_company_overview',
    title: `${company.name} | LinkedIn`,
    url,
    meta: {
      'og:title': `${company.name} | LinkedIn`,
      'og:description': `${company.name} | ${followers} followers on LinkedIn. ${company.tagline ?? ''} | ${company.about ?? ''}`,
      'og:image': logoUrl(company.handle, 200),
      'og:url': url,
    },
    linkedData: {
      '@context': 'http://schema.org',
      '@graph': [
        {
          '@type': 'Organization',
          name: company.name,
          url,
          sameAs: company.website,
          slogan: company.tagline,
          description: company.about,
          logo: { '@type': 'ImageObject', contentUrl: logoUrl(company.handle, 200) },
          address: { '@type': 'PostalAddress', addressLocality: company.headquarters.split(', ')[0] },
        },
      ],
    },
    main: h(
      'main',
      { id: 'main-content', class: 'main', role: 'main' },
      h(
        'section',
        { class: 'core-rail' },
        h(
          'section',
          { class: 'card top-card-layout' },
          h('img', {
            class: 'artdeco-entity-image top-card-layout__entity-image',
            src: logoUrl(company.handle, 200),
            'data-delayed-url': logoUrl(company.handle, 200),
            alt: company.name,
          }),
          h('h1', { class: 'top-card-layout__title' }, `\n${company.name}\n`),
          h('h2', { class: 'top-card-layout__headline' }, company.industry),
          h(
            'h3',
            { class: 'top-card-layout__first-subline' },
            `\n${company.headquarters} `,
            h('span', {}, `${followers} followers`),
          ),
          company.tagline !== undefined &&
            h('h4', { class: 'top-card-layout__second-subline' }, `\n${company.tagline}\n`),
          h(
            'a',
            { class: 'btn', href: '/login', 'data-tracking-control-name': 'org-top-card_follow' },
            'Follow',
          ),
          signInDialog('organization_guest_top-card', company.name),
        ),
        h(
          'section',
          { class: 'card core-section-container', 'data-test-id': 'about-us' },
          h('h2', { class: 'section-title' }, 'About us'),
          h('p', { 'data-test-id': 'about-us__description', class: 'break-words' }, company.about),
          h(
            'dl',
            {},
            fact(
              'website',
              'Website',
              company.website !== undefined &&
                h(
                  'a',
                  {
                    href: `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(company.website)}&trk=about_website`,
                  },
                  `\n${company.website}\n`,
                ),
            ),
            fact('industry', 'Industry', `\n${company.industry}\n`),
            fact('size', 'Company size', range && `\n${range} employees\n`),
            fact('headquarters', 'Headquarters', `\n${company.headquarters}\n`),
            fact('foundedOn', 'Founded', company.founded),
            fact('specialties', 'Specialties', company.specialties?.join(', ')),
          ),
        ),
        h(
          'section',
          { class: 'card', 'data-test-id': 'employees-at' },
          h('h2', { class: 'section-title' }, `Employees at ${company.name}`),
          h(
            'ul',
            {},
            ...strangers(company.handle, 8).map((one) => similar(one.name, one.handle, one.headline)),
          ),
        ),
      ),
    ),
  });
}

/** Pages that ask to sign in. */
export function wall(kind: 'authwall' | 'login' | 'checkpoint', url: string): string {
  const pageKeys = {
    authwall: 'auth_wall_desktop_profile',
    login: 'd_checkpoint_lg_consumerLogin',
    checkpoint: 'd_checkpoint_ch_captchaV2',
  };
  const titles = {
    authwall: 'Sign Up | LinkedIn',
    login: 'LinkedIn Login, Sign in | LinkedIn',
    checkpoint: 'Security Verification | LinkedIn',
  };
  const heads = {
    authwall: 'Join LinkedIn',
    login: 'Sign in',
    checkpoint: 'Let’s do a quick security check',
  };
  return document({
    pageKey: pageKeys[kind],
    title: titles[kind],
    url,
    meta: { 'og:title': titles[kind], 'og:type': 'website', 'og:url': url },
    main: h(
      'main',
      { id: 'main-content', class: 'focus-page__core-rail' },
      h(
        'section',
        { class: 'card core-rail' },
        h('h1', {}, heads[kind]),
        h(
          'form',
          { action: '/uas/login-submit', method: 'post' },
          h('input', { name: 'session_key', autocomplete: 'username', 'aria-label': 'Email' }),
          h('input', { name: 'session_password', type: 'password', 'aria-label': 'Password' }),
          h('button', { class: 'btn', type: 'submit' }, heads[kind]),
        ),
      ),
    ),
  });
}
