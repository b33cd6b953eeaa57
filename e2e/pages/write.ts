/** `npm run pages [-- DIR]`: writes the sample pages as NAME.html + NAME.json, by default to `.output/pages`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samplePages } from './index.ts';

const folder = process.argv[2] ?? '.output/pages';
await mkdir(folder, { recursive: true });
for (const { name, truth, html } of samplePages) {
  await writeFile(join(folder, `${name}.html`), html());
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(truth, null, 2)}\n`);
}
console.log(`Wrote ${samplePages.length} pages to ${folder}.`);
