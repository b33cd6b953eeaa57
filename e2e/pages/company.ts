import type { Company } from './cast.ts';
import { EmberIds, emberDocument, icon } from './ember-frame.ts';
import { posts, strangers } from './filler.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, photoUrl, pictureUrl } from './media.ts';
import { grouped, type Words, wordsOf } from './words.ts';

/** The words around a company's facts, in the two languages of the samples. */
const labels = {
  en: {
    overview: 'Overview',
    website: 'Website',
    phone: 'Phone',
    industry: 'Industry',
    size: 'Company size',
    headquarters: 'Headquarters',
    founded: 'Founded',
    specialties: 'Specialties',
    employees: (range: string) => `${range} employees`,
    visit: 'Visit website',
    details: 'Show all details',
    tabs: ['Home', 'About', 'Posts', 'Jobs', 'People'],
  },
  de: {
    overview: 'Übersicht',
    website: 'Website',
    phone: 'Telefon',
    industry: 'Branche',
    size: 'Unternehmensgröße',
    headquarters: 'Hauptsitz',
    founded: 'Gegründet',
    specialties: 'Spezialgebiete',
    employees: (range: string) => `${range} Beschäftigte`,
    visit: 'Website besuchen',
    details: 'Alle Details anzeigen',
    tabs: ['Startseite', 'Info', 'Beiträge', 'Jobs', 'Personen'],
  },
};

export interface CompanyOptions {
  tab: 'home' | 'about';
  language?: 'en' | 'de';
  /** Companies beside this one, in the side column and in the page's data. */
  similar: Company[];
}

/** A company's, school's or showcase's page, signed in (Ember to this day). */
export function emberCompany(company: Company, options: CompanyOptions): string {
  const ids = new EmberIds();
  const language = options.language ?? 'en';
  const words = wordsOf(language);
  return emberDocument({
    title: `${company.name}: ${options.tab === 'home' ? labels[language].overview : words.about} | LinkedIn`,
    pageKey: 'd_flagship3_company',
    words,
    messages: strangers(`messages beside ${company.handle}`, 24),
    data: [block(company.handle, [company]), block('similar', options.similar)],
    main: h(
      'div',
      { class: 'scaffold-layout__row organization-outlet' },
      h(
        'main',
        { 'aria-label': `Organization page for ${company.name}` },
        companyTopCard(company, language, ids),
        options.tab === 'home' ? overview(company, language) : facts(company, language, ids),
        updates(company, words, ids, options.tab === 'home' ? 40 : 34),
      ),
      h(
        'aside',
        { class: 'scaffold-layout__aside' },
        h(
          'section',
          { class: 'artdeco-card org-similar-organizations' },
          h('h2', { class: 'text-heading-large' }, 'Pages people also viewed'),
          ...options.similar.map((other) => similarCompany(other, ids)),
        ),
      ),
    ),
  });
}

/** The page's own data: number and vanity name of the company, and of others in other blocks. */
function block(name: string, companies: Company[]) {
  return {
    request: `/voyager/api/graphql?variables=(universalName:${name})`,
    body: {
      data: { data: {} },
      included: companies.map((company) => ({
        entityUrn: `urn:li:fsd_company:${company.id}`,
        universalName: company.handle,
        name: company.name,
        url: `https://www.linkedin.com/${company.space}/${company.handle}/`,
        tagline: company.tagline ?? null,
        $type: 'com.linkedin.voyager.dash.organization.Company',
      })),
    },
  };
}

/** As under the heading: `201-500`, `1K-5K`, `10K+`. */
function shortRange(range: string): string {
  return range.replace(/\d{4,}/g, (digits) => `${Math.floor(Number(digits) / 1000)}K`);
}

function longRange(range: string): string {
  return range.replace(/\d{4,}/g, (digits) => grouped(Number(digits), 'en'));
}

export function companyTopCard(company: Company, language: 'en' | 'de', ids: EmberIds): Markup {
  const words = wordsOf(language);
  const root = `/${company.space}/${company.handle}`;
  const item = (text: string) =>
    h('div', { class: 'org-top-card-summary-info-list__info-item' }, `\n  ${text}\n`);
  const colleague = strangers(company.handle, 1)[0];
  const search = `/search/results/people/?currentCompany=%5B%22${company.id}%22%5D&origin=COMPANY_PAGE_CANNED_SEARCH`;
  return h(
    'section',
    { class: 'org-top-card artdeco-card', id: ids.next() },
    h('div', { class: 'cover' }),
    h(
      'div',
      { class: 'ph5 pb5' },
      h('img', {
        class: 'org-top-card-primary-content__logo org-top-card__logo',
        id: ids.next(),
        alt: language === 'de' ? `Logo von ${company.name}` : `${company.name} logo`,
        src: logoUrl(company.handle, 200),
      }),
      h(
        'div',
        { class: 'block mt4' },
        h(
          'h1',
          {
            id: ids.next(),
            class: 'ember-view org-top-card-summary__title t-24 t-black t-bold',
            title: company.name,
          },
          `\n  ${company.name}\n`,
        ),
        company.tagline !== undefined &&
          h('p', { class: 'org-top-card-summary__tagline' }, `\n  ${company.tagline}\n`),
        h(
          'div',
          { class: 'org-top-card-summary-info-list' },
          item(company.industry),
          h(
            'div',
            { class: 'inline-block' },
            item(company.headquarters),
            item(words.followers(grouped(company.followers, language))),
            company.employees !== undefined &&
              h(
                'a',
                {
                  href: search,
                  id: ids.next(),
                  class: 'ember-view org-top-card-summary-info-list__info-item',
                },
                h(
                  'span',
                  { class: 't-normal t-black--light link-without-visited-state' },
                  `\n  ${labels[language].employees(shortRange(company.employees))}\n`,
                ),
              ),
          ),
        ),
      ),
      colleague &&
        h(
          'a',
          {
            href: `https://www.linkedin.com/in/${colleague.handle}`,
            class: 'aside-person',
            style: 'padding-inline:0',
          },
          h('img', { src: photoUrl(colleague.handle, 100), alt: '', width: 24 }),
          h('h2', { class: 't-black--light' }, `${colleague.name} works here`),
        ),
      h(
        'div',
        { class: 'org-top-card-primary-actions__inner mt4' },
        h(
          'button',
          { type: 'button', class: 'artdeco-button artdeco-button--primary', 'aria-label': words.follow },
          icon('add'),
          words.follow,
        ),
        ' ',
        company.website !== undefined &&
          h(
            'a',
            {
              href: company.website,
              target: '_blank',
              rel: 'noopener noreferrer',
              id: ids.next(),
              class: 'ember-view org-top-card-primary-actions__action artdeco-button',
            },
            h(
              'span',
              { class: 'org-top-card-primary-actions__action-inner' },
              `\n${labels[language].visit}\n`,
              icon('link-external'),
            ),
          ),
      ),
    ),
    h(
      'nav',
      { 'aria-label': 'Organization’s page navigation', class: 'org-page-navigation' },
      h(
        'ul',
        { class: 'org-page-navigation__items' },
        ...['', 'about/', 'posts/', 'jobs/', 'people/'].map((tail, index) =>
          h('li', {}, h('a', { href: `${root}/${tail}`, id: ids.next() }, labels[language].tabs[index])),
        ),
      ),
    ),
  );
}

function overview(company: Company, language: 'en' | 'de'): Markup {
  return h(
    'section',
    { class: 'artdeco-card org-about-module__margin-bottom' },
    h('h2', { class: 'text-heading-large' }, wordsOf(language).about),
    company.about !== undefined &&
      h(
        'div',
        { class: 'ph5 pb5 break-words' },
        h('p', { class: 'break-words white-space-pre-wrap' }, company.about),
      ),
    h(
      'footer',
      { class: 'ph5 pb5' },
      h(
        'a',
        { href: `/${company.space}/${company.handle}/about/`, class: 'link-without-visited-state' },
        labels[language].details,
      ),
    ),
  );
}

/** Labels come in the interface's language, and only what the company filled in is there. */
function facts(company: Company, language: 'en' | 'de', ids: EmberIds): Markup {
  const words = labels[language];
  const pair = (label: string, ...values: Child[]) => [
    h('dt', { class: 'mb1' }, h('h3', { class: 'text-heading-medium' }, `\n${label}\n`)),
    ...values.map((value) => h('dd', { class: 'mb4 t-black--light text-body-medium' }, value)),
  ];
  const external = (href: string, text: string) =>
    h(
      'a',
      {
        href,
        id: ids.next(),
        target: '_blank',
        rel: 'noopener noreferrer',
        class: 'link-without-visited-state ember-view',
      },
      h('span', { class: 'link-without-visited-state', dir: 'ltr' }, `\n${text}\n`),
    );
  return h(
    'section',
    { class: 'artdeco-card org-page-details-module__card-spacing org-about-module__margin-bottom' },
    h('h2', { class: 'text-heading-large' }, words.overview),
    h(
      'div',
      { class: 'ph5 pb5' },
      company.about !== undefined &&
        h('p', { class: 'break-words white-space-pre-wrap t-black--light text-body-medium' }, company.about),
      h(
        'dl',
        { class: 'overflow-hidden' },
        company.website !== undefined && pair(words.website, external(company.website, company.website)),
        company.phone !== undefined &&
          pair(words.phone, external(`tel:${company.phone.replace(/ /g, '')}`, company.phone)),
        pair(words.industry, `\n${company.industry}\n`),
        company.employees !== undefined &&
          pair(
            words.size,
            `\n${words.employees(longRange(company.employees))}\n`,
            h(
              'a',
              { href: `/search/results/people/?currentCompany=%5B%22${company.id}%22%5D` },
              `${grouped(118, language)} ${language === 'de' ? 'verbundene Mitglieder' : 'associated members'}`,
            ),
          ),
        pair(words.headquarters, `\n${company.headquarters}\n`),
        company.founded !== undefined && pair(words.founded, `\n${company.founded}\n`),
        company.specialties && pair(words.specialties, `\n${company.specialties.join(', ')}\n`),
      ),
    ),
  );
}

function updates(company: Company, words: Words, ids: EmberIds, count: number): Markup {
  const authors = strangers(`${company.handle} comments`, count);
  return h(
    'section',
    { class: 'artdeco-card org-updates' },
    h('h2', { class: 'text-heading-large' }, words.activity),
    ...posts(company.handle, count).map((post, index) =>
      h(
        'div',
        {
          class: 'feed-post feed-shared-update-v2',
          id: ids.next(),
          'data-urn': `urn:li:activity:70${index}9${post.reactions}`,
        },
        h(
          'a',
          {
            href: `/${company.space}/${company.handle}/posts`,
            class: 'update-components-actor__container-link',
          },
          h(
            'span',
            { class: 't-bold' },
            h('span', { 'aria-hidden': 'true' }, company.name),
            h('span', { class: 'visually-hidden' }, company.name),
          ),
          h('span', { class: 'text-body-small' }, words.followers(grouped(company.followers, 'en'))),
        ),
        h('div', { class: 'update-components-text break-words' }, h('span', { dir: 'ltr' }, post.text)),
        h('img', { src: pictureUrl(`${company.handle} ${index}`), alt: '', loading: 'lazy' }),
        h(
          'div',
          { class: 'comments-comment-item text-body-small' },
          h('a', { href: `https://www.linkedin.com/in/${authors[index]?.handle}` }, authors[index]?.name),
          ` · ${authors[index]?.headline}`,
        ),
        ...['like', 'comment', 'share', 'send'].map((action) =>
          h(
            'button',
            {
              type: 'button',
              id: ids.next(),
              class: 'artdeco-button',
              'aria-label': `${action} the post of ${company.name}`,
            },
            icon(action),
            h('span', { class: 'artdeco-button__text' }, action),
          ),
        ),
      ),
    ),
  );
}

function similarCompany(other: Company, ids: EmberIds): Markup {
  const href = `/${other.space}/${other.handle}/`;
  return h(
    'div',
    { class: 'aside-person' },
    h(
      'a',
      { href },
      h('img', {
        src: logoUrl(other.handle),
        alt: `${other.name} logo`,
        id: ids.next(),
        style: 'border-radius:8px',
      }),
    ),
    h(
      'div',
      { class: 'pvs-entity__texts' },
      h('a', { href, class: 't-bold' }, other.name),
      h('span', { class: 'text-body-small' }, other.industry),
      h('span', { class: 'text-body-small' }, `${grouped(other.followers, 'en')} followers`),
    ),
  );
}
