import { describe, expect, it } from 'vitest';
import { loadPage } from './fixtures/load.ts';
import { readers, readPage } from './registry.ts';
import { familyOf } from './script-names.ts';

describe('the registry of readers', () => {
  it.each(readers.flatMap(({ kind, samples }) => samples.map((sample) => [kind, sample] as const)))(
    'knows a %s at %s by its address',
    (kind, sample) => {
      expect(familyOf(new URL(sample))).toBe(kind);
    },
  );

  it.each(readers.map((reader) => [reader.kind, reader.samples[0] ?? ''] as const))(
    'has no %s on a page that is still empty',
    (_, sample) => {
      const page = loadPage('<html><body></body></html>', sample);
      expect(readPage(page, new URL(sample)).outcome).toBe('notReady');
    },
  );

  it.each([
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/jobs/view/1',
    'https://example.com/in/ada/',
  ])('has nobody for %s', (url) => {
    expect(readPage(loadPage('<main>Text</main>', url), new URL(url))).toEqual({ outcome: 'unsupported' });
  });

  it('changes nothing on the page', () => {
    for (const { samples } of readers) {
      const url = samples[0] ?? '';
      const page = loadPage('<html><body><main><h1>Ada</h1><p>x</p></main></body></html>', url);
      const before = page.documentElement.outerHTML;
      readPage(page, new URL(url));
      expect(page.documentElement.outerHTML).toBe(before);
    }
  });
});
