// Servers that misbehave in ways of their own, on free ports of loopback, closed with the test.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createNetServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly at: number;
}

export interface Rogue {
  readonly url: string;
  readonly port: number;
  /** Every request, read to its end. */
  readonly requests: Seen[];
  /** How many connections have ended. */
  readonly closed: () => number;
  /** Closes it before the test ends. */
  readonly stop: () => Promise<void>;
  /** Resolves once a request has been read. */
  readonly nextRequest: () => Promise<void>;
}

/** Answers HTTP as it likes; `answer` is called when the request has been read. */
export async function serveHttp(answer: RequestListener): Promise<Rogue> {
  const requests: Seen[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString(), at: performance.now() });
      waiting.splice(0).forEach((resolve) => resolve());
      answer(request, response);
    });
    response.on('error', () => {});
  });
  server.keepAliveTimeout = 60_000;
  const nextRequest = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { ...(await listenOn(server)), requests, nextRequest };
}

/** Does with a connection what it likes, HTTP or not. */
export async function serveRaw(
  onConnection: (socket: Socket) => void,
): Promise<Omit<Rogue, 'requests' | 'nextRequest'>> {
  return listenOn(createNetServer((socket) => onConnection(socket.on('error', () => {}).resume())));
}

/** Listens on a free port until the test ends. */
export async function listenOn(server: Server): Promise<Pick<Rogue, 'url' | 'port' | 'closed' | 'stop'>> {
  const sockets = new Set<Socket>();
  let ended = 0;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      ended++;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  });
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, port, closed: () => ended, stop };
}

/** A whole HTTP answer, as it goes over the wire. */
export const rawAnswer = (status: string, headers: readonly string[], body = ''): string =>
  [`HTTP/1.1 ${status}`, ...headers, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
