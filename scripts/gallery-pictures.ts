import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Gallery } from '../gallery/open.ts';

const widths = [320, 400, 600];

/** One sheet a group, scheme and width, with all its scenes side by side. */
export async function galleryPictures(
  gallery: Gallery,
  folder: string,
  groups: readonly string[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const groupOf = (name: string) => name.split(' / ')[0] ?? '';
  for (const group of new Set(gallery.names.map(groupOf))) {
    if (groups.length > 0 && !groups.includes(group)) continue;
    const names = gallery.names.filter((name) => groupOf(name) === group);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of widths) await sheet(gallery, { folder, group, names, colorScheme, width });
  }
}

interface Sheet {
  folder: string;
  group: string;
  names: readonly string[];
  colorScheme: 'light' | 'dark';
  width: number;
}

async function sheet(gallery: Gallery, { folder, group, names, colorScheme, width }: Sheet): Promise<void> {
  const page = await gallery.page({ colorScheme, width });
  const shots: { name: string; image: string }[] = [];
  for (const name of names) {
    await gallery.show(page, name);
    shots.push({ name, image: (await page.screenshot({ fullPage: true })).toString('base64') });
  }
  await page.setViewportSize({ width: Math.min(shots.length, 5) * (width + 16) + 16, height: 600 });
  const figures = shots.map(
    ({ name, image }) =>
      `<figure><figcaption>${name}</figcaption><img width=${width} src="data:image/png;base64,${image}"></figure>`,
  );
  await page.setContent(`<style>
    body { margin: 16px; display: flex; flex-wrap: wrap; gap: 16px; align-items: start; background: #9aa5a3 }
    figure { margin: 0 } figcaption { font: 12px sans-serif; color: #000 }
  </style>${figures.join('')}`);
  const file = `${group.toLowerCase().replaceAll(/\W+/g, '-')}-${colorScheme}-${width}.png`;
  await page.screenshot({ path: path.join(folder, file), fullPage: true });
  await page.close();
}
