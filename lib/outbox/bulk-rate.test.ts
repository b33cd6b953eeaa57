import { expect, it } from 'vitest';
import { answerMs, playBulk } from '../testing/bulk-play.ts';

const people = 1_000;

it('sends 1,000 people at 95 % of the allowed rate or more, with one request for each and 41 for all', async () => {
  const { fake, stage, errors, sentAt, heldEntries, shareOfRate } = await playBulk(people);
  const leads = fake.state.leads.all();
  expect(errors).toEqual([]);
  expect(leads).toHaveLength(people);
  expect(
    leads.every(({ tags, pipeline_stage_uuid }) => tags?.length === 2 && pipeline_stage_uuid === stage.uuid),
  ).toBe(true);
  // For each 200: two tags by name, set, and the stage. Once: both tags made. The first seven, for whom the
  // server has not said yet what time it is there, are looked up by both ids.
  expect(sentAt).toHaveLength(people + 5 * (2 + 2 + 1) + 2 + 7 * 2);
  expect(fake.control.log().filter(({ status }) => (status ?? 0) >= 400 && status !== 404)).toEqual([]);

  expect(shareOfRate).toBeGreaterThanOrEqual(0.95);
  const gaps = sentAt.slice(1).map((at, place) => at - (sentAt[place] ?? at));
  expect(Math.max(...gaps), 'ms without a request').toBeLessThan(3 * answerMs);
  expect(heldEntries).toBeLessThanOrEqual(7);
}, 120_000);
