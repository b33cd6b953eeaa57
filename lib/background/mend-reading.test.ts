import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import anchorReader from '../../entrypoints/anchor-reader/index.ts';
import type { Anchor } from '../canary/anchor.ts';
import { keepAnchor, loadAnchors, maxAnchors, type StoredAnchor } from '../canary/anchor-store.ts';
import { keepPick } from '../canary/picks.ts';
import { loadPage } from '../linkedin/fixtures/load.ts';
import type { PersonRecord, Reading } from '../records.ts';
import { person, read } from '../testing/panel-states.ts';
import { useStorage } from '../testing/storage.ts';
import { createMendReading } from './mend-reading.ts';

const url = 'https://www.linkedin.com/in/mara-lindqvist/';
const anchor: Anchor = {
  tag: 'p',
  ways: [{ hook: 'main', index: 0, up: 0, path: [{ tag: 'p', index: 1 }] }],
};
const stored: StoredAnchor = {
  page: 'profile',
  layout: 'sdui',
  field: 'location',
  anchor,
  hooks: '2026-01-01',
  pointedAt: 5,
};

function without(...names: string[]): PersonRecord {
  const fields = Object.entries(person.fields).filter(([name]) => !names.includes(name));
  return { ...person, fields: Object.fromEntries(fields) };
}

/** A tab in which the anchors lead to this, when the page is (still) at this address. */
function tabThatShows(location: string | null, address = url) {
  const executeScript = vi.fn(async ({ files }: { files?: string[]; args?: unknown[] }) => [
    { frameId: 0, result: files ? { url: address, texts: { location } } : null },
  ]);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 3, url })) as never);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  return executeScript;
}

const onError = vi.fn();
function mend(reading: Reading) {
  return createMendReading({ readPage: async () => reading, onError })({ tabId: 3 });
}
async function mendRecord(record: PersonRecord): Promise<PersonRecord> {
  const reading = await mend({ outcome: 'record', record });
  if (reading.outcome !== 'record' || reading.record.kind !== 'person') throw new Error(reading.outcome);
  return reading.record;
}

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, '/anchor-reader.js');
});
beforeEach(() => {
  useStorage();
  onError.mockClear();
});

describe('a reading that misses nothing', () => {
  it('is passed on as it is, and no second script runs in the tab', async () => {
    const executeScript = tabThatShows('x');
    expect(await mendRecord(person)).toEqual(person);
    expect(await mend({ outcome: 'wall' })).toEqual({ outcome: 'wall' });
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('drops the anchor of a field that can be read again', async () => {
    tabThatShows('x');
    await keepAnchor(stored);
    await keepAnchor({ ...stored, layout: 'ember' });
    expect((await mendRecord(person)).fields.location).toEqual(person.fields.location);
    expect(await loadAnchors()).toEqual([{ ...stored, layout: 'ember' }]);
  });
});

describe('a reading that misses a field', () => {
  it('names it', async () => {
    tabThatShows(null);
    expect((await mendRecord(without('location'))).missing).toEqual(['location']);
  });

  it('is filled from where the user pointed on another page, and waits for the user’s word', async () => {
    const executeScript = tabThatShows('Graz, Austria');
    await keepAnchor(stored);
    const record = await mendRecord(without('location'));
    expect(record.fields.location).toEqual({ value: 'Graz, Austria', from: 'position', certain: false });
    expect(record).toMatchObject({ pointed: ['location'] });
    expect(record.missing).toBeUndefined();
    expect(executeScript).toHaveBeenCalledWith(expect.objectContaining({ files: ['/anchor-reader.js'] }));
    expect(executeScript.mock.calls[0]?.[0].args?.[1]).toEqual({ location: anchor });
  });

  it('is certain on the page that the user pointed on, as long as it says the same', async () => {
    await keepAnchor(stored);
    await keepPick(`${url}?trk=x`, 'location', 'Graz, Austria');
    tabThatShows('Graz, Austria');
    expect((await mendRecord(without('location'))).fields.location?.certain).toBe(true);
    tabThatShows('Wien, Austria');
    expect((await mendRecord(without('location'))).fields.location).toEqual({
      value: 'Wien, Austria',
      from: 'position',
      certain: false,
    });
  });

  it('stays without it where the anchor leads nowhere', async () => {
    await keepAnchor(stored);
    tabThatShows(null);
    const record = await mendRecord(without('location'));
    expect(record.fields.location).toBeUndefined();
    expect(record.missing).toEqual(['location']);
  });

  it('never takes what stands on the page that the tab has moved on to', async () => {
    await keepAnchor(stored);
    tabThatShows('Graz, Austria', 'https://www.linkedin.com/in/somebody-else/');
    expect((await mendRecord(without('location'))).fields.location).toBeUndefined();
  });

  it('leaves alone what the readers read, and fields of other layouts', async () => {
    await keepAnchor({ ...stored, field: 'headline' });
    await keepAnchor({ ...stored, layout: 'ember' });
    const executeScript = tabThatShows('Wrong');
    const record = await mendRecord({
      ...without('location'),
      fields: { ...without('location').fields, headline: read('Poet') },
    });
    expect(record.fields.headline?.value).toBe('Poet');
    expect(record.missing).toEqual(['location']);
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('is filled by each of two readings of one page at once, as a move and then its end make them', async () => {
    await keepAnchor(stored);
    // The browser's side of it: what is injected runs in one world of the tab, in the order of the calls.
    const page = loadPage('<main><p>Mara Lindqvist</p><p>Graz, Austria</p></main>', url);
    vi.stubGlobal('document', page);
    vi.stubGlobal('location', page.location);
    const executeScript = async (call: { func?: (...args: unknown[]) => void; args?: unknown[] }) => {
      await Promise.resolve();
      return [
        { frameId: 0, result: call.func ? call.func(...(call.args ?? [])) : await anchorReader.main() },
      ];
    };
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 3, url })) as never);

    const records = await Promise.all([mendRecord(without('location')), mendRecord(without('location'))]);
    expect(records.map(({ fields }) => fields.location?.value)).toEqual(['Graz, Austria', 'Graz, Austria']);
    expect(onError).not.toHaveBeenCalled();
  });

  it('is not lost when the anchor cannot be followed', async () => {
    await keepAnchor(stored);
    Object.assign(fakeBrowser, { scripting: { executeScript: () => Promise.reject(new Error('No frame')) } });
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 3, url })) as never);
    const record = await mendRecord(without('location'));
    expect(record.fields.fullName).toEqual(person.fields.fullName);
    expect(record.missing).toEqual(['location']);
    expect(onError).toHaveBeenCalledOnce();
  });
});

describe('anchors', () => {
  it('are one for each field of a kind of page, and no more than so many', async () => {
    await keepAnchor(stored);
    await keepAnchor({ ...stored, pointedAt: 9 });
    expect(await loadAnchors()).toEqual([{ ...stored, pointedAt: 9 }]);
    for (let number = 0; number < maxAnchors; number++)
      await keepAnchor({ ...stored, field: `field${number}` });
    const fields = (await loadAnchors()).map(({ field }) => field);
    expect(fields).toHaveLength(maxAnchors);
    expect(fields).not.toContain('location');
    expect(fields[0]).toBe(`field${maxAnchors - 1}`);
  });
});
