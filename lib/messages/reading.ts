import * as z from 'zod/mini';
import { layouts, pageKinds, type Reading } from '../records.ts';

/** What runs in a LinkedIn tab. */

export const readingInputs = {
  /** Injects the reader into the tab and gives what it read. */
  readPage: z.object({ tabId: z.number() }),
  /** Lets the user point at a field that could not be read; the next `readPage` finds it there. */
  pickField: z.object({
    tabId: z.number(),
    field: z.string().check(z.regex(/^[a-zA-Z]{1,40}$/)),
    page: z.enum(pageKinds),
    layout: z.enum(layouts),
  }),
  /** Ends the pointing without a result. */
  cancelPick: z.object({ tabId: z.number() }),
  /** A copy of the page with every text, name, number, id and address replaced. */
  redactPage: z.object({ tabId: z.number() }),
} as const;

export interface ReadingOutputs {
  readPage: Reading;
  pickField: { outcome: 'picked' | 'cancelled' };
  cancelPick: null;
  redactPage: { html: string };
}
