import * as v from 'valibot';
import { readingSchema, recordSchema } from '../records.ts';
import { scriptNames } from './script-names.ts';

/** Every length is bounded: what comes from a tab may be a hostile page's. */
const text = v.pipe(v.string(), v.maxLength(501));
const line = v.object({ text, own: v.optional(text), beside: v.optional(v.boolean()) });
const lines = v.pipe(v.array(line), v.maxLength(6));
const entry = v.object({
  lines,
  href: v.optional(text),
  roles: v.optional(v.pipe(v.array(lines), v.maxLength(60))),
});
const entries = v.optional(v.pipe(v.array(entry), v.maxLength(200)));
const name = v.optional(v.pipe(v.string(), v.maxLength(20_000)));

const seen = v.object({
  experience: entries,
  educations: entries,
  shown: v.optional(v.object({ name: v.pipe(v.string(), v.maxLength(20_000)), sure: v.boolean() })),
  halves: v.optional(v.object({ firstName: name, lastName: name })),
  hasOverlay: v.optional(v.boolean()),
});

/** Checks what a script sent back from the tab (`TabReading`). */
export const tabReadingSchema = v.union([
  v.object({ outcome: v.literal('otherScript'), script: v.picklist(scriptNames) }),
  v.object({ outcome: v.literal('record'), record: recordSchema, seen: v.optional(seen) }),
  readingSchema,
]);
