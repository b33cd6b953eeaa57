import path from 'node:path';
import { preview } from 'vite';
import { buildGallery, openGallery } from '../../gallery/open.ts';
import { galleryPictures } from '../gallery-pictures.ts';
import { root } from '../root.mjs';

/**
 * Every component in every state: as pages to look at, or with `--pictures` as one picture a group, width and
 * colour scheme. What follows the flag narrows the groups: `npm run gallery -- --pictures Outbox`.
 */
const at = process.argv.indexOf('--pictures');
if (at < 0) {
  await buildGallery();
  const server = await preview({ configFile: path.join(root, 'gallery', 'vite.config.ts') });
  console.log(`The gallery: ${server.resolvedUrls?.local[0]}`);
  console.log('Ctrl+C ends.');
} else {
  const gallery = await openGallery();
  const folder = path.join(root, '.output', 'gallery-pictures');
  try {
    await galleryPictures(gallery, folder, process.argv.slice(at + 1));
  } finally {
    await gallery.close();
  }
  console.log(`Pictures: ${path.relative(process.cwd(), folder)}`);
}
