import { runLanes, steps } from '../steps.ts';

/** Everything, on the code as it stands. The last line reads `N passed, N failed`. */
process.exitCode = await runLanes([
  [steps.style, steps.types, steps.unit],
  [steps.build, steps.sizes, steps.e2e],
]);
