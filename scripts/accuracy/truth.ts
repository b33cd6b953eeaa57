import * as v from 'valibot';

/**
 * What a sample page truly shows: the `NAME.json` beside a `NAME.html`.
 *
 * A field stands in `truth` only where the page shows it or holds it in its own data. `{"anyOf": […]}` lists
 * values of which each is right; fields in `unsure` are judged neither way; those in `alsoTrue` are right
 * when read and not asked for.
 */

const oneValue = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);
const value = v.union([oneValue, v.object({ anyOf: v.pipe(v.array(oneValue), v.minLength(1)) })]);
/** One value, or several of which each is right. */
export type TrueValue = v.InferOutput<typeof value>;

const entry = v.object({
  title: v.optional(value),
  company: v.optional(value),
  from: v.optional(value),
  to: v.optional(value),
});
const education = v.object({ school: v.optional(value), degree: v.optional(value) });
const fields = v.record(v.string(), value);
const row = v.objectWithRest({ anonymous: v.optional(v.boolean()) }, value);

const truth = v.objectWithRest(
  {
    experience: v.optional(v.array(entry)),
    educations: v.optional(v.array(education)),
    rows: v.optional(v.array(row)),
    company: v.optional(fields),
  },
  value,
);

const outcome = v.picklist(['record', 'list', 'wall', 'notReady', 'unsupported', 'notFound', 'anonymous']);
/** What the readers should say of a page. */
export type ExpectedOutcome = v.InferOutput<typeof outcome>;

export const sampleTruthSchema = v.object({
  /** Address of the page; it is set as the document's location. */
  url: v.pipe(v.string(), v.url()),
  kind: v.string(),
  era: v.string(),
  language: v.string(),
  contentLanguage: v.optional(v.string()),
  signedIn: v.boolean(),
  expect: v.union([outcome, v.object({ anyOf: v.pipe(v.array(outcome), v.minLength(1)) })]),
  truth,
  unsure: v.optional(v.array(v.string())),
  alsoTrue: v.optional(v.record(v.string(), v.unknown())),
  /**
   * Values on the page that belong to somebody else (the viewer, people in the side column). Read into any
   * field, they are wrong although the page shows them.
   */
  others: v.optional(v.array(v.string())),
});

export type SampleTruth = v.InferOutput<typeof sampleTruthSchema>;
export type TrueRow = v.InferOutput<typeof row>;
export type TrueEntry = v.InferOutput<typeof entry>;
export type TrueEducation = v.InferOutput<typeof education>;

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
