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

const walls =
  /^\/(?:authwall|login|uas\/login|checkpoint|signup|reg\/|start\/join|m\/login|security\/|signin|join)(?:\/|$|\?|-)/;
const home = 'https://www.linkedin.com';

/** Sorts an address of any LinkedIn host into the kinds above. Query and fragment play no part. */
export function classify(url: URL): Address {
  if (!/(^|\.)linkedin\.com$/i.test(url.hostname)) return { type: 'other' };
  const path = url.pathname.toLowerCase();
  if (walls.test(path)) return { type: 'wall' };
  if (/^\/404(\/|$)/.test(path)) return { type: 'notFound' };
  const parts = segments(url.pathname);
  if (!parts) return { type: 'other' };
  const [first = '', second, third, ...rest] = parts;
  switch (first.toLowerCase()) {
    case 'in':
      return person(second, tailOf(third, rest));
    case 'mwlite': {
      const profile = parts.slice(second?.toLowerCase() === 'profile' ? 2 : 1);
      return profile[0]?.toLowerCase() === 'in'
        ? person(profile[1], tailOf(profile[2], profile.slice(3)))
        : { type: 'other' };
    }
    case 'pub':
      return second && second.toLowerCase() !== 'dir'
        ? { type: 'person', alias: 'legacy', tail: [] }
        : { type: 'other' };
    case 'company':
    case 'school':
    case 'showcase':
      return company(first.toLowerCase() as CompanySpace, second, tailOf(third, rest));
    case 'sales':
      return sales(second?.toLowerCase(), third);
    case 'search':
      return second?.toLowerCase() === 'results' && third
        ? { type: 'search', vertical: third.toLowerCase() }
        : { type: 'other' };
    default:
      return { type: 'other' };
  }
}

function person(name: string | undefined, tail: string[]): Address {
  if (!name) return { type: 'other' };
  if (isLnId(name)) return { type: 'person', lnId: name, tail };
  if (isSnId(name)) return { type: 'person', snId: name, tail };
  if (name.toLowerCase() === 'me') return { type: 'person', alias: 'me', tail };
  return { type: 'person', handle: name, tail };
}

function company(space: CompanySpace, name: string | undefined, tail: string[]): Address {
  if (!name) return { type: 'other' };
  return /^\d+$/.test(name)
    ? { type: 'company', space, companyId: name, tail }
    : { type: 'company', space, handle: name, tail };
}

function sales(kind: string | undefined, key = ''): Address {
  const [id = ''] = key.split(',');
  if ((kind === 'lead' || kind === 'people') && isSnId(id)) return { type: 'lead', snId: id };
  if (kind === 'company' && /^\d+$/.test(id)) return { type: 'account', companyId: id };
  return { type: 'other' };
}

function tailOf(first: string | undefined, rest: string[]): string[] {
  return first ? [first, ...rest].map((part) => part.toLowerCase()) : [];
}

/** The path's parts, decoded once and in NFC. Undefined if one cannot be decoded or was encoded twice. */
function segments(path: string): string[] | undefined {
  try {
    const parts = path
      .split('/')
      .filter(Boolean)
      .map((part) => decodeURIComponent(part).normalize('NFC').trim());
    return parts.some((part) => /[%/]/.test(part) || part === '') ? undefined : parts;
  } catch {
    return undefined;
  }
}

/** The address of a link on the page: relative, absolute, or wrapped in LinkedIn's "you are leaving" page. */
export function linkAddress(href: string | null | undefined): Address {
  try {
    return classify(new URL(href ?? '', home));
  } catch {
    return { type: 'other' };
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
export function handleIn(href: string | null | undefined): string | undefined {
  const address = linkAddress(href);
  return address.type === 'person' ? address.handle : undefined;
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
