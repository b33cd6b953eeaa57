import { demoOwner } from '../../fake-grinfi/seed.ts';
import { fakeGrinfiClient } from './fake-grinfi-client.ts';

/** The stand-in with two contacts and a sender profile. */
export function outreachWorld(options: Parameters<typeof fakeGrinfiClient>[0] = {}) {
  const made = fakeGrinfiClient(options);
  const { make } = made.fake;
  const listId = make.list(demoOwner, 'Prospects').uuid;
  const contactId = make.lead(demoOwner, { list_uuid: listId, first_name: 'Ada' }).uuid;
  const otherId = make.lead(demoOwner, { list_uuid: listId, first_name: 'Grace' }).uuid;
  const senderId = make.sender(demoOwner, { first_name: 'Marla', last_name: 'Quill' }).uuid;
  return { ...made, listId, contactId, otherId, senderId };
}
