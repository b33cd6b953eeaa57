import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createServer } from 'wxt';
import { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import { openStandIns } from '../../e2e/harness/world.ts';
import { demoKey } from '../../fake-grinfi/seed.ts';
import { serveFakeGrinfi } from '../../fake-grinfi/serve.ts';
import { hasDisplay } from '../display.ts';
import { root } from '../root.mjs';

/**
 * The extension with reload on every change, in a browser whose LinkedIn and Grinfi are on this machine. The
 * browser's profile is kept between runs, so a key is entered once.
 */
const standIns = await openStandIns();
const live = await serveFakeGrinfi(standIns.crm);
// WXT would start a browser of its own, which knows nothing of the stand-ins.
const server = await createServer({ root, webExt: { disabled: true } });
await server.start();

console.log(`
  What Grinfi holds   ${live.url}
  A key               ${demoKey}
`);
if (hasDisplay(process.platform, process.env)) {
  const profile = path.join(root, '.cache', 'dev-profile');
  await mkdir(profile, { recursive: true });
  const extension = path.join(root, '.output', 'chrome-mv3-dev');
  const browser = await ExtensionBrowser.launch({
    ports: standIns.ports,
    profile,
    extension,
    headless: false,
  });
  await browser.open('https://www.linkedin.com/in/ingrid-solvang/');
  await new Promise((resolve) => browser.context.once('close', resolve));
  await Promise.all([server.stop(), live.close(), standIns.close()]);
  process.exit();
}
console.log('There is no display: load .output/chrome-mv3-dev into a browser yourself. Ctrl+C ends.');
