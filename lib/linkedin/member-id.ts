/** `ACoAA…` (profile) and `ACwAA…` (Sales Navigator): 39 characters of base64url, case-sensitive. */
const token = /^AC[ow]A[\w-]{35}$/;

/** Whether the text is a profile id (`ACoAA…`, "ln_id"). */
export function isLnId(text: string): boolean {
  return token.test(text) && text[2] === 'o';
}

/** Whether the text is a Sales Navigator id (`ACwAA…`). */
export function isSnId(text: string): boolean {
  return token.test(text) && text[2] === 'w';
}

/**
 * The member number inside a profile or Sales Navigator id, as digits: `urn:li:member:<n>`.
 *
 * The 29 bytes are 2 for the kind (0x002A profile, 0x002C Sales Navigator), 6 for the number (big endian),
 * a flag and 20 of a hash. LinkedIn documents none of it, so whatever does not fit is refused;
 * the number serves to recognise one person across pages and is never turned back into an id.
 */
export function memberIdOf(id: string): string | undefined {
  if (!token.test(id)) return undefined;
  const bytes = atob(id.replace(/-/g, '+').replace(/_/g, '/').padEnd(40, '='));
  const byte = (index: number) => bytes.charCodeAt(index);
  const kind = byte(0) * 256 + byte(1);
  if (bytes.length !== 29 || kind !== (id[2] === 'o' ? 0x2a : 0x2c)) return undefined;
  // The upper two bytes were 0 in every id seen: anything else is not a number that we understand.
  if (byte(2) || byte(3)) return undefined;
  const number = byte(4) * 2 ** 24 + byte(5) * 2 ** 16 + byte(6) * 2 ** 8 + byte(7);
  return number > 0 ? String(number) : undefined;
}

/** Whether two ids, of whichever kind, are of one member; never where one of them cannot be decoded. */
export function isSameMember(one: string, other: string): boolean {
  const member = memberIdOf(one);
  return member !== undefined && member === memberIdOf(other);
}
