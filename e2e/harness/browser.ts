import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { root } from '../../scripts/root.mjs';
import { certificate } from './certificate.ts';

/**
 * The popup and the side panel are targets that Chromium calls `other` when it attaches to them, and which
 * Playwright leaves alone unless this is set. With it they are pages like any other: real windows of the
 * browser, opened by the browser, and not our HTML put into a tab.
 */
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

/** Where the build lies that is tested. */
export const builtExtension = path.resolve(root, process.env.EXTENSION_DIR ?? '.output/chrome-mv3');

export interface LaunchOptions {
  /** Ports on this machine that answer for the two sites, with TLS. */
  ports: { linkedIn: number; grinfi: number };
  /** Folder of the browser's profile; a new one, deleted on closing, when left out. */
  profile?: string | undefined;
  colorScheme?: 'light' | 'dark' | undefined;
  /** Of the window. */
  size?: { width: number; height: number } | undefined;
  headless?: boolean | undefined;
  /**
   * Of the browser's own windows: the side panel slides in and out. Default: as people have it, but for a browser
   * without a window: drawing them took it longer than all that is tested.
   */
  isAnimated?: boolean | undefined;
  /** Folder of the unpacked extension. */
  extension?: string | undefined;
  /** Folders of others that are loaded as well. */
  beside?: readonly string[] | undefined;
}

/** Chromium names an unpacked extension after the folder that it lies in. */
export async function extensionIdOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

const disabledFeatures = [
  'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'OptimizationHints',
  'PreconnectToSearch',
];

function switches(
  {
    ports,
    size,
    headless = true,
    isAnimated = !headless,
    extension = builtExtension,
    beside = [],
  }: LaunchOptions,
  trusted: string,
): string[] {
  const extensions = [extension, ...beside].join(',');
  const { width, height } = size ?? { width: 1280, height: 900 };
  // Nothing else on the network can be reached, so that no test stands on it and no call goes astray.
  const hosts = [
    `MAP *.linkedin.com 127.0.0.1:${ports.linkedIn}`,
    `MAP *.licdn.com 127.0.0.1:${ports.linkedIn}`,
    `MAP leadgen.grinfi.io 127.0.0.1:${ports.grinfi}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    // Of two such switches the last one counts: Playwright's own, as far as a test can tell them apart, and with them
    // the process that the browser keeps ready for the next site.
    `--disable-features=${disabledFeatures.join(',')}`,
    // The old headless mode has no extensions.
    // On its own small screen, a headless browser would give a popup less room than anybody has.
    ...(headless
      ? ['--headless=new', '--disable-gpu', '--in-process-gpu', '--screen-info={1920x1200}']
      : ['--test-type']),
    ...(isAnimated ? [] : ['--animation-duration-scale=0']),
    `--window-size=${width},${height}`,
    '--lang=en-US',
    '--no-first-run',
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--ignore-certificate-errors-spki-list=${trusted}`,
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
    `--host-resolver-rules=${hosts.join(', ')}`,
  ];
}

/** By a signal, as a segmentation fault is: not a wrong switch, of which the browser tells and ends by itself. */
const isBroken = ({ message }: Error) =>
  /process did exit: exitCode=null, signal=SIG(SEGV|ABRT|BUS|ILL|TRAP)/.test(message);

/** A Chromium with the built extension in it. */
export class ExtensionBrowser {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly origin: string;
  readonly #cdp: CDPSession;
  readonly #ownsProfile: boolean;
  #bare: Promise<Page> | undefined;
  #isOffline = false;

  private constructor(
    context: BrowserContext,
    cdp: CDPSession,
    { profile, origin, ownsProfile }: { profile: string; origin: string; ownsProfile: boolean },
  ) {
    this.context = context;
    this.#cdp = cdp;
    this.profile = profile;
    this.origin = origin;
    this.#ownsProfile = ownsProfile;
  }

  static async launch(options: LaunchOptions): Promise<ExtensionBrowser> {
    const executablePath = await findChromium();
    if (!executablePath) throw new Error('There is no Chromium; `npm test` and `npm run e2e` install one.');
    const extension = options.extension ?? builtExtension;
    const ownsProfile = options.profile === undefined;
    const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'grinfi-capture-')));
    const isHeadless = options.headless ?? true;
    const args = switches(options, (await certificate()).fingerprint);
    const start = () =>
      chromium.launchPersistentContext(profile, {
        // Playwright's own headless switch is the old mode; ours is among the arguments.
        headless: false,
        executablePath,
        args,
        // In a window for people, the browser does not say that a machine drives it.
        ignoreDefaultArgs: ['--disable-extensions', ...(isHeadless ? [] : ['--enable-automation'])],
        chromiumSandbox: !isHeadless && process.getuid?.() !== 0,
        // Popup and panel have the size that the browser gives them.
        viewport: null,
        colorScheme: options.colorScheme ?? null,
        reducedMotion: 'reduce',
        ...(process.env.HOME ? { env: { ...definedEnv(), LANGUAGE: 'en_US' } } : {}),
      });
    // A browser that breaks while it starts says nothing of what is to be tested: once more, then it is a fault.
    const context = await start().catch((cause: Error) => {
      if (!isBroken(cause)) throw cause;
      console.warn(
        `The browser broke as it started, and is started once more: ${cause.message.split('\n')[0]}`,
      );
      return start();
    });
    // Ends what hangs, before the test's own end does: on a busy machine an honest wait may take its time.
    context.setDefaultTimeout(80_000);
    const cdp = await context.browser()?.newBrowserCDPSession();
    if (!cdp) throw new Error('The browser cannot be reached.');
    const origin = `chrome-extension://${await extensionIdOf(extension)}`;
    return new ExtensionBrowser(context, cdp, { profile, origin, ownsProfile });
  }

  /** The first tab that shows no page of ours; a new one where there is none. */
  async tab(): Promise<Page> {
    const isOurs = (page: Page) => page.url().startsWith('chrome-extension://');
    return this.context.pages().find((page) => !isOurs(page)) ?? this.context.newPage();
  }

  /** A page of the extension by its file, as soon as it is there: in a new tab, or in one that was empty. */
  pageOf(file: string): Promise<Page> {
    return new Promise((resolve) => {
      const check = (page: Page) => {
        if (page.url().startsWith(`${this.origin}/${file}`)) resolve(page);
      };
      const follow = (page: Page) => {
        page.on('framenavigated', () => check(page));
        check(page);
      };
      this.context.on('page', follow);
      this.context.pages().forEach(follow);
    });
  }

  /**
   * A page of the extension's origin that runs none of its code, in a tab in the background: from here a test
   * calls the browser's extension interfaces, whether the service worker runs or not.
   */
  bare(): Promise<Page> {
    this.#bare ??= this.#openBare();
    return this.#bare;
  }

  async #openBare(): Promise<Page> {
    // By its address: among new tabs that have none yet may be the settings, which open at the first start.
    const page = this.pageOf('manifest.json');
    await this.#cdp.send('Target.createTarget', { url: `${this.origin}/manifest.json`, background: true });
    return page;
  }

  /** Opens an address in a tab and brings it to the front. */
  async open(address: string): Promise<Page> {
    const page = await this.tab();
    await page.goto(address);
    await page.bringToFront();
    return page;
  }

  /** The popup, as a click on the toolbar button opens it. */
  async openPopup(): Promise<Page> {
    const bare = await this.bare();
    return this.#opened('popup.html', () => bare.evaluate(() => chrome.action.openPopup()));
  }

  /** The side panel. Playwright runs its scripts as if within a click, which is what the browser asks for. */
  async openPanel(): Promise<Page> {
    const bare = await this.bare();
    return this.#opened('sidepanel.html', () =>
      bare.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            // No `await` before `open`, or the click would be over.
            chrome.windows.getCurrent((window) => {
              chrome.sidePanel
                .open({ windowId: window.id ?? chrome.windows.WINDOW_ID_CURRENT })
                .then(resolve, reject);
            });
          }),
      ),
    );
  }

  /** The same in a second window, on an address of its own. */
  async openPanelInNewWindow(address: string): Promise<Page> {
    const bare = await this.bare();
    const loaded = this.context.waitForEvent('page', { predicate: (one) => one.url() === address });
    const windowId = await bare.evaluate(
      async (url) =>
        (await chrome.windows.create({ url, focused: true }))?.id ?? chrome.windows.WINDOW_ID_NONE,
      address,
    );
    await (await loaded).waitForLoadState();
    return this.#opened('sidepanel.html', () =>
      bare.evaluate((id) => chrome.sidePanel.open({ windowId: id }), windowId),
    );
  }

  async #opened(file: string, open: () => Promise<void>): Promise<Page> {
    const url = `${this.origin}/${file}`;
    const [page] = await Promise.all([
      this.context.waitForEvent('page', { predicate: (one) => one.url() === url }),
      open(),
    ]);
    return page;
  }

  /**
   * Sends a message to the service worker as one of our pages does.
   * @returns its reply, in the form of `lib/messages.ts`
   */
  async message(name: string, input: unknown): Promise<unknown> {
    const bare = await this.bare();
    return bare.evaluate((envelope) => chrome.runtime.sendMessage(envelope), { name, input });
  }

  /**
   * The same, for what must work.
   * @throws what the worker answered, where it refused
   */
  async ask<T>(name: string, input: unknown): Promise<T> {
    const reply = (await this.message(name, input)) as { ok: boolean; value?: T };
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value as T;
  }

  /** Starts the service worker where the browser has stopped it. */
  wakeWorker(): Promise<unknown> {
    return this.ask('listHeld', {});
  }

  /**
   * Takes the network away from the whole browser, or gives it back. Playwright asks each worker, and a stopped one
   * answers when it is started again: it is woken first.
   */
  async setOffline(isOffline: boolean): Promise<void> {
    await this.wakeWorker();
    await this.context.setOffline(isOffline);
    this.#isOffline = isOffline;
  }

  /** Stops the service worker, as the browser does after a while; its memory is gone, its storage is not. */
  async stopWorker(): Promise<void> {
    const session = await this.context.newCDPSession(await this.bare());
    const states = new Map<string, string>();
    let settle = () => {};
    const stopped = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const stop = () => session.send('ServiceWorker.stopAllWorkers').catch(() => undefined);
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus);
      // One that sleeps already is stopped, and nothing more is told of it; one that an event has woken since runs on.
      if (states.size > 0 && [...states.values()].every((state) => state === 'stopped')) settle();
      else void stop();
    });
    await session.send('ServiceWorker.enable');
    await stop();
    await stopped;
    await session.detach();
  }

  /**
   * The extension with this in its storage and nothing else, beside one empty tab: what was open, stored, granted
   * or under way is gone.
   */
  async renew(stored: Record<string, unknown>): Promise<void> {
    if (this.#isOffline) await this.setOffline(false);
    const bare = await this.bare();
    // Its process has read such pages before: a new one takes longer than the page.
    const tab = await this.tab();
    const over = this.context.pages().filter((page) => page !== bare && page !== tab);
    await Promise.all([...over.map((page) => page.close()), tab.goto('about:blank')]);
    await this.stopWorker();
    await bare.evaluate(async () => {
      const databases = await indexedDB.databases();
      const deleted = databases.map(
        ({ name = '' }) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => resolve();
            request.onerror = () => reject(request.error);
          }),
      );
      await Promise.all([
        ...deleted,
        chrome.alarms.clearAll(),
        chrome.action.setBadgeText({ text: '' }),
        chrome.permissions.remove({ permissions: ['notifications'] }),
        chrome.storage.session.clear(),
        localStorage.clear(),
        chrome.storage.local.clear(),
      ]);
    });
    // Woken by this, it may write down what it saw halfway, such as that there is no key.
    const names = Object.keys(stored);
    for (let isLeft = true; isLeft; ) {
      await this.stopWorker();
      await bare.evaluate(async (values) => {
        await chrome.storage.local.set(values);
        const others = Object.keys(await chrome.storage.local.get()).filter((name) => !(name in values));
        await Promise.all([chrome.storage.local.remove(others), chrome.storage.session.clear()]);
      }, stored);
      await this.stopWorker();
      isLeft = !isDeepStrictEqual(
        await bare.evaluate((wanted) => chrome.storage.local.get(wanted), names),
        stored,
      );
    }
  }

  /** Of the processes that show pages and run their scripts. */
  async rendererIds(): Promise<number[]> {
    const { processInfo } = await this.#cdp.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /** Kills the browser without a word to it; `profile` stays for the next launch. */
  async kill(): Promise<void> {
    const { processInfo } = await this.#cdp.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (!browser) throw new Error('The browser has no process.');
    const closed = new Promise<void>((resolve) => this.context.once('close', () => resolve()));
    process.kill(browser.id, 'SIGKILL');
    await closed;
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.#ownsProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
