import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSample, samplePage } from './read-sample.ts';

const html = readFileSync(`public${samplePage}`, 'utf8');
const { window } = new JSDOM(html);
beforeEach(() => vi.stubGlobal('MutationObserver', window.MutationObserver));

describe('the sample profile', () => {
  it('is read as a profile on LinkedIn is', async () => {
    const { fields, notices, ...record } = await readSample(window.document);
    const values = Object.entries(fields).map(([name, field]) => [name, field.value]);
    expect(Object.fromEntries(values)).toMatchObject({
      firstName: 'Tilda',
      lastName: 'Averbrook',
      headline: 'Head of Partnerships at Lanternway Logistics · quieter ports, shorter queues',
      position: 'Head of Partnerships',
      companyName: 'Lanternway Logistics',
      location: 'Bergen, Vestland, Norway',
    });
    expect(notices).toEqual([]);
    expect(record).toMatchObject({ kind: 'person', experience: { length: 2 }, educations: { length: 1 } });
    expect(Object.values(fields).filter(({ certain }) => !certain)).toEqual([]);
    expect(record).not.toHaveProperty('missing');
  });

  it('says in its own title that it is a sample, and loads nothing from anywhere', () => {
    expect(window.document.title).toContain('Sample');
    const loads = [...window.document.querySelectorAll('[src], link[rel=stylesheet], script, iframe, form')];
    expect(loads).toEqual([]);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('has no link that leads away', () => {
    for (const link of window.document.querySelectorAll('a')) expect(link.tabIndex).toBe(-1);
    expect(html).toContain('pointer-events: none');
  });
});
