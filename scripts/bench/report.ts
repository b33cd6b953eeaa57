import { median, quantile } from './samples.ts';

/** One measured thing. */
export interface Figure {
  part: string;
  what: string;
  unit: 'ms' | 'KB' | 'MB' | '';
  /** Of the samples where there are several: the median. */
  value: number;
  p95?: number;
  samples?: number;
  floor?: { name: string; value: number };
  /** Against the floor. */
  ratio?: number;
  limit?: Limit;
}

/** `most` and `least` are of the ratio or of the value itself. */
export type Limit = { of: 'ratio' | 'value'; most: number } | { of: 'ratio' | 'value'; least: number };

interface Timed {
  part: string;
  what: string;
  times: readonly number[];
  floor?: { name: string; times: readonly number[] };
  limit?: Limit;
}

/** A figure from times in ms. */
export function timed({ part, what, times, floor, limit }: Timed): Figure {
  const value = median(times);
  const least = floor && { name: floor.name, value: median(floor.times) };
  return {
    part,
    what,
    unit: 'ms',
    value,
    p95: quantile(times, 0.95),
    samples: times.length,
    ...(least && { floor: least, ratio: value / least.value }),
    ...(limit && { limit }),
  };
}

export function isMet({ value, ratio, limit }: Figure): boolean {
  if (!limit) return true;
  const measured = limit.of === 'ratio' ? (ratio ?? Number.NaN) : value;
  return 'most' in limit ? measured <= limit.most : measured >= limit.least;
}

const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const number = (value: number) => value.toFixed(Number.isInteger(value) ? 0 : digits(value));
const withUnit = (value: number, unit: Figure['unit']) => `${number(value)}${unit && ` ${unit}`}`;

function limitText({ limit, unit }: Figure): string {
  if (!limit) return '';
  const bound = 'most' in limit ? `≤ ${number(limit.most)}` : `≥ ${number(limit.least)}`;
  return limit.of === 'ratio' ? `${bound}×` : `${bound}${unit && ` ${unit}`}`;
}

function cells(figure: Figure): string[] {
  const { what, unit, value, p95, floor, ratio, limit } = figure;
  return [
    what,
    withUnit(value, unit),
    p95 === undefined ? '' : withUnit(p95, unit),
    floor ? `${withUnit(floor.value, unit)} (${floor.name})` : '',
    ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
    limitText(figure),
    limit ? (isMet(figure) ? '✓' : '✗') : '',
  ];
}

const head = ['What', 'Median', 'p95', 'Floor', 'Ratio', 'Limit', ''];
const isRightAligned = [false, true, true, true, true, true, false];

function table(rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `| ${row
      .map((cell, column) =>
        isRightAligned[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (isRightAligned[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** The figures as Markdown: a table for each part. */
export function markdownOf(figures: readonly Figure[]): string {
  const parts = [...new Set(figures.map(({ part }) => part))];
  return parts
    .map((part) => `## ${part}\n\n${table(figures.filter((figure) => figure.part === part).map(cells))}\n`)
    .join('\n');
}
