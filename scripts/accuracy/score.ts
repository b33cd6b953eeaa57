import type { Reading } from '../../lib/records.ts';
import { isRight } from './compare.ts';
import { type Entry, pairEntries } from './entries.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { contentOf, type ReadFields } from './reading.ts';
import { pairRows } from './rows.ts';
import { accepted, expectedOutcomes, type SampleTruth, type TrueValue } from './truth.ts';

/**
 * `right`, `missed`: the truth has the field, and the reading agrees or lacks it. `wrong`: the reading
 * differs, or claims what the page does not show or what belongs to somebody else. `extra`: read beyond the
 * truth, and on the page; reported and not counted.
 */
export type Verdict = 'right' | 'wrong' | 'missed' | 'extra';

export interface Finding {
  /** `headline`, `experience[2]`, `rows[4].name`, `outcome`. */
  field: string;
  verdict: Verdict;
  expected?: string;
  read?: string;
  /** The reader itself was not certain of the value. */
  uncertain?: boolean;
}

export interface PageScore {
  name: string;
  kind: string;
  era: string;
  findings: Finding[];
}

/** A reading, or the words of the exception in its place. */
export type Attempt = Reading | { outcome: 'failed'; message: string };

/** Holds a reading against what the page truly shows. `page` answers whether an extra value is on it. */
export function scorePage(name: string, truth: SampleTruth, page: Document, attempt: Attempt): PageScore {
  const judge = new Judge(truth, evidenceOf(page, truth.url));
  judge.judgeOutcome(attempt);
  const expected: string[] = expectedOutcomes(truth);
  const isDueRefusal = expected.includes(attempt.outcome) && !holdsContent(attempt.outcome);
  if (attempt.outcome !== 'failed' && expected.some(holdsContent) && !isDueRefusal)
    judge.judgeContent(attempt);
  return { name, kind: truth.kind, era: truth.era, findings: judge.findings };
}

const holdsContent = (outcome: string) => outcome === 'record' || outcome === 'list';

/** Names under which the truth keeps a field of ours. */
const truthNames: Record<string, string[]> = {
  about: ['aboutStart'],
  website: ['website', 'websites'],
  snId: ['snId', 'lnId'],
};
/** Fields that follow from another one: right when that one is right. */
const derivedFrom: Record<string, string> = { domain: 'website' };

class Judge {
  readonly findings: Finding[] = [];
  private readonly truth: SampleTruth;
  private readonly evidence: Evidence;

  constructor(truth: SampleTruth, evidence: Evidence) {
    this.truth = truth;
    this.evidence = evidence;
  }

  /**
   * A page that could not be read is a miss; a refused page that was read, or refused under another name, is
   * wrong. `notFound` and `anonymous` are finer names for `unsupported`.
   */
  judgeOutcome(attempt: Attempt): void {
    const expected = expectedOutcomes(this.truth);
    const names: string[] = [attempt.outcome];
    if (attempt.outcome === 'notFound' || attempt.outcome === 'anonymous') names.push('unsupported');
    const verdict = names.some((name) => (expected as string[]).includes(name))
      ? 'right'
      : attempt.outcome !== 'failed' && expected.some(holdsContent) && !this.isOtherContent(attempt)
        ? 'missed'
        : 'wrong';
    const read = attempt.outcome === 'failed' ? `exception: ${attempt.message}` : attempt.outcome;
    this.findings.push({ field: 'outcome', verdict, expected: expected.join(' or '), read });
  }

  /** A record where a list is due, or the reverse; a list's own company alone is a part of the list. */
  private isOtherContent(attempt: Attempt): boolean {
    if (attempt.outcome === 'record') return !(this.truth.truth.company && attempt.record.kind === 'company');
    return attempt.outcome === 'list';
  }

  judgeContent(reading: Reading): void {
    const { experience, educations, rows, company, ...fields } = this.truth.truth;
    const read = contentOf(reading);
    const isCompanyOfList = company !== undefined && reading.outcome === 'record';
    this.judgeFields('', fields, isCompanyOfList ? {} : read.fields);
    this.judgeEntries('experience', experience, read.experience);
    this.judgeEntries('educations', educations, read.educations);
    if (company) this.judgeFields('company.', company, isCompanyOfList ? read.fields : read.company);
    if (rows) this.judgeRows(rows, read.rows);
  }

  private judgeFields(prefix: string, truth: Record<string, unknown>, read: ReadFields): void {
    const left = new Set(Object.keys(read));
    for (const [name, value] of Object.entries(truth)) {
      if (name === 'anonymous') continue;
      const ours = ownName(name, value as TrueValue, read);
      left.delete(ours);
      this.judgeField(prefix, name, ours, value as TrueValue, read);
    }
    for (const name of left) this.judgeUnasked(prefix, name, read, truth);
  }

  private judgeField(prefix: string, name: string, ours: string, value: TrueValue, read: ReadFields): void {
    const found = read[ours];
    const field = prefix + name;
    const expected = accepted(value).join(' | ');
    if (this.isUnsure(name)) return;
    if (!found) {
      this.add({ field, verdict: 'missed', expected });
      return;
    }
    const verdict = isRight(ours, found.value, value) ? 'right' : 'wrong';
    this.add({ field, verdict, expected, read: found.value, ...mark(found.certain) });
  }

  /** A field of the reading that the truth does not ask for. */
  private judgeUnasked(prefix: string, name: string, read: ReadFields, truth: Record<string, unknown>): void {
    const found = read[name];
    if (!found || this.isUnsure(name)) return;
    const field = prefix + name;
    const also = this.alsoTrue(name);
    const isKnown = also.length > 0 && isRight(name, found.value, { anyOf: also });
    // A page may link to more websites than the truth names; of everything else there is one.
    const wrong =
      !isKnown && ((also.length > 0 && name !== 'website') || !this.isOnPage(name, found.value, read, truth));
    const finding: Finding = { field, verdict: wrong ? 'wrong' : 'extra', read: found.value };
    this.add({ ...finding, ...(also.length ? { expected: also.join(' | ') } : {}), ...mark(found.certain) });
  }

  private isOnPage(name: string, value: string, read: ReadFields, truth: Record<string, unknown>): boolean {
    if (this.truth.others?.some((other) => isRight(name, value, other))) return false;
    const source = derivedFrom[name];
    if (source && truth[source] !== undefined) return read[source]?.value.includes(value) ?? false;
    return this.evidence.shows(name, value);
  }

  private judgeEntries(list: string, truth: Entry[] | undefined, read: Entry[] | undefined): void {
    if (this.isUnsure(list)) return;
    if (!truth) {
      read?.forEach((entry, index) => {
        this.judgeUnaskedEntry(`${list}[${index}]`, entry);
      });
      return;
    }
    const { pairs, extra } = pairEntries(truth, read ?? []);
    pairs.forEach((pair, index) => {
      this.add({ field: `${list}[${index}]`, ...pair });
    });
    for (const entry of extra)
      this.add({ field: `${list}[+]`, verdict: 'wrong', expected: 'no such entry', read: words(entry) });
  }

  /** The truth says nothing of this list, so its texts need only be on the page. */
  private judgeUnaskedEntry(field: string, entry: Entry): void {
    const texts = Object.entries(entry).filter(([, text]) => typeof text === 'string');
    const wrong = texts.some(([name, text]) => !this.isOnPage(name, String(text), {}, {}));
    this.add({ field, verdict: wrong ? 'wrong' : 'extra', read: words(entry) });
  }

  private judgeRows(
    truth: NonNullable<SampleTruth['truth']['rows']>,
    read: ReturnType<typeof contentOf>['rows'],
  ) {
    const { pairs, extra, inOrder } = pairRows(truth, read);
    pairs.forEach((row, index) => {
      const expected = truth[index] ?? {};
      if (!row) {
        this.add({ field: `rows[${index}]`, verdict: 'missed', expected: words(expected) });
        return;
      }
      if (expected.anonymous)
        this.add({ field: `rows[${index}].anonymous`, verdict: row.anonymous ? 'right' : 'wrong' });
      else if (row.anonymous) this.add({ field: `rows[${index}].anonymous`, verdict: 'wrong', read: 'true' });
      const { anonymous: _, ...fields } = expected;
      this.judgeFields(`rows[${index}].`, fields, row.fields);
    });
    for (const row of extra)
      this.add({
        field: 'rows[+]',
        verdict: 'missed',
        expected: 'no such row',
        read: words(
          Object.fromEntries(Object.entries(row.fields).map(([key, field]) => [key, field?.value])),
        ),
      });
    if (read.length > 0) this.add({ field: 'rows order', verdict: inOrder ? 'right' : 'wrong' });
  }

  private isUnsure(name: string): boolean {
    return [name, ...(truthNames[name] ?? [])].some((known) => this.truth.unsure?.includes(known));
  }

  private alsoTrue(name: string): string[] {
    return (truthNames[name] ?? [name]).flatMap((known) => textsIn(this.truth.alsoTrue?.[known]));
  }

  private add(finding: Finding): void {
    this.findings.push(finding);
  }
}

/** Our name for a field of the truth. Its `lnId` holds either kind of id. */
function ownName(name: string, value: TrueValue, read: ReadFields): string {
  if (name === 'aboutStart') return 'about';
  if (name === 'lnId' && accepted(value).some((id) => id.startsWith('ACw')) && read.snId) return 'snId';
  return name;
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (value !== null && typeof value === 'object' && 'anyOf' in value) return textsIn(value.anyOf);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function mark(certain: boolean): { uncertain?: true } {
  return certain ? {} : { uncertain: true };
}

/** An entry or row in one line. */
export function words(entry: object): string {
  return Object.values(entry)
    .filter((value) => typeof value === 'string')
    .join(' · ');
}
