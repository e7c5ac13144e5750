import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Carried } from './in-process.js';
import { firstHalf, type Ending } from './wire.js';

/** More than a burst of callers that connect at once. */
const BACKLOG = 4096;
/** Longer than any caller keeps an idle connection, so that none is closed while a request is on its way. */
const KEEP_ALIVE_MS = 120_000;

/** A server on loopback. */
export interface Listening {
  /** The client's `baseUrl`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves over HTTP, on this machine alone. */
export async function listen(carried: Carried, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(carried, request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: BACKLOG }, resolve);
  });
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}`, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve({ handle }: Carried, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const body = Buffer.concat(chunks).toString();
  end(await handle({ method: request.method ?? 'GET', path: request.url ?? '/', headers, body }), response);
}

function end(ending: Ending, response: ServerResponse): void {
  if (ending.kind === 'drop') response.socket?.resetAndDestroy();
  if (ending.kind === 'drop' || ending.kind === 'stallHeaders') return;
  const { status, headers, body } = ending.answer;
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...headers, 'content-length': length });
  if (ending.kind === 'answer') response.end(body);
  else response.write(firstHalf(body));
}
