import { createServer, type Server } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createSamplePages, type SamplePagesOptions } from '../pages/server.ts';
import type { Certificate } from './certificate.ts';

/** The sample pages in LinkedIn's place. */
export interface LinkedIn {
  port: number;
  /** Paths asked for so far, in order: what a member's visit would leave in LinkedIn's own log. */
  requests: string[];
  /** What a member sees in place of a sample page: set by a test, gone with its world. */
  alter: ((path: string, html: string | undefined) => string | undefined) | undefined;
  close: () => Promise<void>;
}

export async function serveLinkedIn(tls: Certificate, options?: SamplePagesOptions): Promise<LinkedIn> {
  const linkedIn: Pick<LinkedIn, 'requests' | 'alter'> = { requests: [], alter: undefined };
  const app = new Hono();
  app.use(async (c, next) => {
    linkedIn.requests.push(c.req.path);
    await next();
    if (!linkedIn.alter) return;
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    const html = linkedIn.alter(c.req.path, isPage ? await c.res.clone().text() : undefined);
    if (html !== undefined) c.res = c.html(html) as Response;
  });
  app.route('/', createSamplePages(options));
  const server = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions: tls }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sample pages have no port.');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(linkedIn, { port: address.port, close });
}
