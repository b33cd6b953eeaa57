import { Seeded } from './seeded.ts';

/**
 * A member's id as LinkedIn writes it in links and card keys: base64url of 2 bytes kind (0x002A), 6 bytes
 * member number, 1 flag and 20 bytes of a hash, which is made up here.
 */
export function lnIdOf(memberId: string): string {
  return tokenOf(0x2a, memberId);
}

/** The same for Sales Navigator: another kind, and another hash. */
export function snIdOf(memberId: string): string {
  return tokenOf(0x2c, memberId);
}

function tokenOf(kind: number, memberId: string): string {
  const bytes = Buffer.alloc(29);
  bytes.writeUInt16BE(kind, 0);
  bytes.writeUInt32BE(Number(memberId), 4);
  bytes[8] = 1;
  const chance = new Seeded(kind === 0x2a ? `member ${memberId}` : `lead ${memberId}`);
  for (let index = 9; index < 29; index++) bytes[index] = chance.below(256);
  return bytes.toString('base64url');
}
