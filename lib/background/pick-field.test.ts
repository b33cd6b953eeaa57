import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadAnchors } from '../canary/anchor-store.ts';
import { picksOn } from '../canary/picks.ts';
import { cancelName } from '../canary/tab-scripts.ts';
import { failureWords } from '../failure-words.ts';
import { version } from '../linkedin/hooks.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { useStorage } from '../testing/storage.ts';
import { createCancelPick, createPickField } from './pick-field.ts';
import { createRedactPage } from './redact-page.ts';

const url = 'https://www.linkedin.com/in/ada-example/';
const anchor = { tag: 'p', ways: [{ hook: 'main', index: 0, up: 0, path: [{ tag: 'p', index: 1 }] }] };
const asked = { tabId: 3, field: 'location', page: 'profile', layout: 'sdui' } as const;
const pickField = createPickField({ now: () => 1_700_000_000_000 });

function tabThatGives(result: unknown, address = url) {
  const executeScript = vi.fn(async (_: { func?: unknown; args?: unknown[]; files?: string[] }) => [
    { result },
  ]);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 3, url: address })) as never);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  return executeScript;
}

beforeEach(() => {
  useStorage();
  useTexts();
});

describe('pointing at a field', () => {
  it('lays out the texts for the picker, runs it, and remembers the place', async () => {
    const executeScript = tabThatGives({ text: 'Graz, Austria', url, anchor });
    expect(await pickField(asked)).toEqual({ outcome: 'picked' });
    const [given, script] = executeScript.mock.calls.map(([call]) => call);
    expect(given?.args?.[0]).toBe('/picker.js');
    expect(given?.args?.[1]).toMatchObject({
      instruction: expect.stringContaining('Location'),
      direction: 'ltr',
    });
    expect(script?.files).toEqual(['/picker.js']);
    const { tabId: _, ...key } = asked;
    expect(await loadAnchors()).toEqual([{ ...key, anchor, hooks: version, pointedAt: 1_700_000_000_000 }]);
    expect(await picksOn(url)).toEqual(new Map([['location', 'Graz, Austria']]));
  });

  it('keeps no word of the page beyond the session', async () => {
    tabThatGives({ text: 'Graz, Austria', url, anchor });
    await pickField(asked);
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Graz|ada-example/);
  });

  it('remembers nothing when the user gave up', async () => {
    tabThatGives('cancelled');
    expect(await pickField(asked)).toEqual({ outcome: 'cancelled' });
    expect(await loadAnchors()).toEqual([]);
  });

  it.each([
    [null],
    [{ text: '', url, anchor }],
    [{ text: 'x'.repeat(600), url, anchor }],
    [{ text: 'Graz', url, anchor: { tag: 'p', ways: [] } }],
    [{ text: 'Graz', url, anchor: { tag: 'p', ways: [{ hook: 'p', index: 1e9, up: 0, path: [] }] } }],
  ])('does not take what is no pick: %j', async (result) => {
    tabThatGives(result);
    await expect(pickField(asked)).rejects.toMatchObject({ kind: 'page' });
    expect(await loadAnchors()).toEqual([]);
  });

  it('draws on no other site', async () => {
    const executeScript = tabThatGives('cancelled', 'https://example.com/in/ada-example/');
    await expect(pickField(asked)).rejects.toMatchObject({ message: failureWords.pageBlocked });
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('is cancelled by name in the tab, and nothing happens in a tab that is gone', async () => {
    const executeScript = tabThatGives(null);
    await createCancelPick()({ tabId: 3 });
    expect(executeScript.mock.calls[0]?.[0].args).toEqual([cancelName]);
    executeScript.mockRejectedValue(new Error('No tab with id: 3.'));
    expect(await createCancelPick()({ tabId: 3 })).toBeNull();
  });
});

describe('a redacted copy', () => {
  const redactPage = createRedactPage({ now: () => Date.parse('2026-11-23T10:00:00Z') });

  it('says which hooks and day it is of', async () => {
    const executeScript = tabThatGives({
      html: '<html></html>',
      url: 'https://www.linkedin.com/in/bo-roku/',
    });
    const { html } = await redactPage({ tabId: 3 });
    expect(html).toBe(
      `<!-- https://www.linkedin.com/in/bo-roku/, redacted 2026-11-23, hooks ${version} -->\n<html></html>`,
    );
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 3 }, files: ['/redactor.js'] });
  });

  it('fails in words when the page gives none', async () => {
    tabThatGives(undefined);
    await expect(redactPage({ tabId: 3 })).rejects.toMatchObject({ kind: 'page' });
  });
});
