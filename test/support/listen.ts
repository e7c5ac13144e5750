import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free port of loopback; the second member stops it. */
export async function listen(listener: RequestListener): Promise<[url: string, stop: () => Promise<unknown>]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop];
}
