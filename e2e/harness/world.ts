import { isDeepStrictEqual } from 'node:util';
import { demoKey, type Seed } from '../../fake-grinfi/seed.ts';
import { type ServeOptions, serveFakeGrinfi } from '../../fake-grinfi/serve.ts';
import { createFakeGrinfi, type FakeGrinfi } from '../../fake-grinfi/server.ts';
import type { SamplePagesOptions } from '../pages/server.ts';
import { ExtensionBrowser, type LaunchOptions } from './browser.ts';
import { certificate } from './certificate.ts';
import { type LinkedIn, serveLinkedIn } from './linked-in.ts';
import { Capture } from './screens.ts';

export interface WorldOptions extends Omit<LaunchOptions, 'ports'> {
  /** What Grinfi holds at the start; the demo data when left out. */
  seed?: Seed;
  /** `false`: the first run, without a key. */
  key?: boolean;
  /** On LinkedIn's pages. */
  pictures?: SamplePagesOptions['pictures'];
  /** Grinfi's, as a real server does; not where one is to be dropped. */
  keepsConnections?: ServeOptions['keepsConnections'];
}

/** What the extension talks to, on this machine. */
export interface StandIns {
  /** Another one put here answers from then on. */
  crm: FakeGrinfi;
  linkedIn: LinkedIn;
  ports: LaunchOptions['ports'];
  close: () => Promise<void>;
}

const newCrm = (seed?: Seed): FakeGrinfi => createFakeGrinfi({ strict: true, ...(seed ? { seed } : {}) });

export async function openStandIns({
  seed,
  pictures,
  keepsConnections,
}: Pick<WorldOptions, 'seed' | 'pictures' | 'keepsConnections'> = {}): Promise<StandIns> {
  const tls = await certificate();
  const standIns: Pick<StandIns, 'crm'> = { crm: newCrm(seed) };
  const answering: Pick<FakeGrinfi, 'fetch'> = { fetch: (request) => standIns.crm.fetch(request) };
  const [grinfi, linkedIn] = await Promise.all([
    serveFakeGrinfi(answering, { tls, keepsConnections }),
    serveLinkedIn(tls, { pictures }),
  ]);
  return Object.assign(standIns, {
    linkedIn,
    ports: { linkedIn: linkedIn.port, grinfi: grinfi.port },
    async close() {
      standIns.crm.control.releaseAll();
      await Promise.all([grinfi.close(), linkedIn.close()]);
    },
  });
}

/** What the extension has stored when the key is taken and lists and stages are there. */
type Stored = Record<string, unknown>;

const storedWithKey = new Map<Seed | undefined, Stored>();

/** What the settings do with a key that is entered; lists and stages are fetched behind it. */
async function useDemoKey(browser: ExtensionBrowser, seed: Seed | undefined): Promise<void> {
  await browser.ask('saveKey', { key: demoKey, keep: 'always' });
  // A test that breaks the connection at once would go without.
  await browser.ask('refreshCatalog', {});
  const bare = await browser.bare();
  storedWithKey.set(seed, await bare.evaluate(() => chrome.storage.local.get()));
}

/** The extension in a browser, with everything it talks to on this machine. */
export class World {
  browser: ExtensionBrowser;
  readonly #standIns: StandIns;
  readonly #options: WorldOptions;

  private constructor(standIns: StandIns, browser: ExtensionBrowser, options: WorldOptions) {
    this.#standIns = standIns;
    this.browser = browser;
    this.#options = options;
  }

  static async open(options: WorldOptions = {}): Promise<World> {
    const standIns = await openStandIns(options);
    const browser = await ExtensionBrowser.launch({ ...options, ports: standIns.ports });
    // The extension opens its settings once, when it is installed.
    const settings = await browser.pageOf('options.html');
    if (options.key !== false) {
      await useDemoKey(browser, options.seed);
      // The browser would end with its last tab.
      await browser.tab();
      await settings.close();
    }
    return new World(standIns, browser, options);
  }

  /**
   * A world as `open` makes it, in the browser of this one, which is over. Starting a browser takes longer than most
   * tests. Without a key, the settings are open here as after the installation.
   */
  async renewed(options: WorldOptions): Promise<World> {
    const { seed, key } = options;
    const stored = key === false ? {} : storedWithKey.get(seed);
    // What the worker still had under way, such as an undo, must not reach the new Grinfi.
    await this.browser.renew(stored ?? {});
    this.crm.control.releaseAll();
    this.#standIns.crm = newCrm(seed);
    this.linkedIn.requests.length = 0;
    this.linkedIn.alter = undefined;
    if (!stored) await useDemoKey(this.browser, seed);
    if (key === false) {
      const settings = await this.browser.context.newPage();
      await settings.goto(`${this.browser.origin}/options.html`);
    }
    return new World(this.#standIns, this.browser, options);
  }

  /** Whether a world with these options could have this one's browser. */
  isLaunchedAs(options: WorldOptions): boolean {
    return isSameLaunch(options, this.#options);
  }

  get crm(): FakeGrinfi {
    return this.#standIns.crm;
  }

  get linkedIn(): LinkedIn {
    return this.#standIns.linkedIn;
  }

  /** Where the stand-ins answer, for a browser beside this one. */
  get ports(): LaunchOptions['ports'] {
    return this.#standIns.ports;
  }

  /** Kills the browser and starts it again on the same profile, to which `meanwhile` may do something. */
  async restartBrowser(meanwhile?: (profile: string) => Promise<void>): Promise<void> {
    const { profile } = this.browser;
    await this.browser.kill();
    await meanwhile?.(profile);
    this.browser = await ExtensionBrowser.launch({ ...this.#options, ports: this.#standIns.ports, profile });
  }

  /** Opens a LinkedIn page in the first tab; a path stands for `https://www.linkedin.com` + path. */
  visit(address: string) {
    return this.browser.open(new URL(address, 'https://www.linkedin.com').href);
  }

  async popup(): Promise<Capture> {
    return new Capture(await this.browser.openPopup());
  }

  async panel(): Promise<Capture> {
    return new Capture(await this.browser.openPanel());
  }

  async close(): Promise<void> {
    // Held calls would keep the browser waiting.
    this.crm.control.releaseAll();
    await this.browser.close();
    await this.#standIns.close();
  }
}

function isSameLaunch({ seed: _, key: _key, ...one }: WorldOptions, other: WorldOptions): boolean {
  const { seed: _other, key: _otherKey, ...rest } = other;
  return isDeepStrictEqual(one, rest);
}
