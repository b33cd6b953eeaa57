import { samplePages } from '../../e2e/pages/index.ts';
import type { Sample } from './truth.ts';

/** Saved pages that lie beside the project on some machines; never part of it. */
export const sharedPages = '../shared/linkedin/pages';

/** The project's own sample pages, made in memory. */
export function ownSamples(): Sample[] {
  return samplePages.map(({ name, truth, html }) => ({ name, truth, html }));
}

/** What the readers must reach: share of the present fields that are right. No field may ever be wrong. */
export const thresholds = {
  own: 0.97,
  /** Pages of `sharedPages`. */
  profilesAndCompanies: 0.97,
  listsAndSalesNavigator: 0.95,
};
