import { playBulk } from '../../lib/testing/bulk-play.ts';
import type { Figure } from './report.ts';

const people = 1_000;

/**
 * 1,000 new people in one go, in a time that passes only where something waits: what the server's rate limit
 * allows is the floor, and the machine's speed counts for nothing. Each is looked up before it is written,
 * since duplicates and undo need that; there is no way to save without.
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
      what: 'requests for each person, with the look-up',
      unit: '',
      value: sentAt.length / people,
      limit: { of: 'value', most: 2.1 },
    },
  ];
}
