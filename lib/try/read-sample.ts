import { complete } from '../linkedin/complete.ts';
import { read } from '../linkedin/scripts/profile-guest.ts';
import { settle } from '../linkedin/settle.ts';
import type { LinkedInRecord } from '../records.ts';

/** A made-up profile that comes with the extension. */
export const samplePage = '/sample-profile.html';

/** Where it would stand. */
const sampleAddress = 'https://www.linkedin.com/in/tilda-averbrook-sample/';

/**
 * Reads the sample with the script that reads LinkedIn's profiles, and completes it as the worker does.
 * @throws where that gives no record: the sample is not as the script knows profiles
 */
export async function readSample(page: Document): Promise<LinkedInRecord> {
  const found = await settle(page, () => sampleAddress, read);
  if (found.outcome !== 'record') throw new Error(`The sample gives ${found.outcome}.`);
  const reading = complete(found);
  if (reading.outcome !== 'record') throw new Error(`The sample gives ${reading.outcome}.`);
  // Nobody is signed in or out of the sample, so there is nothing to say of that.
  return { ...reading.record, notices: [] };
}
