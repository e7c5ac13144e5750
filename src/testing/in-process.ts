import { firstHalf, isBodyless, type Ending, type WireHandler, type WireRequest, type WireResponse } from './wire.js';

/** A `fetch` that stays in this process and fails as the platform's does. It never follows a redirect. */
export type FakeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Returns a `fetch` that hands all requests to the fake. */
export function inProcessFetch({ handle, closing }: WireHandler): FakeFetch {
  return async (input, init = {}) => {
    const signal = init.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    if (closing.aborted) throw refused(input);
    const request = await wireRequest(input, init);
    return new Promise((resolve, reject) => {
      const abort = () => settle(() => reject(signal?.reason));
      const close = () => settle(() => reject(connectionReset()));
      const settle = (result: () => void) => {
        signal?.removeEventListener('abort', abort);
        closing.removeEventListener('abort', close);
        result();
      };
      const end = (ending: Ending) => {
        if (ending.kind === 'stallHeaders') return; // until the caller gives up or the fake is closed
        if (ending.kind === 'drop') return close();
        const { kind, response } = ending;
        const body = kind === 'response' ? response.body : stalled(response.body, signal, closing);
        settle(() => resolve(toResponse(response, body)));
      };
      signal?.addEventListener('abort', abort);
      closing.addEventListener('abort', close);
      handle(request).then(end, (error: unknown) => settle(() => reject(error)));
    });
  };
}

async function wireRequest(input: string | URL | Request, init: RequestInit): Promise<WireRequest> {
  if (input instanceof Request) {
    const request = new Request(input, init);
    return toWire(request.url, request.method, request.headers, await request.text());
  }
  const { method = 'GET', body } = init;
  if (body === undefined || body === null || typeof body === 'string') {
    return toWire(input, method, new Headers(init.headers), body ?? '');
  }
  const sent = new Response(body); // it knows the media type of a form
  const headers = new Headers(init.headers);
  if (!headers.has('content-type')) headers.set('content-type', sent.headers.get('content-type') ?? '');
  return toWire(input, method, headers, await sent.text());
}

function toWire(url: string | URL, method: string, headers: Headers, body: string): WireRequest {
  const { pathname, search } = new URL(url);
  return { method: method.toUpperCase(), path: pathname + search, headers: Object.fromEntries(headers), body };
}

function toResponse({ status, headers }: WireResponse, body: string | Uint8Array | ReadableStream): Response {
  // The types of Node and of the DOM disagree about the bytes that a body may be made of.
  return new Response(isBodyless(status) || body === '' ? null : (body as BodyInit), { status, headers });
}

/** Returns a body of which half arrives, then nothing until the caller gives up or the fake is closed. */
function stalled(
  body: string | Uint8Array,
  signal: AbortSignal | null | undefined,
  closing: AbortSignal,
): ReadableStream {
  const half = firstHalf(body);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(typeof half === 'string' ? new TextEncoder().encode(half) : half);
      const over = AbortSignal.any(signal ? [signal, closing] : [closing]);
      over.addEventListener('abort', () =>
        controller.error(closing.aborted ? new TypeError('terminated') : over.reason),
      );
    },
  });
}

/** Returns the error that the platform's `fetch` rejects with if a connection fails. */
const fetchFailed = (code: string, message: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

const connectionReset = (): TypeError => fetchFailed('ECONNRESET', 'read ECONNRESET');

/** Returns the error for a refused connection. It names the host, as Node's does. */
const refused = (input: string | URL | Request): TypeError =>
  fetchFailed('ECONNREFUSED', `connect ECONNREFUSED ${new URL(input instanceof Request ? input.url : input).hostname}`);
