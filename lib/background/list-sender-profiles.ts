import { until } from '../grinfi/client.ts';
import { listSenderProfiles } from '../grinfi/sender-profiles.ts';
import type { Handler } from '../messages.ts';
import type { Grinfi } from './grinfi.ts';

/** All who can write in the workspace's name, disabled ones too. */
export function createListSenderProfiles({ grinfi }: { grinfi: Grinfi }): Handler<'listSenderProfiles'> {
  return async (_, left) => ({ senders: await listSenderProfiles(until(left, grinfi.client)) });
}
