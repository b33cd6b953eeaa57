import path from 'node:path';
import { World } from '../../e2e/harness/world.ts';
import { pictureJourney, pictureSeed } from '../picture-journey.ts';
import { root } from '../root.mjs';
import { runStep, steps } from '../steps.ts';

/** The pictures of the README, made anew from the build on the sample pages: `npm run pictures`. */
const folder = path.join(root, 'docs', 'pictures');
console.log('Building the extension…');
const build = await runStep(steps.build);
if (!build.ok) {
  console.error(build.output);
  process.exit(1);
}
const world = await World.open({ seed: pictureSeed });
try {
  await pictureJourney(world, folder, (name) => console.log(name));
} finally {
  await world.close();
}
console.log(`Pictures: ${path.relative(process.cwd(), folder)}`);
