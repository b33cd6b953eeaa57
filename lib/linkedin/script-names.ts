import type { PageKind } from '../records.ts';
import { classify } from './address.ts';
import { listKindOf } from './list-address.ts';

/**
 * The scripts that read pages, one for each kind of page and each way in which LinkedIn builds it, so that a tab
 * loads what it needs and no more. `read-<name>.js` in the built extension.
 */
export const scriptNames = [
  'profile-sdui',
  'profile-ember',
  'profile-ember-part',
  'profile-guest',
  'profile-mobile',
  'contact',
  'company',
  'company-guest',
  'people',
  'lead',
  'account',
  'nothing',
] as const;
export type ScriptName = (typeof scriptNames)[number];

/** A kind of page, or `nothing` where there is nothing to read but perhaps a wall to tell of. */
export type PageFamily = PageKind | 'nothing';

/** The family of the page at an address. */
export function familyOf(url: URL): PageFamily {
  const address = classify(url);
  if (address.type === 'person') return 'profile';
  if (listKindOf(url)) return 'people-list';
  if (address.type === 'company' || address.type === 'lead' || address.type === 'account')
    return address.type;
  return 'nothing';
}

/** Which script reads a family of pages, as far as its address tells: the newest layout comes first. */
export const firstScript: Readonly<Record<PageFamily, ScriptName>> = {
  profile: 'profile-sdui',
  company: 'company',
  'people-list': 'people',
  lead: 'lead',
  account: 'account',
  nothing: 'nothing',
};
