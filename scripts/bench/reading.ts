import { launchBrowser } from '../page-browser.ts';
import { type Readers, type Timing, timeReader } from './browser.ts';
import type { BenchPage } from './pages.ts';
import { type Figure, timed } from './report.ts';
import { median } from './samples.ts';

export type Page = Pick<BenchPage, 'name' | 'url'> &
  Partial<Pick<BenchPage, 'limitMs' | 'outcome' | 'grown'>> & { html(): string | Promise<string> };

const part = 'Reading';

interface Row {
  page: Page;
  timing: Timing;
}

/**
 * A page that is grown is read in so many browsers, minutes apart: a slow moment of the machine would else fall on all
 * its readings, and on no other page.
 */
const laps = 3;

/**
 * Reads every page `runs` times, or one or two more.
 * @throws where a page was not read as what it is, since the time would say nothing
 */
export async function measureReading(
  pages: readonly Page[],
  runs: number,
  readers: Readers,
): Promise<Figure[]> {
  const timings = new Map<Page, Timing>();
  for (let lap = 0; lap < laps; lap++)
    for (const page of lap === 0 ? pages : pages.filter(({ grown }) => grown)) {
      const html = await page.html();
      const count = page.grown ? Math.ceil(runs / laps) : runs;
      const timing = await timeInOwnBrowser(readers, { url: page.url, html }, count);
      if (timing.ranScript) throw new Error(`${page.name}: the page ran a script`);
      if (page.outcome && timing.outcome !== page.outcome)
        throw new Error(`${page.name}: read as ${timing.outcome}`);
      const before = timings.get(page)?.times ?? [];
      timings.set(page, { ...timing, times: [...before, ...timing.times] });
    }
  const rows = [...timings].map(([page, timing]): Row => ({ page, timing }));
  return [...rows.map(figureOf), ...growths(rows)];
}

/** What a browser still does for a page that was closed would count for the next. */
async function timeInOwnBrowser(
  readers: Readers,
  page: { url: string; html: string },
  runs: number,
): Promise<Timing> {
  const browser = await launchBrowser();
  try {
    return await timeReader(browser, readers, page, runs);
  } finally {
    await browser.close();
  }
}

function figureOf({ page, timing }: Row): Figure {
  return timed({
    part,
    what: `${page.name} (${timing.elements.toLocaleString('en')} elements)`,
    times: timing.times,
    ...(page.limitMs !== undefined && { limit: { of: 'value', most: page.limitMs } as const }),
  });
}

/**
 * How many times longer the largest page of a layout takes than one of 1 MB, against how many times more
 * elements it has. The clock's steps and a busy machine leave some room.
 */
function growths(rows: readonly Row[]): Figure[] {
  const layouts = [...new Set(rows.flatMap(({ page }) => page.grown?.layout ?? []))];
  return layouts.flatMap((layout) => {
    const of = (megabytes: number) =>
      rows.find(({ page }) => page.grown?.layout === layout && page.grown.megabytes === megabytes)?.timing;
    const [small, large] = [of(1), of(10)];
    if (!small || !large) return [];
    const value = median(large.times) / median(small.times);
    const elements = large.elements / small.elements;
    return [
      {
        part,
        what: `${layout}: growth from 1 to 10 MB`,
        unit: '' as const,
        value,
        floor: { name: 'elements', value: elements },
        ratio: value / elements,
        limit: { of: 'ratio', most: 1.1 } as const,
      },
    ];
  });
}
