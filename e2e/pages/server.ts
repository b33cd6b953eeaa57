import { Hono } from 'hono';
import { type SamplePage, samplePages } from './index.ts';
import { drawMedia } from './media.ts';
import { notFoundPage } from './refusals.ts';

export interface SamplePagesOptions {
  /**
   * `blocked` where nobody looks: a page has some ninety of them, and a browser takes longer for those than for all
   * the rest of it.
   */
  pictures?: 'drawn' | 'blocked' | undefined;
}

/**
 * Serves the sample pages under LinkedIn's paths, whatever the host: `/in/ingrid-solvang/`,
 * `/company/brightfjord-systems/about/`, `/sample-media/…` for pictures, an index at `/`. An unknown path gets
 * LinkedIn's own kind of 404. TLS and host names are the business of whoever starts it.
 */
export function createSamplePages({ pictures = 'drawn' }: SamplePagesOptions = {}): Hono {
  const app = new Hono();
  const made = new Map<SamplePage, string>();
  app.get('/sample-media/*', (c) => {
    const svg = drawMedia(new URL(c.req.url).pathname);
    return svg
      ? c.body(svg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' })
      : c.notFound();
  });
  app.get('/', (c) => c.html(indexPage()));
  app.get('*', (c) => {
    const page = pageAt(new URL(c.req.url));
    if (!page) return c.html(notFoundPage(), 404);
    const html = made.get(page) ?? page.html();
    made.set(page, html);
    return c.html(html, 200, pictures === 'blocked' ? { 'content-security-policy': "img-src 'none'" } : {});
  });
  return app;
}

/**
 * Paths ignore case and a closing slash, and come percent-encoded or not. Several lists share a path: a query
 * tells which one is meant, and without one it is the first.
 */
function pageAt({ pathname, search }: URL): SamplePage | undefined {
  const wanted = fold(pathname);
  const found = samplePages.filter((page) => fold(page.path) === wanted);
  return found.find(({ truth }) => search !== '' && new URL(truth.url).search === search) ?? found[0];
}

function fold(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC').toLowerCase().replace(/\/+$/, '');
  } catch {
    return path;
  }
}

function indexPage(): string {
  const items = samplePages.map(
    ({ name, path, truth }) => `<li><a href="${path}${new URL(truth.url).search}">${name}</a> ${path}</li>`,
  );
  return `<!DOCTYPE html><title>Sample pages</title><h1>Sample pages</h1><ul>${items.join('')}</ul>`;
}
