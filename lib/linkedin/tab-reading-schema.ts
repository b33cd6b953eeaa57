import * as z from 'zod/mini';
import { readingSchema, recordSchema } from '../records.ts';
import { scriptNames } from './script-names.ts';

/** Every length is bounded: what comes from a tab may be a hostile page's. */
const text = z.string().check(z.maxLength(501));
const line = z.object({ text, own: z.optional(text), beside: z.optional(z.boolean()) });
const lines = z.array(line).check(z.maxLength(6));
const entry = z.object({
  lines,
  href: z.optional(text),
  roles: z.optional(z.array(lines).check(z.maxLength(60))),
});
const entries = z.optional(z.array(entry).check(z.maxLength(200)));
const name = z.optional(z.string().check(z.maxLength(20_000)));

const seen = z.object({
  experience: entries,
  educations: entries,
  shown: z.optional(z.object({ name: z.string().check(z.maxLength(20_000)), sure: z.boolean() })),
  halves: z.optional(z.object({ firstName: name, lastName: name })),
  hasOverlay: z.optional(z.boolean()),
});

/** Checks what a script sent back from the tab (`TabReading`). */
export const tabReadingSchema = z.union([
  z.object({ outcome: z.literal('otherScript'), script: z.enum(scriptNames) }),
  z.object({ outcome: z.literal('record'), record: recordSchema, seen: z.optional(seen) }),
  readingSchema,
]);
