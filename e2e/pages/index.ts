import type { Sample } from '../../scripts/accuracy/truth.ts';
export const samplePages: Sample[] = [];
