import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasSidePanel, openSidePanel } from './side-panel.ts';

const give = (panels: object) =>
  Object.assign(fakeBrowser, { sidePanel: undefined, sidebarAction: undefined, ...panels });
afterEach(() => void give({}));

describe('the side panel', () => {
  it('is Chrome’s where there is one', async () => {
    const open = vi.fn(async () => undefined);
    give({ sidePanel: { open } });
    expect(hasSidePanel()).toBe(true);
    await openSidePanel(7);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
  });

  it('is Firefox’s sidebar, which needs no window', async () => {
    const open = vi.fn(async () => undefined);
    give({ sidebarAction: { open } });
    expect(hasSidePanel()).toBe(true);
    await openSidePanel(7);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is opened before anything is waited for, as the browser asks', () => {
    const open = vi.fn(() => new Promise<void>(() => undefined));
    give({ sidePanel: { open } });
    void openSidePanel(7);
    expect(open).toHaveBeenCalled();
  });

  it('is not offered where the browser has neither', async () => {
    give({ sidePanel: {} });
    expect(hasSidePanel()).toBe(false);
    await openSidePanel(7);
  });
});
