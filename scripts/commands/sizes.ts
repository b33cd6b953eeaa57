import path from 'node:path';
import { root } from '../root.mjs';
import { sizeReport } from '../size-report.ts';

/** Holds the build against its size limits. */
const { text, isWithinBudget } = await sizeReport(path.join(root, '.output', 'chrome-mv3'));
console.log(text);
process.exitCode = isWithinBudget ? 0 : 1;
