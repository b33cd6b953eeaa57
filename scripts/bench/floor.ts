import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const manifest = {
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  permissions: ['scripting', 'sidePanel'],
  host_permissions: ['https://*.linkedin.com/*'],
  action: { default_popup: 'page.html' },
  side_panel: { default_path: 'page.html' },
  background: { service_worker: 'worker.js', type: 'module' },
};

const page =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title>' +
  '<script type="module" src="page.js"></script></head><body><div id="root"></div></body></html>';

const worker = 'chrome.runtime.onMessage.addListener((message, sender, reply) => reply(message));';

/** Waits as long as the reader does to see whether the page stands still, and reads nothing. */
const still = 'new Promise((done) => setTimeout(done, 150, {}))';

/**
 * Builds the extension that does nothing and has all that ours has: a page with Preact, a worker that answers,
 * a script for the tab. Whatever a browser on this machine takes for these, nobody can take less.
 */
export async function buildFloor(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      minify: true,
      target: 'chrome120',
      lib: {
        entry: fileURLToPath(new URL('./floor/page.tsx', import.meta.url)),
        formats: ['es'],
        fileName: () => 'page.js',
      },
    },
  });
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'page.html': page,
    'worker.js': worker,
    'still.js': still,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}
