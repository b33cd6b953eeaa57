import type { Company } from './cast.ts';
import { strangers } from './filler.ts';
import { guestDocument, signInDialog, similar } from './guest-frame.ts';
import { type Child, h } from './markup.ts';
import { logoUrl } from './media.ts';
import { grouped } from './words.ts';

/** A company's page without signing in. */
export function guestCompany(company: Company, url: string): string {
  const followers = grouped(company.followers, 'en');
  const fact = (id: string, label: string, value: Child) =>
    value !== undefined &&
    h('div', { 'data-test-id': `about-us__${id}` }, h('dt', {}, `\n${label}\n`), h('dd', {}, value));
  const range = company.employees?.replace(/\d{4,}/g, (digits) => grouped(Number(digits), 'en'));
  return guestDocument({
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
