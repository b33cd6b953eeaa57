import { brightfjord } from '../../e2e/pages/companies.ts';
import { emberCompany } from '../../e2e/pages/company.ts';
import { longList } from '../../e2e/pages/crowd.ts';
import { emberProfile } from '../../e2e/pages/ember.ts';
import { posts, strangers } from '../../e2e/pages/filler.ts';
import { guestProfile } from '../../e2e/pages/guest.ts';
import { emberSearch } from '../../e2e/pages/list-ember.ts';
import { sduiConnections, sduiSearch } from '../../e2e/pages/list-sdui.ts';
import { Look } from '../../e2e/pages/look.ts';
import { h } from '../../e2e/pages/markup.ts';
import { photoUrl } from '../../e2e/pages/media.ts';
import { clara, ingrid, tomas } from '../../e2e/pages/people.ts';
import { salesSearch } from '../../e2e/pages/sales.ts';
import { sduiProfile } from '../../e2e/pages/sdui.ts';
import { Seeded } from '../../e2e/pages/seeded.ts';

/** A page to time the reader on, and how long it may take there. */
export interface BenchPage {
  name: string;
  url: string;
  html(): string;
  /** Longest median (ms); none where only the growth with the page counts. */
  limitMs?: number;
  /** Of pages that are the same but for their size: which, and how large (MB). */
  grown?: { layout: string; megabytes: number };
  /** What the reader has to say, so that a fast refusal does not count as a fast reading. */
  outcome: 'record' | 'list' | 'notReady';
}

const home = 'https://www.linkedin.com';
const megabyte = 1_000_000;

/**
 * Puts posts, comments and people into the end of `main` until the page has the given size, as it grows while
 * a member scrolls.
 *
 * @param role of each; on a page that lists people, something that is no row of the list
 */
export function grow(html: string, bytes: number, role = 'listitem'): string {
  const look = new Look('0.2.6630');
  const chance = new Seeded('growing');
  const parts: string[] = [];
  let length = html.length;
  for (let index = 0; length < bytes; index++) {
    const [author] = strangers(`author ${index}`, 1);
    const [post] = posts(`post ${index}`, 1);
    if (!author || !post) break;
    const link = { href: `${home}/in/${author.handle}/`, class: look.class('link') };
    const part = h(
      'div',
      { class: look.class('post'), componentkey: chance.key(), role },
      h(
        'a',
        link,
        h('figure', {}, h('img', { src: photoUrl(author.handle, 100), alt: '', loading: 'lazy' })),
      ),
      h('div', { class: look.class('line') }, h('a', link, h('p', {}, author.name))),
      h('p', { class: look.class('small') }, author.headline),
      h('p', { class: look.class('small') }, h('span', { 'data-testid': 'expandable-text-box' }, post.text)),
      ...['like', 'comment', 'repost', 'send'].map((name) =>
        h(
          'button',
          { type: 'button', class: look.class('button'), componentkey: chance.key(), 'aria-label': name },
          h(
            'span',
            { class: look.class('buttonInner') },
            h('svg', { id: `${name}-small` }),
            h('span', {}, name),
          ),
        ),
      ),
    ).html;
    parts.push(part);
    length += part.length;
  }
  const end = html.lastIndexOf('</main>');
  return `${html.slice(0, end)}<section>${parts.join('')}</section>${html.slice(end)}`;
}

/** As many rows as no page has, as small as they get; marked as such or told by their links alone. */
export function manyRows(rows: number, marked: boolean): string {
  const [whole] = (marked ? sduiSearch : sduiConnections)([], { filler: false }).split('</section>');
  const row = (index: number) =>
    `<div${marked ? ' role="listitem"' : ''}><a href="/in/row-${index}/"><div><p>Ada Row${index}</p>` +
    `<div><p>Weaver ${index}</p></div><div><p>Ostmark</p></div></div></a></div>`;
  return `${whole}${Array.from({ length: rows }, (_, index) => row(index)).join('')}</section></div></main></div></div></body></html>`;
}

/** Data that nests and repeats far beyond what any page needs. */
function hostileData(): string {
  const deep = `${'{"@type":"Person","name":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
  const wide = JSON.stringify({
    '@graph': Array.from({ length: 40_000 }, (_, n) => ({
      '@type': 'Person',
      url: `${home}/in/p${n}`,
      name: 'X',
    })),
  });
  const cyclic = JSON.stringify({
    data: { '*elements': ['urn:li:a'] },
    included: [{ entityUrn: 'urn:li:a', '*parent': 'urn:li:a' }],
  });
  return (
    [deep, wide].map((text) => `<script type="application/ld+json">${text}</script>`).join('') +
    Array.from(
      { length: 200 },
      (_, n) => `<code id="bpr-guid-${n}" style="display:none">${n < 3 ? deep : cyclic}</code>`,
    ).join('')
  );
}

/** Text made to keep a careless pattern busy. */
export const bait = [
  '('.repeat(50_000),
  'a'.repeat(50_000),
  '1,'.repeat(25_000),
  ' -'.repeat(25_000),
  `${'‏'.repeat(50_000)}!`,
];

function hostileProfile(): string {
  const nasty = {
    ...ingrid,
    shownName: `Ingrid Solvang <script>window.hacked=1</script><img src=x onerror="window.hacked=1">`,
    headline: `VP Sales ${bait.join(' ')}`.slice(0, 200_000),
    about: `${'About '.repeat(200_000)}`,
  };
  const page = sduiProfile(nasty, { mounted: ['about', 'experience', 'education', 'skills'], next: tomas });
  const attribute = `<div data-x="${'x'.repeat(megabyte)}" aria-label="${'y'.repeat(megabyte)}"></div>`;
  const links = '<a href="javascript:window.hacked=1">x</a>'.repeat(5_000);
  return grow(
    page.replace('</main>', `${attribute}${links}</main>`).replace('<body', `${hostileData()}<body`),
    10 * megabyte,
  );
}

const everything = ['about', 'experience', 'education', 'skills'] as (
  | 'about'
  | 'experience'
  | 'education'
  | 'skills'
)[];

/** A page of each kind and layout, to be made as large as a visit makes it. */
const layouts: { layout: string; url: string; html: () => string; outcome: BenchPage['outcome'] }[] = [
  {
    layout: 'profile, SDUI',
    url: `${home}/in/${ingrid.handle}/`,
    html: () => sduiProfile(ingrid, { mounted: everything, next: tomas }),
    outcome: 'record',
  },
  {
    layout: 'profile, Ember',
    url: `${home}/in/${clara.handle}/`,
    html: () => emberProfile(clara),
    outcome: 'record',
  },
  {
    layout: 'profile, signed out',
    url: `${home}/in/${ingrid.handle}/`,
    html: () => guestProfile(ingrid, { url: `${home}/in/${ingrid.handle}/`, linkedData: true }),
    outcome: 'record',
  },
  {
    layout: 'company, Ember',
    url: `${home}/company/${brightfjord.handle}/about/`,
    html: () => emberCompany(brightfjord, { tab: 'about', similar: [] }),
    outcome: 'record',
  },
  {
    layout: 'people search, SDUI',
    url: `${home}/search/results/people/`,
    html: () => sduiSearch(longList(25)),
    outcome: 'list',
  },
  {
    layout: 'people search, Ember',
    url: `${home}/search/results/people/`,
    html: () => emberSearch(longList(10)),
    outcome: 'list',
  },
];

const sizes = [0.3, 1, 3, 10];

const grownPages = layouts.flatMap(({ layout, url, html, outcome }) =>
  sizes.map(
    (megabytes): BenchPage => ({
      name: `${layout}, ${megabytes} MB`,
      url,
      html: () => grow(html(), megabytes * megabyte, outcome === 'list' ? 'article' : 'listitem'),
      outcome,
      grown: { layout, megabytes },
      // That of the README.
      ...(megabytes === 3 && { limitMs: 15 }),
    }),
  ),
);

export const benchPages: BenchPage[] = [
  ...grownPages,
  {
    name: 'people search, 25 rows',
    url: `${home}/search/results/people/`,
    html: () => sduiSearch(longList(25)),
    limitMs: 50,
    outcome: 'list',
  },
  {
    name: 'Sales Navigator, 25 rows',
    url: `${home}/sales/search/people`,
    html: () => salesSearch(longList(25)),
    limitMs: 50,
    outcome: 'list',
  },
  {
    name: 'hostile profile, 10 MB',
    url: `${home}/in/${ingrid.handle}/`,
    html: hostileProfile,
    limitMs: 1_000,
    outcome: 'record',
  },
  {
    name: 'hostile search, 100,000 rows',
    url: `${home}/search/results/people/`,
    html: () => manyRows(100_000, true),
    limitMs: 1_000,
    outcome: 'list',
  },
  {
    name: 'hostile connections, 100,000 rows',
    url: `${home}/mynetwork/invite-connect/connections/`,
    html: () => manyRows(100_000, false),
    limitMs: 1_000,
    outcome: 'list',
  },
];
