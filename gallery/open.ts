import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/root.mjs';

const configFile = path.join(root, 'gallery', 'vite.config.ts');

/** Into `.output/gallery`. */
export async function buildGallery(): Promise<void> {
  await build({ configFile, logLevel: 'warn' });
}

export interface Look {
  colorScheme: 'light' | 'dark';
  /** CSS pixels */
  width: number;
  height?: number;
  /** `lang`: of the texts · `rtl`: from right to left */
  params?: Record<string, string>;
}

interface GalleryWindow {
  showScene: (name: string) => Promise<void>;
}

/** The built gallery on this machine, and a browser that looks at it. */
export interface Gallery {
  /** The names of all scenes. */
  names: string[];
  /** A page for `show`, which shows one scene after another. */
  page: (look: Look) => Promise<Page>;
  show: (page: Page, name: string) => Promise<void>;
  close: () => Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  await buildGallery();
  const server = await preview({ configFile, logLevel: 'warn', preview: { port: 0 } });
  const address = server.resolvedUrls?.local[0];
  const executablePath = await findChromium();
  if (!address || !executablePath) throw new Error('The gallery needs a port and a Chromium.');
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const index = await browser.newPage();
  await index.goto(address);
  const links = index.getByRole('navigation').getByRole('link');
  await links.first().waitFor();
  const names = await links.evaluateAll((all) =>
    all.map((link) => decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))),
  );
  await index.close();
  return {
    names,
    async page({ colorScheme, width, height = 720, params = {} }) {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height },
        reducedMotion: 'reduce',
      });
      await page.goto(`${address}show.html?${new URLSearchParams(params)}`);
      await page.waitForFunction(() => 'showScene' in window);
      return page;
    },
    show: (page, name) =>
      page.evaluate((wanted) => (window as unknown as GalleryWindow).showScene(wanted), name),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
