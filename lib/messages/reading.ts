import * as v from 'valibot';
import { layouts, pageKinds, type Reading } from '../records.ts';

/** What runs in a LinkedIn tab. */

export const readingInputs = {
  /** Injects the reader into the tab and gives what it read. */
  readPage: v.object({ tabId: v.number() }),
  /** Lets the user point at a field that could not be read; the next `readPage` finds it there. */
  pickField: v.object({
    tabId: v.number(),
    field: v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
    page: v.picklist(pageKinds),
    layout: v.picklist(layouts),
  }),
  /** Ends the pointing without a result. */
  cancelPick: v.object({ tabId: v.number() }),
  /** A copy of the page with every text, name, number, id and address replaced. */
  redactPage: v.object({ tabId: v.number() }),
} as const;

export interface ReadingOutputs {
  readPage: Reading;
  pickField: { outcome: 'picked' | 'cancelled' };
  cancelPick: null;
  redactPage: { html: string };
}
