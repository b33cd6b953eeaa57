import { demoKey, type Seed } from '../../fake-grinfi/seed.ts';
import { serveFakeGrinfi } from '../../fake-grinfi/serve.ts';
import { createFakeGrinfi, type FakeGrinfi } from '../../fake-grinfi/server.ts';
import { ExtensionBrowser, type LaunchOptions } from './browser.ts';
import { certificate } from './certificate.ts';
import { type LinkedIn, serveLinkedIn } from './linked-in.ts';
import { Capture, enterKey } from './screens.ts';

export interface WorldOptions extends Omit<LaunchOptions, 'ports'> {
  /** What Grinfi holds at the start; the demo data when left out. */
  seed?: Seed;
  /** `false`: the first run, without a key. */
  key?: boolean;
}

/** What the extension talks to, on this machine. */
export interface StandIns {
  crm: FakeGrinfi;
  linkedIn: LinkedIn;
  ports: LaunchOptions['ports'];
  close: () => Promise<void>;
}

export async function openStandIns(seed?: Seed): Promise<StandIns> {
  const tls = await certificate();
  const crm = createFakeGrinfi({ strict: true, ...(seed ? { seed } : {}) });
  const [grinfi, linkedIn] = await Promise.all([serveFakeGrinfi(crm, { tls }), serveLinkedIn(tls)]);
  return {
    crm,
    linkedIn,
    ports: { linkedIn: linkedIn.port, grinfi: grinfi.port },
    async close() {
      crm.control.releaseAll();
      await Promise.all([grinfi.close(), linkedIn.close()]);
    },
  };
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
    const standIns = await openStandIns(options.seed);
    const browser = await ExtensionBrowser.launch({ ...options, ports: standIns.ports });
    // The extension opens its settings once, when it is installed.
    const settings = await browser.pageOf('options.html');
    if (options.key !== false) {
      await enterKey(settings, demoKey);
      // Lists and stages are fetched behind: a test that breaks the connection at once would go without.
      await settings.getByRole('combobox', { name: 'Stage for companies' }).waitFor();
      // The browser would end with its last tab.
      await browser.tab();
      await settings.close();
    }
    return new World(standIns, browser, options);
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

  /** Kills the browser and starts it again on the same profile. */
  async restartBrowser(): Promise<void> {
    const { profile } = this.browser;
    await this.browser.kill();
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
