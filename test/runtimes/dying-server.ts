import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A server that answers each GET and keeps its connection, but closes it on a write, after having read all of it. The URL
 * `/{id}/{fin|reset}/…` says by which name the write is counted, and how the connection is closed.
 */
export class DyingServer {
  readonly #writes = new Map<string, number>();

  readonly server: Server = createServer((request, response) => {
    request.on('error', () => {});
    request.resume().on('end', () => {
      if (request.method === 'GET') return void response.end('{}');
      const [, id = '', ending] = request.url?.split('/') ?? [];
      this.#writes.set(id, this.writes(id) + 1);
      if (ending === 'fin') request.socket.destroy();
      else request.socket.resetAndDestroy();
    });
  });

  /** Returns how many writes arrived. */
  writes(id: string): number {
    return this.#writes.get(id) ?? 0;
  }
}

/** Starts a server that is gone after the first write: it reads it, closes the connection, and listens no longer. */
export async function lastServer(): Promise<{ url: string }> {
  const server = createServer((request, response) => {
    request.on('error', () => {});
    request.resume().on('end', () => {
      if (request.method === 'GET') return void response.end('{}');
      server.close();
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  setTimeout(() => server.close().closeAllConnections(), 60_000).unref();
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
