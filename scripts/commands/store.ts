import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.mjs';
import { runStep, steps } from '../steps.ts';
import { storePictures } from '../store/pictures.ts';
import { storeLanguages, storeTexts } from '../store/texts.ts';

/**
 * What the stores' forms ask for, in `.output/store/`: the texts in each language, and pictures of the build on
 * sample pages of invented people.
 */
const folder = path.join(root, '.output', 'store');

async function writeTexts(language: string): Promise<void> {
  const { name, summary, description, singlePurpose, permissions } = storeTexts(language);
  const files = {
    'name.txt': name,
    'summary.txt': summary,
    'description.txt': description,
    'single-purpose.txt': singlePurpose,
    'permissions.txt': Object.entries(permissions)
      .map(([permission, why]) => `${permission}\n${why}`)
      .join('\n\n'),
  };
  await mkdir(path.join(folder, language), { recursive: true });
  for (const [file, text] of Object.entries(files))
    await writeFile(path.join(folder, language, file), `${text}\n`);
}

await rm(folder, { recursive: true, force: true });
for (const language of storeLanguages()) await writeTexts(language);
const build = await runStep(steps.build);
if (build.ok) {
  const pictures = await storePictures(folder);
  console.log(`Texts in ${storeLanguages().length} languages and ${pictures} pictures: .output/store`);
} else console.error(build.output);
process.exitCode = build.ok ? 0 : 1;
