import { demoKey, type Seed } from '../../fake-grinfi/seed.ts';
import { type Served, serveFakeGrinfi } from '../../fake-grinfi/serve.ts';
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

/** The extension in a browser, with everything it talks to on this machine. */
export class World {
  readonly crm: FakeGrinfi;
  readonly linkedIn: LinkedIn;
  browser: ExtensionBrowser;
  readonly #options: WorldOptions;
  readonly #grinfi: Served;

  private constructor(
    parts: { crm: FakeGrinfi; grinfi: Served; linkedIn: LinkedIn; browser: ExtensionBrowser },
    options: WorldOptions,
  ) {
    this.crm = parts.crm;
    this.linkedIn = parts.linkedIn;
    this.browser = parts.browser;
    this.#grinfi = parts.grinfi;
    this.#options = options;
  }

  static async open(options: WorldOptions = {}): Promise<World> {
    const tls = await certificate();
    const crm = createFakeGrinfi({ strict: true, ...(options.seed ? { seed: options.seed } : {}) });
    const [grinfi, linkedIn] = await Promise.all([serveFakeGrinfi(crm, { tls }), serveLinkedIn(tls)]);
    const ports = { linkedIn: linkedIn.port, grinfi: grinfi.port };
    const browser = await ExtensionBrowser.launch({ ...options, ports });
    const world = new World({ crm, grinfi, linkedIn, browser }, options);
    // The extension opens its settings once, when it is installed.
    const settings = await browser.pageOf('options.html');
    if (options.key !== false) {
      await enterKey(settings, demoKey);
      // The browser would end with its last tab.
      await browser.tab();
      await settings.close();
    }
    return world;
  }

  /** Kills the browser and starts it again on the same profile. */
  async restartBrowser(): Promise<void> {
    const { profile } = this.browser;
    await this.browser.kill();
    const ports = { linkedIn: this.linkedIn.port, grinfi: this.#grinfi.port };
    this.browser = await ExtensionBrowser.launch({ ...this.#options, ports, profile });
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
    this.crm.control.releaseAll();
    await this.browser.close();
    await Promise.all([this.#grinfi.close(), this.linkedIn.close()]);
  }
}
