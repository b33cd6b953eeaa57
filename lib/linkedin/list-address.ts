import { companyIn } from './address.ts';

export type ListKind = 'search' | 'companyPeople' | 'connections' | 'members' | 'sales';

/** Which list of people an address belongs to, if any. */
export function listKindOf(url: URL): ListKind | undefined {
  if (!/(^|\.)linkedin\.com$/i.test(url.hostname)) return undefined;
  const path = url.pathname.toLowerCase();
  if (/^\/search\/results\/people(\/|$)/.test(path)) return 'search';
  if (companyIn(url)?.tail[0] === 'people') return 'companyPeople';
  if (/^\/mynetwork\/(invite-connect\/)?connections(\/|$)/.test(path)) return 'connections';
  if (/^\/(groups|events)\/[^/]+\/(?:[^/]+\/)?(members|attendees)(\/|$)/.test(path)) return 'members';
  if (/^\/sales\/(search(\/people)?|lists\/people(\/[^/]+)?)\/?$/.test(path)) return 'sales';
  return undefined;
}
