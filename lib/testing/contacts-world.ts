import { demoOwner } from '../../fake-grinfi/seed.ts';
import { fakeGrinfiClient } from './fake-grinfi-client.ts';

/** 39 characters that carry a member number, as LinkedIn's do. */
export function linkedInId(kind: 'ln' | 'sn', member: number): string {
  const bytes = Buffer.alloc(29, 7);
  bytes.writeUInt16BE(kind === 'ln' ? 0x2a : 0x2c, 0);
  bytes.writeUIntBE(member, 2, 6);
  return bytes.toString('base64url');
}

export const ada = { lnId: linkedInId('ln', 7001), snId: linkedInId('sn', 7001), handle: 'ada-example' };
export const grace = { lnId: linkedInId('ln', 7002), handle: 'grace-example' };

/** A client of a Grinfi with one more list, and a way to have contacts in it. */
export function contactsWorld(options: Parameters<typeof fakeGrinfiClient>[0] = {}) {
  const { fake, client, calls } = fakeGrinfiClient(options);
  const list = fake.make.list(demoOwner, 'Prospects');
  const lead = (fields: Parameters<typeof fake.make.lead>[1] extends infer F ? Partial<F> : never) =>
    fake.make.lead(demoOwner, { list_uuid: list.uuid, ...fields });
  return { fake, client, calls, list, lead };
}
