import { runLanes, steps } from '../steps.ts';

/** All that needs neither a build nor a browser. */
process.exitCode = await runLanes([[steps.style, steps.types], [steps.unit]]);
