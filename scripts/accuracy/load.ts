import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { type Sample, sampleTruthSchema } from './truth.ts';

/** What is wrong with a folder of pages, in one sentence for the person at the terminal. */
export class SampleError extends Error {}

/**
 * The sample pages of a folder, sorted by name: each `NAME.html` with its `NAME.json`.
 * @throws {SampleError} the folder is not there or empty, or a truth file is missing or malformed
 */
export async function loadSamples(folder: string): Promise<Sample[]> {
  const files = await readdir(folder).catch(() => {
    throw new SampleError(`There is no folder ${folder}.`);
  });
  const names = files.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -5));
  if (names.length === 0)
    throw new SampleError(`The folder ${folder} holds no NAME.html with its NAME.json.`);
  return Promise.all(names.sort().map((name) => loadSample(folder, name)));
}

async function loadSample(folder: string, name: string): Promise<Sample> {
  const json = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => {
    throw new SampleError(`${name}.html has no ${name}.json beside it in ${folder}.`);
  });
  return { name, truth: parseTruth(name, json), html: () => readFile(join(folder, `${name}.html`), 'utf8') };
}

function parseTruth(name: string, json: string): Sample['truth'] {
  try {
    return v.parse(sampleTruthSchema, JSON.parse(json));
  } catch (cause) {
    throw new SampleError(`${name}.json is not in the expected form: ${String(cause)}`);
  }
}

/** Whether the folder exists. */
export async function folderExists(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

/** A page as a document with its address as location. No script runs and nothing is fetched. */
export function openPage(html: string, url: string): { page: Document; close: () => void } {
  const { window } = new JSDOM(html, { url });
  return { page: window.document, close: () => window.close() };
}
