import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const manifest = {
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  permissions: ['scripting', 'sidePanel', 'alarms'],
  host_permissions: ['https://*.linkedin.com/*', 'https://leadgen.grinfi.io/*'],
  action: { default_popup: 'page.html' },
  side_panel: { default_path: 'page.html' },
  background: { service_worker: 'worker.js', type: 'module' },
};

const pageWith = (script: string) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title>' +
  `<script type="module" src="${script}"></script></head><body><div id="root"></div></body></html>`;

/** Waits as long as the reader does to see whether the page stands still, and reads nothing. */
const still = 'new Promise((done) => setTimeout(done, 150, {}))';

/**
 * Builds the extension that does nothing and has all that ours has: a page with Preact, one with a Save, a worker
 * that answers and stores, a script for the tab. Whatever a browser on this machine takes for these, nobody can take less.
 */
export async function buildFloor(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // One by one, so that none shares a file with another.
  for (const [source, file] of [
    ['page.tsx', 'page.js'],
    ['save.ts', 'save.js'],
    ['worker.ts', 'worker.js'],
  ] as const) {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        target: 'chrome120',
        lib: {
          entry: fileURLToPath(new URL(`./floor/${source}`, import.meta.url)),
          formats: ['es'],
          fileName: () => file,
        },
      },
    });
  }
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'page.html': pageWith('page.js'),
    'save.html': pageWith('save.js'),
    'still.js': still,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
}
