/**
 * Draws the extension's icons from the mark in `components/BrandMark.tsx`: `npx tsx scripts/icons.ts`.
 * Needs a Chromium; CHROMIUM names it where it is not at /usr/bin/chromium.
 */
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const sizes = [16, 32, 48, 96, 128];

/** Small icons fill the square and draw thicker lines, so that the mark stays legible in the toolbar. */
function markup(size: number): string {
  const margin = size >= 96 ? 2 : 0;
  const line = size <= 16 ? 4 : 3.4;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"
    viewBox="${-margin} ${-margin} ${32 + 2 * margin} ${32 + 2 * margin}">
    <rect width="32" height="32" rx="8" fill="#0b6e62"/>
    <path d="M20.8 9.6A8 8 0 1 0 24 16h-6.4" fill="none" stroke="#fff" stroke-width="${line}"
      stroke-linecap="round" stroke-linejoin="round"/>
    <circle cx="24" cy="9" r="2.6" fill="#7ff0dc"/>
  </svg>`;
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
await mkdir('public/icon', { recursive: true });
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${markup(size)}`);
  await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
