import { readPage } from '../../lib/linkedin/registry.ts';
import { openPage } from './load.ts';
import { type Attempt, type PageScore, scorePage } from './score.ts';
import type { Sample } from './truth.ts';

/** Reads one sample page, as it stands, and scores what was read. */
export async function scoreSample(sample: Sample): Promise<PageScore> {
  const { page, close } = openPage(await sample.html(), sample.truth.url);
  try {
    return scorePage(sample.name, sample.truth, page, attempt(page, sample.truth.url));
  } finally {
    close();
  }
}

/** One page after the other: documents are large, and reading them is work for the processor alone. */
export async function scoreSamples(samples: Sample[]): Promise<PageScore[]> {
  const scores: PageScore[] = [];
  for (const sample of samples) scores.push(await scoreSample(sample));
  return scores;
}

function attempt(page: Document, url: string): Attempt {
  try {
    return readPage(page, new URL(url));
  } catch (error) {
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
