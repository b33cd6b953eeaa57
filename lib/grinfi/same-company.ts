import type { Company } from '../crm.ts';
import { isSameHandle } from './same-person.ts';

/** Tells which of the server's rows is the company asked for. Pure. */

export interface CompanyIdentity {
  /** LinkedIn's number, digits. */
  companyId?: string | undefined;
  handle?: string | undefined;
  /** Without `www.` */
  domain?: string | undefined;
}

/** Sites on which companies have pages: sharing one says nothing. */
const sharedDomains = new Set([
  'linkedin.com',
  'facebook.com',
  'instagram.com',
  'twitter.com',
  'x.com',
  'youtube.com',
  'linktr.ee',
  'bit.ly',
  'lnkd.in',
  'medium.com',
  'github.com',
  'google.com',
  'sites.google.com',
  'wixsite.com',
  'wordpress.com',
  'notion.site',
]);

/** The row with the same LinkedIn number, else handle, else domain, unless one of the former disagrees. */
export function matchCompany(rows: readonly Company[], wanted: CompanyIdentity): Company | undefined {
  const isSameNumber = ({ fields }: Company) =>
    wanted.companyId !== undefined && fields.companyId === wanted.companyId;
  const isSamePage = ({ fields }: Company) => handlesAgree(fields, wanted) === true;
  const isSameSite = ({ fields }: Company) =>
    handlesAgree(fields, wanted) !== false && isSameDomain(fields.domain ?? fields.website, wanted.domain);

  const possible = rows.filter(({ fields }) => !disagree(fields.companyId, wanted.companyId));
  return rows.find(isSameNumber) ?? possible.find(isSamePage) ?? possible.find(isSameSite);
}

/** `undefined` where they cannot be compared. `/company/<number>` is an address, too. */
function handlesAgree(found: CompanyIdentity, wanted: CompanyIdentity): boolean | undefined {
  const [ours, theirs] = [wanted.handle, found.handle];
  if (ours === undefined || theirs === undefined) return undefined;
  if (isSameHandle(ours, theirs) || ours === found.companyId || theirs === wanted.companyId) return true;
  return isNumber(ours) || isNumber(theirs) ? undefined : false;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function disagree(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function isSameDomain(found: string | undefined, wanted: string | undefined): boolean {
  if (found === undefined || wanted === undefined) return false;
  const domain = bareDomain(wanted);
  return domain !== '' && !sharedDomains.has(domain) && bareDomain(found) === domain;
}

/** `https://www.Acme.example/about` → `acme.example` */
function bareDomain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/, '');
}
