import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readerFileFor } from './reader-file.ts';
import { readers } from './registry.ts';

/** The readers that an entrypoint hands to `readWith`, by the kinds that they read. */
const inScript = {
  '/reader.js': ['profile'],
  '/company-reader.js': ['company'],
  '/list-reader.js': ['people-list', 'lead', 'account'],
} as const;

const importOf: Record<string, string> = {
  profile: 'profile.ts',
  company: 'company.ts',
  'people-list': 'people-list.ts',
  lead: 'sales-lead.ts',
  account: 'sales-account.ts',
};

describe('which script reads which page', () => {
  it.each(readers.flatMap(({ kind, samples }) => samples.map((sample) => [kind, sample] as const)))(
    'sends a %s at %s to a script that can read it',
    (kind, sample) => {
      expect(inScript[readerFileFor(new URL(sample))]).toContain(kind);
    },
  );

  it.each(Object.entries(inScript))('puts into %s the readers that it is trusted with', (file, kinds) => {
    const folder = file.replace(/^\/|\.js$/g, '');
    const source = readFileSync(new URL(`../../entrypoints/${folder}/index.ts`, import.meta.url), 'utf8');
    for (const kind of kinds) expect(source).toContain(`/linkedin/${importOf[kind]}`);
  });
});
