import { onPage } from '../on-page.ts';

/** For pages that nobody reads: tells a wall from a page of no interest. */
export const read = onPage(() => ({ outcome: 'unsupported' }));
