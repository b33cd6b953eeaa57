import type { Company, Employer, Person, Role } from './cast.ts';
import type { Listed } from './crowd.ts';
import { EmberIds, emberDocument } from './ember-frame.ts';
import { type Stranger, strangers } from './filler.ts';
import { snIdOf } from './ids.ts';
import { hiddenName, type ListOptions } from './list-frame.ts';
import { type Child, h, type Markup } from './markup.ts';
import { logoUrl, photoUrl } from './media.ts';
import { wordsOf } from './words.ts';

/**
 * Sales Navigator: its search, a lead, an account. What could identify somebody is marked, with the same
 * marks for the subject and for everyone beside it.
 */

const leadHref = (memberId: string) => `/sales/lead/${snIdOf(memberId)},NAME_SEARCH,q4Rt?_ntb=kVbX2`;
const accountHref = ({ id }: Company) => `/sales/company/${id}?_ntb=kVbX2`;
const mark = (kind: string, text: string | undefined, tag = 'span') =>
  text !== undefined && h(tag, { 'data-anonymize': kind }, `\n${text}\n`);

/** Leads whom the page recommends beside the subject. */
export function otherLeads(subject: string): Stranger[] {
  return strangers(`leads beside ${subject}`, 6);
}

const messagesBeside = (options: ListOptions) =>
  options.filler === false ? [] : strangers('messages in Sales Navigator', 60);

/** One of a person's jobs without an end, the way the page shows it. */
export interface OpenRole {
  employer: Employer;
  role: Role;
}

export function openRoles(person: Person): OpenRole[] {
  return (person.experience ?? []).flatMap((employer) =>
    employer.roles.filter(({ to }) => !/\p{Nd}/u.test(to)).map((role) => ({ employer, role })),
  );
}

export function salesSearch(rows: Listed[], options: ListOptions = {}): string {
  const ids = new EmberIds();
  const words = wordsOf(options.language ?? 'en');
  return emberDocument({
    title: 'Sales Navigator Lead Search | Sales Navigator',
    pageKey: 'd_sales2_search_people',
    words,
    data: [],
    messages: messagesBeside(options),
    main: h(
      'main',
      { class: 'scaffold-layout__main', 'data-sn-view-name': 'module-search-results' },
      h('div', { class: 't-14' }, `${rows.length} results`),
      h(
        'ol',
        { class: 'artdeco-list background-color-white' },
        ...rows.map((row) => h('li', { class: 'artdeco-list__item pl3 pv3' }, searchRow(row))),
      ),
    ),
  });

  function searchRow(row: Listed): Markup {
    const { person, hidden } = row;
    const [open] = openRoles(person);
    const degree = words.degree(person.degree ?? 3);
    const name = hidden ? hiddenName(options.language) : person.shownName;
    const scroll = `urn:li:fs_salesProfile:(${snIdOf(person.memberId)},NAME_SEARCH,q4Rt)`;
    const lockup = (part: string, attributes: Record<string, string>, ...children: Child[]) =>
      h(
        'div',
        { class: `artdeco-entity-lockup__${part} ember-view`, id: ids.next(), ...attributes },
        ...children,
      );
    return h(
      'div',
      { 'data-x-deferred-did-intersect': '' },
      h(
        'div',
        { class: 'mt4', ...(hidden ? {} : { 'data-scroll-into-view': scroll }) },
        h('span', { class: 'a11y-text' }, `Add ${name} to selection`),
      ),
      h(
        'div',
        { class: 'flex justify-space-between full-width', 'data-x-search-result': 'LEAD' },
        h(
          'div',
          { class: 'artdeco-entity-lockup artdeco-entity-lockup--size-4 ember-view', id: ids.next() },
          lockup('image', {}, leadPicture(person, hidden)),
          lockup(
            'content',
            {},
            lockup(
              'title',
              {},
              hidden
                ? mark('person-name', name)
                : h(
                    'a',
                    {
                      href: leadHref(person.memberId),
                      'data-control-name': 'view_lead_panel_via_search_lead_name',
                    },
                    mark('person-name', name),
                  ),
            ),
            !hidden &&
              lockup(
                'badge',
                { tabindex: '0' },
                h('span', { class: 'a11y-text' }, `${degree} degree connection`),
                h('span', { class: 'artdeco-entity-lockup__degree', 'aria-hidden': 'true' }, `· ${degree}`),
              ),
            lockup(
              'subtitle',
              {},
              mark('title', open?.role.title ?? person.headline),
              h('span', { class: 'separator--middot', 'aria-hidden': 'true' }),
              open && companyLink(open.employer),
            ),
            lockup('caption', {}, !row.noLocation && mark('location', person.location)),
            lockup('metadata', { 'data-anonymize': 'job-title' }, open && `${open.role.duration} in role`),
          ),
        ),
        person.about !== undefined &&
          h(
            'dl',
            {},
            h('dt', {}, 'About:'),
            h(
              'dd',
              {},
              h('div', { 'data-anonymize': 'person-blurb', title: person.about }, person.about.slice(0, 60)),
            ),
          ),
        row.mutual.length > 0 &&
          h(
            'button',
            { type: 'button', 'data-control-name': 'search_spotlight_second_degree_connection' },
            `${row.mutual.length} mutual connections`,
          ),
      ),
    );
  }
}

function leadPicture(person: Person, hidden: true | undefined): Markup {
  if (hidden || person.photo === false) return h('div', { class: 'ghost-person' });
  return h(
    'a',
    { href: leadHref(person.memberId), 'data-anonymize': 'headshot-photo' },
    h('img', {
      class: 'max-width circle-entity-4 lazy-image ember-view',
      src: photoUrl(person.handle, 100),
      alt: `Go to ${person.shownName}’s profile`,
      'data-anonymize': 'headshot-photo',
    }),
    h('span', { class: 'a11y-text' }, `${person.shownName} is reachable`),
  );
}

/** An employer without a page is a bare text. */
function companyLink({ name, company }: Employer): Child {
  return company
    ? h('a', { href: accountHref(company), 'data-anonymize': 'company-name', class: 't-bold' }, `\n${name}\n`)
    : mark('company-name', name);
}

export interface LeadOptions extends ListOptions {
  /** The page's own data knows the public address. */
  data?: true;
}

export function salesLead(person: Person, options: LeadOptions = {}): string {
  const words = wordsOf(person.language);
  const others = otherLeads(person.handle);
  const profile = (one: { memberId: string; handle: string; name: string; headline: string }) => ({
    entityUrn: `urn:li:fs_salesProfile:(${snIdOf(one.memberId)},NAME_SEARCH,q4Rt)`,
    objectUrn: `urn:li:member:${one.memberId}`,
    fullName: one.name,
    headline: one.headline,
    flagshipProfileUrl: `https://www.linkedin.com/in/${encodeURIComponent(one.handle)}`,
  });
  const known = [...others, ...(options.data ? [{ ...person, name: person.shownName }] : [])].map(profile);
  return emberDocument({
    title: `${person.shownName} | Lead | Sales Navigator`,
    pageKey: 'd_sales2_profile',
    words,
    data: [{ request: '/sales-api/salesApiProfiles', body: { data: {}, included: known } }],
    messages: messagesBeside(options),
    main: h(
      'main',
      { class: 'scaffold-layout__main' },
      leadCard(person),
      person.about !== undefined &&
        h(
          'section',
          { 'data-sn-view-name': 'feature-about-lead', class: 'artdeco-card' },
          h('h2', {}, words.about),
          h(
            'div',
            { 'data-anonymize': 'person-blurb', title: person.about },
            person.about.slice(0, 40),
            h('button', { type: 'button' }, `… ${words.seeMore}`),
          ),
        ),
      h(
        'section',
        { 'data-sn-view-name': 'feature-lead-experience', class: 'artdeco-card' },
        h('h2', {}, words.experience),
        h(
          'ul',
          {},
          ...(person.experience ?? []).flatMap((employer) =>
            employer.roles.map((role) => job(employer, role)),
          ),
        ),
      ),
      h(
        'section',
        { 'data-sn-view-name': 'feature-lead-education', class: 'artdeco-card' },
        h('h2', {}, words.education),
        h(
          'ul',
          {},
          ...(person.studies ?? []).map(({ school, degree }) =>
            h(
              'li',
              {},
              mark('education-name', school.name, 'h3'),
              degree !== undefined && h('p', {}, degree),
            ),
          ),
        ),
      ),
      h(
        'section',
        { 'data-sn-view-name': 'feature-recommended-leads', class: 'artdeco-card' },
        h('h2', {}, words.moreProfiles),
        h('ul', {}, ...others.map(otherLead)),
      ),
    ),
  });
}

function leadCard(person: Person): Markup {
  const words = wordsOf(person.language);
  const roles = openRoles(person);
  return h(
    'section',
    { 'data-sn-view-name': 'feature-lead-top-card', class: 'artdeco-card' },
    person.photo !== false &&
      h('img', {
        src: photoUrl(person.handle, 200),
        alt: person.shownName,
        'data-anonymize': 'headshot-photo',
      }),
    h('h1', { 'data-x--lead--name': '', 'data-anonymize': 'person-name' }, `\n${person.shownName}\n`),
    h(
      'ul',
      { class: 'list-style-none' },
      person.pronouns !== undefined && h('li', {}, `(${person.pronouns})`),
      person.degree !== undefined && h('li', {}, `· ${words.degree(person.degree)}`),
    ),
    mark('headline', person.headline),
    mark('location', person.location),
    h('a', { href: leadHref(person.memberId), class: 't-14' }, words.message),
    roles.length > 0 &&
      h(
        'section',
        { 'data-sn-view-name': 'lead-current-role' },
        h(
          'ul',
          {},
          ...roles.map(({ employer, role }) =>
            h(
              'li',
              {},
              h('p', {}, mark('job-title', role.title), ' ', companyLink(employer)),
              h('p', {}, h('span', {}, `${role.from}–${role.to}`), ` ${role.duration}`),
            ),
          ),
        ),
      ),
  );
}

function job(employer: Employer, role: Role): Markup {
  return h(
    'li',
    {},
    h('p', {}, companyLink(employer)),
    mark('job-title', role.title, 'h3'),
    h('p', {}, h('span', {}, `${role.from}–${role.to} ${role.duration}`)),
    role.place !== undefined && h('p', {}, role.place),
  );
}

function otherLead(one: Stranger): Markup {
  return h(
    'li',
    {},
    h('img', { src: photoUrl(one.handle, 100), 'data-anonymize': 'headshot-photo', alt: '' }),
    h('a', { href: leadHref(one.memberId) }, mark('person-name', one.name)),
    mark('headline', one.headline),
    mark('location', 'Upper Saltmarsh'),
  );
}

export function salesAccount(company: Company, others: Company[], options: ListOptions = {}): string {
  const words = wordsOf(options.language ?? 'en');
  const blurb = company.about;
  return emberDocument({
    title: `${company.name} | Account | Sales Navigator`,
    pageKey: 'd_sales2_company',
    words,
    data: [],
    messages: messagesBeside(options),
    main: h(
      'main',
      { class: 'scaffold-layout__main' },
      h(
        'section',
        { 'data-sn-view-name': 'feature-account-people-also-viewed', class: 'artdeco-card' },
        ...others.map((other) =>
          h(
            'div',
            {},
            h('a', { href: accountHref(other) }, mark('company-name', other.name)),
            mark('industry', other.industry),
            mark('location', other.headquarters),
            mark('company-size', other.employees && `${other.employees} employees`),
          ),
        ),
      ),
      h(
        'section',
        { 'data-sn-view-name': 'feature-account-top-card', class: 'artdeco-card' },
        h('img', { src: logoUrl(company.handle, 200), alt: company.name }),
        h('h1', {}, mark('company-name', company.name)),
        mark('industry', company.industry),
        mark('location', company.headquarters),
        h(
          'a',
          { href: `/sales/company/${company.id}/people` },
          mark('company-size', company.employees && `${company.employees} employees`),
        ),
        company.website !== undefined &&
          h(
            'a',
            { href: company.website, 'data-control-name': 'visit_company_website', target: '_blank' },
            'Website',
          ),
        blurb !== undefined &&
          h('div', { 'data-anonymize': 'company-blurb', title: blurb }, blurb.slice(0, 60), '…'),
      ),
    ),
  });
}
