import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { DroppedConnection } from './errors.ts';
import type { FakeGrinfi } from './server.ts';

/** A listener for Node's own `http` and `https` servers. */
export function createListener(fake: Pick<FakeGrinfi, 'fetch'>, { keepsConnections = false } = {}) {
  return getRequestListener(
    async (request, { outgoing }) => {
      if (!keepsConnections) outgoing.setHeader('connection', 'close');
      try {
        return await fake.fetch(request);
      } catch (error) {
        if (!(error instanceof DroppedConnection)) throw error;
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    { overrideGlobalObjects: false },
  ) as (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;
}

export interface Served {
  /** `http://127.0.0.1:8787` */
  url: string;
  port: number;
  server: Server;
  close: () => Promise<void>;
}

export interface ServeOptions {
  /** A free one is taken when left out. */
  port?: number;
  host?: string;
  /** Certificate and key; plain HTTP without. */
  tls?: ServerOptions;
  /**
   * As a real server does, where no connection is to be dropped: Chrome sends a call again by itself when a
   * connection that it has used before breaks, `POST` included, and the drop would be seen twice here and never
   * there. By default, every reply closes its connection.
   */
  keepsConnections?: boolean | undefined;
}

/** Puts the stand-in on a port of this machine. */
export async function serveFakeGrinfi(
  fake: Pick<FakeGrinfi, 'fetch'>,
  { port = 0, host = '127.0.0.1', tls, keepsConnections }: ServeOptions = {},
): Promise<Served> {
  const listener = createListener(fake, { keepsConnections });
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  // As nginx does; Node's own is 5 s.
  if (keepsConnections) server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${address.port}`,
    port: address.port,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
