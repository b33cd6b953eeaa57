import type { Finding, PageScore } from './score.ts';

/** Scores in numbers and words for the terminal. */

export interface Totals {
  pages: number;
  /** Fields that the truth asks for. */
  present: number;
  right: number;
  wrong: number;
  missed: number;
  extra: number;
  /** Right values of which the reader was not certain. */
  uncertain: number;
}

/** The outcome counts where pages are refused, since they have no fields to show for it. */
export function totalsOf(scores: PageScore[]): Totals {
  const findings = scores.flatMap((score) => countedFindings(score));
  const count = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  const is = (verdict: Finding['verdict']) => count((finding) => finding.verdict === verdict);
  return {
    pages: scores.length,
    present: count((finding) => finding.verdict === 'right' || isPresent(finding)),
    right: is('right'),
    wrong: is('wrong'),
    missed: is('missed'),
    extra: is('extra'),
    uncertain: count((finding) => finding.verdict === 'right' && finding.uncertain === true),
  };
}

/** Wrong or missed although the truth has it: not a value beyond the truth. */
function isPresent(finding: Finding): boolean {
  if (finding.verdict === 'missed') return true;
  return finding.verdict === 'wrong' && finding.expected !== undefined && !finding.field.endsWith('[+]');
}

/** On a page with fields, these tell right from missed already; a wrong outcome always counts. */
function countedFindings(score: PageScore): Finding[] {
  return score.findings.filter(
    (finding) => finding.field !== 'outcome' || finding.verdict === 'wrong' || score.findings.length === 1,
  );
}

/** Right of present, 0–1; 1 where nothing was asked. */
export function shareRight(totals: Totals): number {
  return totals.present === 0 ? 1 : totals.right / totals.present;
}

const heads = ['kind', 'era', 'pages', 'present', 'right', 'wrong', 'missed', 'extra', 'unsure', '% right'];

/** A line for each kind and era, and the sum. */
export function tableOf(scores: PageScore[]): string {
  const groups = new Map<string, PageScore[]>();
  for (const score of scores) {
    const key = `${score.kind}\t${score.era}`;
    groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  const lines = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, group]) => cells(...split(key), group));
  const rows = [heads, ...lines, cells('all', '', scores)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(heads), rule, ...lines.map(line), rule, line(cells('all', '', scores))].join('\n');
}

function split(key: string): [string, string] {
  const [kind = '', era = ''] = key.split('\t');
  return [kind, era];
}

function cells(kind: string, era: string, group: PageScore[]): string[] {
  const totals = totalsOf(group);
  const { pages, present, right, wrong, missed, extra, uncertain } = totals;
  const share = `${(shareRight(totals) * 100).toFixed(1)} %`;
  return [kind, era, ...[pages, present, right, wrong, missed, extra, uncertain].map(String), share];
}

/** Every wrong and missed field by page; with `verbose` the right and extra ones too. */
export function detailsOf(scores: PageScore[], verbose: boolean): string {
  const shown = (finding: Finding) => verbose || finding.verdict === 'wrong' || finding.verdict === 'missed';
  return scores
    .map((score) => ({ score, lines: score.findings.filter(shown).map(detail) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ score, lines }) => [`${score.name} (${score.kind}, ${score.era})`, ...lines].join('\n'))
    .join('\n\n');
}

function detail({ field, verdict, expected, read, uncertain }: Finding): string {
  const parts = [`  ${verdict.toUpperCase().padEnd(6)} ${field}${uncertain ? ' (uncertain)' : ''}`];
  if (expected !== undefined) parts.push(`expected ${quote(expected)}`);
  if (read !== undefined && verdict !== 'right') parts.push(`read ${quote(read)}`);
  return parts.join('  ');
}

function quote(text: string): string {
  return `"${text.length > 160 ? `${text.slice(0, 160)}…` : text}"`;
}
