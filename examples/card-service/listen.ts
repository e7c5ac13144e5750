import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server that accepts connections. */
export interface Listening {
  readonly origin: string;
  readonly close: () => void;
}

/** Serves an app on loopback, at a free port if none is given. */
export function listen(app: Hono, port = 0): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port: given }) => {
      const close = (): void => {
        server.close();
        if ('closeAllConnections' in server) server.closeAllConnections();
      };
      resolve({ origin: `http://127.0.0.1:${given}`, close });
    });
    server.once('error', reject);
  });
}
