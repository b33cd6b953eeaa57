import { isLnId, isSnId } from './member-id.ts';

/** Company pages, school pages and showcase pages are separate name spaces. */
export type CompanySpace = 'company' | 'school' | 'showcase';

/** What an address says by itself; the page's content has to agree. */
export type Address =
  | {
      type: 'person';
      /** Vanity name, percent-decoded, NFC, in the address's own case. */
      handle?: string;
      lnId?: string;
      snId?: string;
      /** `me`: the viewer's own page; `legacy`: `/pub/…`. Who it is, only the page can tell. */
      alias?: 'me' | 'legacy';
      /** What follows the handle, lower case: `['details', 'experience']`, `['overlay', 'contact-info']`. */
      tail: string[];
    }
  | {
      type: 'company';
      space: CompanySpace;
      /** Vanity name, or undefined where the address has the number. */
      handle?: string;
      companyId?: string;
      /** The tab and below, lower case: `['about']`. */
      tail: string[];
    }
  | { type: 'lead'; snId: string }
  | { type: 'account'; companyId: string }
  | { type: 'search'; vertical: string }
  | { type: 'wall' }
  | { type: 'notFound' }
  | { type: 'other' };

export type PersonAddress = Extract<Address, { type: 'person' }>;
export type CompanyAddress = Extract<Address, { type: 'company' }>;

const walls =
  /^\/(?:authwall|login|uas\/login|checkpoint|signup|reg\/|start\/join|m\/login|security\/|signin|join)(?:\/|$|\?|-)/;
const home = 'https://www.linkedin.com';

/**
 * Sorts an address of any LinkedIn host into the kinds above. Query and fragment play no part. For the worker:
 * scripts in a tab ask for the one kind that they know, which is less code.
 */
export function classify(url: URL): Address {
  if (!isLinkedIn(url)) return { type: 'other' };
  const path = url.pathname.toLowerCase();
  if (walls.test(path)) return { type: 'wall' };
  if (/^\/404(\/|$)/.test(path)) return { type: 'notFound' };
  return personIn(url) ?? companyIn(url) ?? salesIn(url) ?? searchIn(url) ?? { type: 'other' };
}

/** A page's address, or the address of a link on it: relative, absolute, or nothing at all. */
type Link = URL | string | null | undefined;

/** The person whom an address belongs to. */
export function personIn(link: Link): PersonAddress | undefined {
  let parts = segments(link);
  if (is(parts[0], 'mwlite')) {
    parts = parts.slice(is(parts[1], 'profile') ? 2 : 1);
    if (is(parts[0], 'pub')) return undefined;
  }
  const [first, name, ...tail] = parts;
  if (!name) return undefined;
  if (is(first, 'pub')) return is(name, 'dir') ? undefined : { type: 'person', alias: 'legacy', tail: [] };
  if (!is(first, 'in')) return undefined;
  const person = isLnId(name)
    ? { lnId: name }
    : isSnId(name)
      ? { snId: name }
      : is(name, 'me')
        ? { alias: 'me' as const }
        : { handle: name };
  return { type: 'person', ...person, tail: tail.map((part) => part.toLowerCase()) };
}

/** The company, school or showcase whom an address belongs to. */
export function companyIn(link: Link): CompanyAddress | undefined {
  const [first = '', name, ...tail] = segments(link);
  const space = first.toLowerCase();
  if (!name || !/^(?:company|school|showcase)$/.test(space)) return undefined;
  return {
    type: 'company',
    space: space as CompanySpace,
    ...(/^\d+$/.test(name) ? { companyId: name } : { handle: name }),
    tail: tail.map((part) => part.toLowerCase()),
  };
}

/** The handle of the company that a link leads to; schools and showcases are no employers. */
export function employerHandleIn(link: Link): string | undefined {
  const company = companyIn(link);
  return company?.space === 'company' ? company.handle : undefined;
}

/** A lead or an account of Sales Navigator. */
export function salesIn(link: Link): Extract<Address, { type: 'lead' | 'account' }> | undefined {
  const [first, kind, key = ''] = segments(link);
  if (!is(first, 'sales')) return undefined;
  const [id = ''] = key.split(',');
  if ((is(kind, 'lead') || is(kind, 'people')) && isSnId(id)) return { type: 'lead', snId: id };
  return is(kind, 'company') && /^\d+$/.test(id) ? { type: 'account', companyId: id } : undefined;
}

/** The number of the company that a link to a Sales Navigator account leads to. */
export function accountIn(link: Link): string | undefined {
  const account = salesIn(link);
  return account?.type === 'account' ? account.companyId : undefined;
}

function searchIn(url: URL): Address | undefined {
  const [first, second, third] = segments(url);
  return is(first, 'search') && is(second, 'results') && third
    ? { type: 'search', vertical: third.toLowerCase() }
    : undefined;
}

function is(part: string | undefined, name: string): boolean {
  return part?.toLowerCase() === name;
}

/** The path's parts, decoded once and in NFC; none on other sites, or if one cannot be decoded or was encoded twice. */
function segments(link: Link): string[] {
  try {
    const url = new URL(link ?? '', home);
    if (!isLinkedIn(url)) return [];
    const parts = url.pathname
      .split('/')
      .filter(Boolean)
      .map((part) => decodeURIComponent(part).normalize('NFC').trim());
    return parts.some((part) => /[%/]/.test(part) || part === '') ? [] : parts;
  } catch {
    return [];
  }
}

/** An address with its escapes resolved, for looking into its query; as it is where they are broken. */
export function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The handle in a link to a person, if it has one (`/in/ACoAA…` has none). */
export function handleIn(link: Link): string | undefined {
  return personIn(link)?.handle;
}

/**
 * Where an outbound link leads, without LinkedIn's wrapper (`/safety/go/?url=…`, `/redir/redirect?url=…`).
 * Only http and https; undefined for the rest and for links that stay on LinkedIn.
 */
export function outboundUrl(href: string | null | undefined): string | undefined {
  try {
    const url = new URL(href ?? '', home);
    const wrapped =
      /\/(safety\/go|redir\/redirect|redirect)\/?$/.test(url.pathname) && url.searchParams.get('url');
    const target = isLinkedIn(url) && wrapped ? new URL(wrapped) : url;
    return /^https?:$/.test(target.protocol) && !isLinkedIn(target) ? target.href : undefined;
  } catch {
    return undefined;
  }
}

function isLinkedIn(url: URL): boolean {
  return /(^|\.)linkedin\.com$/i.test(url.hostname);
}

/** Handles ignore case and come in several Unicode forms. */
export function sameHandle(one: string | undefined, other: string | undefined): boolean {
  const fold = (text: string) => text.normalize('NFC').toLowerCase();
  return one !== undefined && other !== undefined && fold(one) === fold(other);
}

/** The address's handle as the page writes it, else as the address does; without one in the address, the page's first. */
export function handleOf(address: { handle?: string }, onPage: readonly string[]): string | undefined {
  const { handle } = address;
  return handle ? (onPage.find((other) => sameHandle(other, handle)) ?? handle) : onPage[0];
}

/**
 * The one form of a person's address: lower case handle, or the id in its own case, percent-encoded, on
 * `www.linkedin.com`, without query.
 */
export function personUrl(key: string): string {
  return `${home}/in/${encodeURIComponent(isLnId(key) || isSnId(key) ? key : key.toLowerCase())}`;
}

/** The one form of a company's, school's or showcase's address. */
export function companyUrl(space: CompanySpace, key: string): string {
  return `${home}/${space}/${encodeURIComponent(key.toLowerCase())}`;
}
