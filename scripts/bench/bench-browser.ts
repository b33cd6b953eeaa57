import type { Page } from 'playwright-core';
import { extensionIdOf } from '../../e2e/harness/browser.ts';
import { World, type WorldOptions } from '../../e2e/harness/world.ts';

/** One of the two extensions in the browser, and a page of it that runs nothing. */
export interface Extension {
  origin: string;
  bare: Page;
  files: { popup: string; panel: string };
}

/** The built extension and the floor side by side in one browser, with a LinkedIn page in front. */
export class BenchBrowser {
  readonly world: World;
  readonly ours: Extension;
  readonly floor: Extension;

  private constructor(world: World, ours: Extension, floor: Extension) {
    this.world = world;
    this.ours = ours;
    this.floor = floor;
  }

  static async open(floorFolder: string, options: WorldOptions = {}): Promise<BenchBrowser> {
    const world = await World.open({
      ...options,
      isAnimated: true,
      keepsConnections: true,
      beside: [floorFolder],
    });
    // What the loader wraps around functions that are handed to a page does not exist there.
    const shim = 'globalThis.__name ??= (named) => named';
    await world.browser.context.addInitScript(shim);
    const bare = await world.browser.bare();
    await bare.evaluate(shim);
    const bareOf = async (origin: string) => {
      const page = await world.browser.context.newPage();
      await page.goto(`${origin}/manifest.json`);
      return page;
    };
    const { origin } = world.browser;
    const floorOrigin = `chrome-extension://${await extensionIdOf(floorFolder)}`;
    return new BenchBrowser(
      world,
      { origin, bare, files: { popup: 'popup.html', panel: 'sidepanel.html' } },
      {
        origin: floorOrigin,
        bare: await bareOf(floorOrigin),
        files: { popup: 'page.html', panel: 'page.html' },
      },
    );
  }

  /** Opens the popup or the panel, as the browser does on a click. */
  async open(extension: Extension, screen: 'popup' | 'panel'): Promise<Page> {
    const { bare, origin, files } = extension;
    const url = `${origin}/${files[screen]}`;
    const opened = this.world.browser.context.waitForEvent('page', { predicate: (one) => one.url() === url });
    if (screen === 'popup') await bare.evaluate(() => chrome.action.openPopup());
    else
      await bare.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            // No `await` before `open`: it has to follow on the click that Playwright plays.
            chrome.windows.getCurrent(({ id = chrome.windows.WINDOW_ID_CURRENT }) => {
              chrome.sidePanel.open({ windowId: id }).then(resolve, reject);
            });
          }),
      );
    return opened;
  }

  /** Has the worker running when this resolves. */
  wake({ bare }: Extension): Promise<unknown> {
    return bare.evaluate(() => chrome.runtime.sendMessage({ name: 'listHeld', input: {} }));
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
