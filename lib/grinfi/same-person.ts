/** Tells whether an answer is about the person asked for. Pure. */

export interface PersonIdentity {
  /** `ACoAA…` */
  lnId?: string | undefined;
  /** `ACwAA…` */
  snId?: string | undefined;
  handle?: string | undefined;
}

/**
 * True when the answer cannot be the person asked for. Ids settle it where both have one: a handle can be
 * changed, and given to somebody else. So the handle counts only where it is what was asked by. Where nothing
 * can be compared, the answer is taken on trust.
 */
export function isContradicted(
  found: PersonIdentity,
  asked: PersonIdentity,
  askedBy: 'id' | 'handle',
): boolean {
  const foundMembers = membersOf(found);
  const askedMembers = membersOf(asked);
  if (foundMembers.length > 0 && askedMembers.length > 0)
    return !foundMembers.some((member) => askedMembers.includes(member));
  if (askedBy === 'id' || found.handle === undefined || asked.handle === undefined) return false;
  return !isSameHandle(found.handle, asked.handle);
}

/** True when at least one id is the same on both sides. */
export function sharesAnId(one: PersonIdentity, other: PersonIdentity): boolean {
  const isSame = (name: 'lnId' | 'snId') => one[name] !== undefined && one[name] === other[name];
  if (isSame('lnId') || isSame('snId')) return true;
  return one.handle !== undefined && other.handle !== undefined && isSameHandle(one.handle, other.handle);
}

export function isSameHandle(one: string, other: string): boolean {
  return handleOf(one).toLowerCase() === handleOf(other).toLowerCase();
}

/** `https://www.linkedin.com/in/jos%C3%A9-example/` and `jos%C3%A9-example` both give `josé-example`. */
export function handleOf(text: string): string {
  const handle = /\/(?:in|pub|company|school|showcase)\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();
  try {
    return decodeURIComponent(handle).normalize('NFC');
  } catch {
    return handle;
  }
}

function membersOf({ lnId, snId }: PersonIdentity): string[] {
  return [lnId, snId].map(memberOf).filter((member) => member !== undefined);
}

/**
 * The member number inside an `ACo…` or `ACw…` id, by which both kinds of id are comparable: bytes 3 to 8
 * of its base64url. An id of another form (the CRM may hold a bare number) says nothing.
 */
function memberOf(id: string | undefined): string | undefined {
  if (id === undefined || !/^AC[ow][\w-]{36}$/.test(id)) return undefined;
  const bytes = atob(id.slice(0, 12).replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes.slice(2, 8), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
