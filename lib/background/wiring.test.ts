import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import { setStored } from '../stored.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { useLines } from '../testing/lines.ts';
import { useStorage } from '../testing/storage.ts';

/** The worker as the browser starts it, with what the in-memory browser lacks. */
function start() {
  const commands: ((command: string, tab?: { id: number; windowId: number }) => void)[] = [];
  const open = vi.fn(async () => undefined);
  const nothing = async () => undefined;
  const setTitle = vi.fn(async (_look: { title: string }) => undefined);
  Object.assign(fakeBrowser, {
    commands: { onCommand: { addListener: (listener: (typeof commands)[0]) => commands.push(listener) } },
    action: { setBadgeText: nothing, setBadgeBackgroundColor: nothing, setTitle },
    permissions: { onAdded: { addListener: vi.fn() } },
    sidePanel: { open },
  });
  useLines();
  vi.stubGlobal('self', { addEventListener: vi.fn() });
  vi.stubGlobal('navigator', {});
  Object.assign(fakeBrowser.runtime, { getContexts: async () => [{}] });
  const openOptionsPage = vi.spyOn(browser.runtime, 'openOptionsPage').mockResolvedValue(undefined);
  const added = {
    message: vi.spyOn(browser.runtime.onMessage, 'addListener'),
    line: vi.spyOn(browser.runtime.onConnect, 'addListener'),
    installed: vi.spyOn(browser.runtime.onInstalled, 'addListener'),
    startup: vi.spyOn(browser.runtime.onStartup, 'addListener'),
    alarm: vi.spyOn(browser.alarms.onAlarm, 'addListener'),
    changed: vi.spyOn(browser.storage.onChanged, 'addListener'),
  };
  background.main();
  return { added, commands, open, openOptionsPage, setTitle };
}

beforeEach(() => {
  useStorage();
  useTexts();
});

describe('the service worker', () => {
  it('has every listener before it gives control back for the first time', () => {
    const { added, commands } = start();
    for (const listener of Object.values(added)) expect(listener).toHaveBeenCalled();
    expect(commands).toHaveLength(1);
    expect(self.addEventListener).toHaveBeenCalledWith('online', expect.any(Function));
  });

  it('opens the side panel within the gesture that the browser asks for', () => {
    const { commands, open } = start();
    commands[0]?.('open-panel', { id: 1, windowId: 12 });
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 12 });
  });

  it('presses the recipe that its key is for, and says on its button that there is none', async () => {
    const { commands, setTitle } = start();
    commands[0]?.('recipe-3', { id: 1, windowId: 12 });
    await vi.waitFor(() =>
      expect(setTitle).toHaveBeenCalledWith({ title: expect.stringMatching(/no recipe 3 yet/) }),
    );
  });

  it('opens the options once, when it is installed', async () => {
    const { openOptionsPage } = start();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.1' });
    expect(openOptionsPage).not.toHaveBeenCalled();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await vi.waitFor(() => expect(openOptionsPage).toHaveBeenCalledOnce());
  });

  it('leaves somebody alone who has set a key, when the browser installs it anew', async () => {
    const { openOptionsPage } = start();
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    await setStored('account', { userId: '1', userName: 'Marla' });
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    await vi.waitFor(() => expect(read).toHaveBeenCalledWith('account'));
    await Promise.all(read.mock.results.map((result) => result.value));
    expect(openOptionsPage).not.toHaveBeenCalled();
  });
});
