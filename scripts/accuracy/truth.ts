import * as z from 'zod';

/**
 * What a sample page truly shows: the `NAME.json` beside a `NAME.html`.
 *
 * A field stands in `truth` only where the page shows it or holds it in its own data. `{"anyOf": […]}` lists
 * values of which each is right; fields in `unsure` are judged neither way; those in `alsoTrue` are right
 * when read and not asked for.
 */

const oneValue = z.union([z.string(), z.number().transform(String)]);
const value = z.union([oneValue, z.object({ anyOf: z.array(oneValue).min(1) })]);
/** One value, or several of which each is right. */
export type TrueValue = z.infer<typeof value>;

const entry = z.object({
  title: value.optional(),
  company: value.optional(),
  from: value.optional(),
  to: value.optional(),
});
const education = z.object({ school: value.optional(), degree: value.optional() });
const fields = z.record(z.string(), value);
const row = z.object({ anonymous: z.boolean().optional() }).catchall(value);

const truth = z
  .object({
    experience: z.array(entry).optional(),
    educations: z.array(education).optional(),
    rows: z.array(row).optional(),
    company: fields.optional(),
  })
  .catchall(value);

const outcome = z.enum(['record', 'list', 'wall', 'notReady', 'unsupported', 'notFound', 'anonymous']);
/** What the readers should say of a page. */
export type ExpectedOutcome = z.infer<typeof outcome>;

export const sampleTruthSchema = z.object({
  /** Address of the page; it is set as the document's location. */
  url: z.url(),
  kind: z.string(),
  era: z.string(),
  language: z.string(),
  contentLanguage: z.string().optional(),
  signedIn: z.boolean(),
  expect: z.union([outcome, z.object({ anyOf: z.array(outcome).min(1) })]),
  truth,
  unsure: z.array(z.string()).optional(),
  alsoTrue: z.record(z.string(), z.unknown()).optional(),
  /**
   * Values on the page that belong to somebody else (the viewer, people in the side column). Read into any
   * field, they are wrong although the page shows them.
   */
  others: z.array(z.string()).optional(),
});

export type SampleTruth = z.infer<typeof sampleTruthSchema>;
export type TrueRow = z.infer<typeof row>;
export type TrueEntry = z.infer<typeof entry>;
export type TrueEducation = z.infer<typeof education>;

/** A saved page with what it truly shows. `html` is a function, so that large pages are made one by one. */
export interface Sample {
  name: string;
  truth: SampleTruth;
  html(): string | Promise<string>;
}

/** The values of which each is right. */
export function accepted(truth: TrueValue): string[] {
  return typeof truth === 'object' ? truth.anyOf : [truth];
}

/** The outcomes of which each is right. */
export function expectedOutcomes(truth: SampleTruth): ExpectedOutcome[] {
  return typeof truth.expect === 'object' ? truth.expect.anyOf : [truth.expect];
}
