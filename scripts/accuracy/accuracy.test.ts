import { beforeAll, describe, expect, it } from 'vitest';
import { folderExists, loadSamples, SampleError } from './load.ts';
import { scoreSamples } from './run.ts';
import type { PageScore } from './score.ts';
import { ownSamples, sharedPages, thresholds } from './sources.ts';
import { detailsOf, shareRight, totalsOf } from './table.ts';

/** Large documents: the hook may take as long as it needs. */
const noHurry = 1_200_000;

describe('the readers on our own pages', () => {
  let scores: PageScore[] = [];
  beforeAll(async () => {
    scores = await scoreSamples(ownSamples());
  }, noHurry);

  it('read no field wrong', () => {
    expect(detailsOf(onlyWrong(scores), false)).toBe('');
  });

  it('read nearly all of the present fields', () => {
    const totals = totalsOf(scores);
    expect(totals.present).toBeGreaterThan(200);
    expect(shareRight(totals), detailsOf(scores, false)).toBeGreaterThanOrEqual(thresholds.own);
  });
});

/** The saved pages are no part of the project, so this asks for them only where they lie. */
describe.runIf(await folderExists(sharedPages))('the readers on saved pages', () => {
  let scores: PageScore[] = [];
  beforeAll(async () => {
    scores = await scoreSamples(await loadSamples(sharedPages));
  }, noHurry);

  it('read no field wrong', () => {
    expect(detailsOf(onlyWrong(scores), false)).toBe('');
  });

  it.each([
    [/^(profile|company)/, thresholds.profilesAndCompanies],
    [/^(people|salesnav)/, thresholds.listsAndSalesNavigator],
  ])('read nearly all of the present fields of pages of the kind %s', (kinds, least) => {
    const totals = totalsOf(scores.filter(({ kind }) => kinds.test(kind)));
    expect(totals.present).toBeGreaterThan(200);
    expect(shareRight(totals), detailsOf(scores, false)).toBeGreaterThanOrEqual(least);
  });
});

describe('loading a folder of pages', () => {
  it('says in one sentence that the folder is not there', async () => {
    await expect(loadSamples('no-such-folder')).rejects.toThrow(
      new SampleError('There is no folder no-such-folder.'),
    );
  });

  it('says that a folder holds no pages', async () => {
    await expect(loadSamples('scripts/accuracy')).rejects.toThrow(/holds no NAME\.html/);
  });
});

function onlyWrong(scores: PageScore[]): PageScore[] {
  return scores.map((score) => ({
    ...score,
    findings: score.findings.filter(({ verdict }) => verdict === 'wrong'),
  }));
}
