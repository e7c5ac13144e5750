import { version } from '../contract/operations.js';

/**
 * Sends a request by the platform's `fetch`. Deno, and Bun before 1.4, repeat a request on their own if the connection that
 * they kept for it is dead by then: a write reached the server up to four times. In Deno a body that can be read only once
 * prevents it, in Bun a connection of its own. Chromium does it too, and leaves no means against it.
 */
export function platformFetch(url: string, init: RequestInit): Promise<Response> {
  const { method } = init;
  if (method === 'GET') return fetch(url, init);
  if ('Bun' in globalThis) return fetch(url, { ...init, keepalive: false });
  if (!('Deno' in globalThis) || method === 'DELETE') return fetch(url, init);
  // A stream has no length, so over HTTP/1.1 it is sent in chunks. `duplex` is missing in TypeScript's own RequestInit.
  return fetch(url, { ...init, body: streamOf(init.body), duplex: 'half' } as RequestInit);
}

// A stream of our own: that of a `Response` is one that Deno can read again.
function streamOf(body: RequestInit['body']): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (typeof body === 'string') controller.enqueue(new TextEncoder().encode(body));
      controller.close();
    },
  });
}

/**
 * Returns the header that names this library to Kobble, on Node, Bun and Deno. In a browser or a worker of one, it would
 * cause a preflight request for each call.
 */
export function platformHeaders(): Record<string, string> {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node === undefined ? {} : { 'user-agent': `kobble-client/${version}` };
}
