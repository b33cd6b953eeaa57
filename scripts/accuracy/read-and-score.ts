import * as v from 'valibot';
import { readPage } from '../../lib/linkedin/registry.ts';
import { readingSchema } from '../../lib/records.ts';
import { type Attempt, type PageScore, scorePage } from './score.ts';
import type { SampleTruth } from './truth.ts';

/** Reads a document as it stands, and scores what was read. Runs in Node and in a page alike. */
export function readAndScore(name: string, truth: SampleTruth, page: Document): PageScore {
  return scorePage(name, truth, page, attempt(page, truth.url));
}

function attempt(page: Document, url: string): Attempt {
  try {
    const reading = readPage(page, new URL(url));
    // The worker refuses what is none, and nothing of the page would be shown.
    return v.is(readingSchema, reading) ? reading : { outcome: 'failed', message: 'not a reading' };
  } catch (error) {
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
