import type { CompanyRow, LeadRow } from './rows.ts';

/** All by which a contact can be recognised. */
export interface Identity {
  memberId?: string | undefined;
  lnId?: string | undefined;
  snId?: string | undefined;
  handle?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  companyName?: string | undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The part of an address that names the person or company; anything that is no address stays as it is. */
function lastPart(text: string): string {
  const match =
    /linkedin\.com\/(?:in|pub|sales\/lead|sales\/people|company|school|showcase|sales\/company)\/([^/?#,]+)/i.exec(
      text,
    );
  return match?.[1] ?? text;
}

/** `linkedin_id` may be a profile or Sales Navigator address, a handle, or a member id in three forms. */
export function identityOf(linkedinId: string): Identity {
  const id = decoded(lastPart(linkedinId.trim()));
  if (/^ACoAA/.test(id)) return { lnId: id };
  if (/^ACwAA/.test(id)) return { snId: id };
  if (/^\d+$/.test(id)) return { memberId: id };
  return { handle: id };
}

export function handleOf(text: string): string {
  return decoded(lastPart(text.trim()));
}

const same = (left: string | null | undefined, right: string | undefined): boolean =>
  Boolean(left) && Boolean(right) && left?.toLowerCase() === right?.toLowerCase();

/** In the order of the reference: the first that hits wins. Ids keep their case, the rest ignores it. */
const ladder: ((lead: LeadRow, identity: Identity) => boolean)[] = [
  (lead, { memberId }) => memberId !== undefined && lead.ln_member_id === memberId,
  (lead, { lnId }) => lnId !== undefined && lead.ln_id === lnId,
  (lead, { snId }) => snId !== undefined && lead.sn_id === snId,
  (lead, { handle }) => same(lead.linkedin, handle),
  (lead, { email }) => same(lead.work_email, email),
  (lead, { email }) => same(lead.personal_email, email),
  (lead, { name, companyName }) => same(lead.name, name) && same(lead.company_name, companyName),
];

/** The contact that the server takes for the same person, if any. */
export function findLead(leads: LeadRow[], identity: Identity): LeadRow | undefined {
  for (const rung of ladder) {
    const found = leads.find((lead) => rung(lead, identity));
    if (found) return found;
  }
  return undefined;
}

export interface CompanyIdentity {
  ln_id?: string | undefined;
  linkedin?: string | undefined;
  website?: string | undefined;
  name?: string | undefined;
}

/** `https://www.acme.example/about` and `acme.example` are one domain. */
export function domainOf(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  return /^(?:[a-z]+:\/\/)?(?:www\.)?([^/?#:]+)/i.exec(text.trim())?.[1]?.toLowerCase();
}

/** The company that one entry of a lookup means; its order of identifiers is a guess. */
export function findCompany(companies: CompanyRow[], by: CompanyIdentity): CompanyRow | undefined {
  const handle = by.linkedin === undefined ? undefined : handleOf(by.linkedin);
  const domain = domainOf(by.website);
  return (
    companies.find((one) => by.ln_id !== undefined && String(one.ln_id) === by.ln_id) ??
    companies.find((one) => same(one.linkedin, handle)) ??
    companies.find((one) => same(one.domain ?? domainOf(one.website), domain)) ??
    companies.find((one) => same(one.name, by.name))
  );
}
