import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plays } from '../testing/fault-acts.ts';
import { perform } from '../testing/fault-play.ts';
import { modelStage } from '../testing/model-stage.ts';

const seed = 20_260_302;

/** Many plays take longer than one test usually may; nothing in them is measured by the clock. */
const patienceMs = 120_000;

it(
  `leaves CRM and outbox in agreement after any schedule of faults (seed ${seed})`,
  async () => {
    await fc.assert(
      fc.asyncProperty(plays, async (play) => {
        globalThis.indexedDB = new IDBFactory();
        const { verdict } = await perform(play, modelStage());
        expect(verdict).toEqual({ lost: [], doubled: [], wrong: [] });
      }),
      { seed, numRuns: 200 },
    );
  },
  patienceMs,
);
