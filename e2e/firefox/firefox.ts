import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/root.mjs';
import type { LaunchOptions } from '../harness/browser.ts';
import { Marionette } from './marionette.ts';

const addOnId = 'capture@grinfi.io';
/** Firefox gives each installation of an add-on an origin of its own; here it is chosen beforehand. */
const originId = '5b0d3c1e-7d0f-4d57-9a53-6d2f8e4a1c90';

const usualPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/local/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  return (named ? [named] : usualPlaces).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** All that Firefox asks for goes through here, to the stand-ins or nowhere. */
async function serveProxy({
  linkedIn,
  grinfi,
}: LaunchOptions['ports']): Promise<{ server: Server; port: number }> {
  const portOf = (host: string) => {
    if (/(^|\.)(linkedin|licdn)\.com$/.test(host)) return linkedIn;
    return host === 'leadgen.grinfi.io' ? grinfi : undefined;
  };
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connect', ({ url = '' }, client) => {
    const port = portOf(url.split(':')[0] ?? '');
    client.on('error', () => undefined);
    if (port === undefined) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return { server, port: address.port };
}

function preferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: originId }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    // The stand-in's certificate is nobody's, which Firefox never forgives a site on its own list.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
    'intl.locale.requested': 'en-US',
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
  };
}

/** Where Marionette listens stands in a file of the profile, some time after the start. */
async function activePort(profile: string, browser: ChildProcess): Promise<number> {
  const file = path.join(profile, 'MarionetteActivePort');
  for (;;) {
    if (browser.exitCode !== null) throw new Error(`Firefox ended with ${browser.exitCode}.`);
    const port = Number(await readFile(file, 'utf8').catch(() => ''));
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A Firefox with the built add-on in it, as a temporary one. */
export class Firefox {
  readonly marionette: Marionette;
  readonly origin = `moz-extension://${originId}`;
  readonly #end: () => Promise<void>;

  private constructor(marionette: Marionette, end: () => Promise<void>) {
    this.marionette = marionette;
    this.#end = end;
  }

  static async launch(ports: LaunchOptions['ports']): Promise<Firefox> {
    const program = findFirefox();
    if (!program) throw new Error('There is no Firefox; FIREFOX_PATH names one.');
    const profile = await mkdtemp(path.join(tmpdir(), 'grinfi-capture-firefox-'));
    const proxy = await serveProxy(ports);
    const lines = Object.entries(preferences(proxy.port)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
    const args = [
      '--marionette',
      '--remote-allow-system-access',
      '--headless',
      '--no-remote',
      '--profile',
      profile,
    ];
    const browser = spawn(program, args, { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
    const marionette = await Marionette.connect(await activePort(profile, browser));
    const firefox = new Firefox(marionette, async () => {
      await marionette.send('Marionette:Quit').catch(() => undefined);
      marionette.close();
      await ended;
      proxy.server.close();
      proxy.server.closeAllConnections();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    const folder = path.join(root, '.output', 'firefox-mv3');
    await marionette.send('Addon:Install', { path: folder, temporary: true });
    return firefox;
  }

  /** Opens an address in a new tab and stays there. */
  async open(address: string): Promise<void> {
    const { handle } = (await this.marionette.send('WebDriver:NewWindow', { type: 'tab' })) as {
      handle: string;
    };
    await this.marionette.send('WebDriver:SwitchToWindow', { handle });
    await this.marionette.send('WebDriver:Navigate', { url: address });
  }

  /** Runs in the page of the tab; `done` is its last argument and ends it. */
  async run<T>(script: string, ...args: unknown[]): Promise<T> {
    const { value } = (await this.marionette.send('WebDriver:ExecuteAsyncScript', {
      script,
      args,
      sandbox: null,
      scriptTimeout: 60_000,
    })) as { value: T };
    return value;
  }

  /** Waits until the page has what an XPath finds. @returns WebDriver's reference to it */
  async found(xpath: string): Promise<string> {
    const element = await this.run<Record<string, string>>(
      `const [xpath, done] = arguments;
      const look = () => document.evaluate(xpath, document, null, 9, null).singleNodeValue;
      const now = look();
      if (now) return void done(now);
      const observer = new MutationObserver(() => {
        const found = look();
        if (found) { observer.disconnect(); done(found); }
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });`,
      xpath,
    );
    return Object.values(element)[0] ?? '';
  }

  async click(xpath: string): Promise<void> {
    await this.marionette.send('WebDriver:ElementClick', { id: await this.found(xpath) });
  }

  async type(xpath: string, text: string): Promise<void> {
    await this.marionette.send('WebDriver:ElementSendKeys', { id: await this.found(xpath), text });
  }

  /** Runs in the browser's own window. */
  async runInBrowser<T>(script: string): Promise<T> {
    await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
    const { value } = (await this.marionette.send('WebDriver:ExecuteAsyncScript', { script, args: [] })) as {
      value: T;
    };
    await this.marionette.send('Marionette:SetContext', { value: 'content' });
    return value;
  }

  close(): Promise<void> {
    return this.#end();
  }
}
