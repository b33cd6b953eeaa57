import path from 'node:path';
import { World } from '../../e2e/harness/world.ts';
import { serveFakeGrinfi } from '../../fake-grinfi/serve.ts';
import { summary } from '../../fake-grinfi/summary.ts';
import { demoJourney } from '../demo-journey.ts';
import { hasDisplay } from '../display.ts';
import { root } from '../root.mjs';
import { runStep, steps } from '../steps.ts';

/**
 * The extension on sample pages, with a local stand-in for Grinfi: in a window to try it by hand, or where
 * there is no display (or with `--headless`) as a journey that takes pictures.
 */
const isHeadless = process.argv.includes('--headless') || !hasDisplay(process.platform, process.env);

console.log('Building the extension…');
const build = await runStep(steps.build);
if (!build.ok) {
  console.error(build.output);
  process.exit(1);
}
if (isHeadless) await journey();
else await window();

async function journey(): Promise<void> {
  const folder = path.join(root, '.output', 'demo');
  const world = await World.open({ size: { width: 1360, height: 900 } });
  try {
    await demoJourney(world, folder, (text) => console.log(`  ${text}`));
  } finally {
    await world.close();
  }
  const { state } = world.crm;
  console.log(`\nWhat Grinfi holds now\n\n${summary(state)}\n`);
  console.log(
    `${state.log.length} calls, ${state.violations.length} of them not as Grinfi's API document says`,
  );
  for (const { method, path: called, message } of state.violations)
    console.log(`  ${method} ${called}: ${message}`);
  console.log(`Pictures, light and dark: ${path.relative(process.cwd(), folder) || '.'}`);
  process.exitCode = state.violations.length > 0 ? 1 : 0;
}

async function window(): Promise<void> {
  const world = await World.open({ headless: false, size: { width: 1400, height: 950 } });
  const live = await serveFakeGrinfi(world.crm);
  const shown = await world.browser.context.newPage();
  await shown.goto(live.url);
  await world.visit('/in/ingrid-solvang/');
  const bare = await world.browser.bare();
  await world.panel();
  await bare.close();
  console.log(`
A profile of the sample pages is open beside the panel, and what Grinfi holds in the next tab.
  The popup is behind the puzzle piece at the top right.
  More pages: https://www.linkedin.com/ (in that window alone)
Close the window to end.`);
  await new Promise((resolve) => world.browser.context.once('close', resolve));
  console.log(`\n${summary(world.crm.state)}`);
  await live.close();
  await world.close();
}
