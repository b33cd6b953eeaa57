import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSettings } from '../settings.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { useStorage } from '../testing/storage.ts';
import { needOf, tellNeed, tellQuickSaved } from './notify.ts';

const shown = vi.fn(async (_id: string, _options: { message: string }) => undefined);
const cleared = vi.fn(async () => undefined);
let screens: unknown[];

beforeEach(async () => {
  useStorage();
  useTexts();
  shown.mockClear();
  cleared.mockClear();
  screens = [];
  vi.stubGlobal('chrome', {
    notifications: { create: shown, clear: cleared },
    runtime: {
      getURL: (path: string) => `chrome-extension://id/${path}`,
      getContexts: async () => screens,
      ContextType: { SIDE_PANEL: 'SIDE_PANEL', POPUP: 'POPUP' },
    },
  });
  await changeSettings({ notify: true });
});

const messages = () => shown.mock.calls.map(([, { message }]) => message);

describe('a notification', () => {
  it('comes once for each save that needs the user, and goes when none does', async () => {
    await tellNeed(needOf(1, 1, 'ok'));
    await tellNeed(needOf(1, 1, 'ok'));
    await tellNeed(needOf(2, 2, 'ok'));
    expect(messages()).toEqual(['1 needs you', '2 need you']);
    await tellNeed(needOf(0, 0, 'ok'));
    expect(cleared).toHaveBeenCalledExactlyOnceWith('needsUser');
    expect(shown).toHaveBeenCalledTimes(2);
  });

  it('asks for a key that is not accepted, but only while something waits for it', async () => {
    await tellNeed(needOf(0, 0, 'refused'));
    expect(shown).not.toHaveBeenCalled();
    await tellNeed(needOf(0, 3, 'refused'));
    await tellNeed(needOf(0, 4, 'refused'));
    expect(messages()).toEqual([expect.stringMatching(/API key/)]);
  });

  it('tells of a quick save, unless a screen of ours is open', async () => {
    await tellQuickSaved('Ada Example');
    expect(messages()).toEqual(['Saved: Ada Example']);
    screens = [{ contextType: 'SIDE_PANEL' }];
    await tellQuickSaved('Bob Example');
    expect(shown).toHaveBeenCalledOnce();
  });

  it('knows an open screen in Firefox too, which shows its pages to the background and names none', async () => {
    const views = ['/_generated_background_page.html'];
    Object.assign(chrome, { runtime: { getURL: (path: string) => `moz-extension://id/${path}` } });
    Object.assign(chrome, {
      extension: { getViews: () => views.map((pathname) => ({ location: { pathname } })) },
    });
    await tellQuickSaved('Ada Example');
    expect(messages()).toEqual(['Saved: Ada Example']);
    views.push('/sidepanel.html');
    await tellQuickSaved('Bob Example');
    expect(shown).toHaveBeenCalledOnce();
  });

  it('never comes unasked, nor fails where the permission was taken back', async () => {
    await changeSettings({ notify: false });
    await tellNeed(needOf(1, 1, 'ok'));
    await tellQuickSaved('Ada Example');
    expect(shown).not.toHaveBeenCalled();
    await changeSettings({ notify: true });
    Object.assign(chrome, { notifications: undefined });
    await tellNeed(needOf(2, 2, 'ok'));
    await tellNeed(needOf(0, 0, 'ok'));
  });
});
