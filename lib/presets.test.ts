import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getPresets, setPresets } from './presets.ts';

describe('presets', () => {
  beforeEach(() => fakeBrowser.reset());

  it('are empty before the first save', async () => {
    expect(await getPresets()).toEqual({ tagIds: [] });
  });

  it('give back what was set', async () => {
    await setPresets({ listId: 'list-1', tagIds: ['tag-1'], contactStageId: 'stage-1' });
    expect(await getPresets()).toEqual({ listId: 'list-1', tagIds: ['tag-1'], contactStageId: 'stage-1' });
  });

  it('are empty when what is stored cannot be read', async () => {
    await browser.storage.local.set({ presets: { tagIds: 'tag-1' } });
    expect(await getPresets()).toEqual({ tagIds: [] });
  });
});
