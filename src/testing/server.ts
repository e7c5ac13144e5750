import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkFields, is } from './fields.js';
import { firstHalf, type Ending, type WireHandler, type WireRequest } from './wire.js';

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

/** Settings of a fake that listens. */
export interface ListenOptions {
  /**
   * Called with each request before the fake. A response that it returns is sent in place of the fake's; undefined
   * leaves the request to the fake. If it throws, the connection is lost. Default: none.
   */
  readonly intercept?: ((request: Request) => Response | undefined | Promise<Response | undefined>) | undefined;
  /**
   * True: programs in any language control the fake below `/__fake`, as that of `kobble-client fake`. `GET /__fake` prints
   * how. Default false.
   */
  readonly control?: boolean | undefined;
}

/** Serves over HTTP, on loopback only. */
export async function listen(
  { handle }: Pick<WireHandler, 'handle'>,
  port: number,
  options: ListenOptions,
  control: NonNullable<ListenOptions['intercept']>,
): Promise<Listening> {
  checkFields('listen()', options, { intercept: is.function, control: is.flag });
  const interceptors = [options.control === true ? control : undefined, options.intercept];
  const server = createServer((request, response) => {
    readRequest(request)
      .then(async (wire) => (await intercepted(wire, interceptors)) ?? handle(wire))
      .then((ending) => end(response, ending))
      .catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: BACKLOG }, resolve);
  });
  const address = server.address() as AddressInfo; // a string only for a pipe
  return { url: `http://127.0.0.1:${address.port}`, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function readRequest(request: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set, so each chunk is bytes
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers, body: Buffer.concat(chunks).toString() };
}

/** Returns the response of the first of these functions that has one for this request. */
async function intercepted(
  { method, path, headers, body }: WireRequest,
  interceptors: readonly ListenOptions['intercept'][],
): Promise<Ending | undefined> {
  const content = method === 'GET' || method === 'HEAD' ? {} : { body };
  let own: Response | undefined;
  for (const intercept of interceptors) {
    own ??= await intercept?.(new Request(`http://127.0.0.1${path}`, { method, headers, ...content }));
  }
  if (own === undefined) return undefined;
  const bytes = new Uint8Array(await own.arrayBuffer());
  return { kind: 'response', response: { status: own.status, headers: Object.fromEntries(own.headers), body: bytes } };
}

function end(response: ServerResponse, ending: Ending): void {
  if (ending.kind === 'drop') response.socket?.resetAndDestroy();
  if (ending.kind === 'drop' || ending.kind === 'stallHeaders') return;
  const { status, headers, body } = ending.response;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (ending.kind === 'response') response.end(body);
  else response.write(firstHalf(body));
}
