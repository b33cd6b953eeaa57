import { playBulk } from '../../lib/testing/bulk-play.ts';
import type { Figure } from './report.ts';

const people = 1_000;

/**
 * 1,000 new people in one go, in a time that passes only where something waits: what the server's rate limit
 * allows is the floor, and the machine's speed counts for nothing. Each is created at once; only whom the answer
 * shows to have been there is looked up, for duplicates and undo.
 */
export async function measureBulk(): Promise<Figure[]> {
  const { sentAt, shareOfRate } = await playBulk(people);
  const part = 'Bulk save of 1,000 people';
  return [
    {
      part,
      what: 'share of the rate that the server allows',
      unit: '',
      value: shareOfRate,
      limit: { of: 'value', least: 0.95 },
    },
    {
      part,
      what: 'requests for each person',
      unit: '',
      value: sentAt.length / people,
      limit: { of: 'value', most: 1.1 },
    },
  ];
}
