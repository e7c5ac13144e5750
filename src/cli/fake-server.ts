import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { FakeFetch } from '../testing/index.js';
import type { Control } from './fake-control.js';

/** A server on loopback. */
export interface Listening {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves a fake and its control endpoint over HTTP, on loopback only. */
export async function listen(fetch: FakeFetch, control: Control, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(fetch, control, request, response).catch(() => response.socket?.resetAndDestroy()); // a lost connection
  });
  server.requestTimeout = 0; // a stalled response is meant to stall
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo; // a string only for a pipe
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${address.port}`, stop };
}

async function answer(
  fetch: FakeFetch,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set, so each chunk is bytes
  const text = Buffer.concat(chunks).toString();
  const controlled = controlResponse(control, method, url, text);
  if (controlled !== undefined) return send(response, controlled);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
  const body = method === 'GET' || method === 'HEAD' ? undefined : text;
  const gone = new AbortController(); // a caller that gives up ends a stalled request
  response.once('close', () => gone.abort());
  const init = { method, headers, signal: gone.signal, ...(body !== undefined && { body }) };
  await send(response, await fetch(`http://127.0.0.1${url}`, init));
}

/** Returns the response of the control endpoint, or undefined if the request is for Kobble. */
function controlResponse(control: Control, method: string, url: string, text: string): Response | undefined {
  try {
    const controlled = control(method, url, url.startsWith('/__fake/') && text !== '' ? JSON.parse(text) : {});
    return controlled && Response.json(controlled.result);
  } catch (error) {
    return Response.json({ message: error instanceof Error ? error.message : String(error) }, { status: 400 });
  }
}

/** Sends a response as it arrives, so that a body that stalls does so here too. */
async function send(target: ServerResponse, { status, headers, body }: Response): Promise<void> {
  target.writeHead(status, Object.fromEntries(headers));
  if (body === null) return void target.end();
  await pipeline(Readable.fromWeb(body as WebStream), target);
}
