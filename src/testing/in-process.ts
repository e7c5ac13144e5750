import { firstHalf, type Ending, type WireAnswer, type WireRequest } from './wire.js';

/** What takes requests, and tells when it is over. */
export interface Carried {
  readonly handle: (request: WireRequest) => Promise<Ending>;
  readonly closing: AbortSignal;
}

/** A `fetch` that goes no further than this process, and fails as the platform's does. */
export type FakeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const NULL_BODY_STATUSES = new Set([204, 205, 304]);

export function inProcessFetch({ handle, closing }: Carried): FakeFetch {
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
      signal?.addEventListener('abort', abort);
      closing.addEventListener('abort', close);
      handle(request).then(
        (ending) => {
          if (ending.kind === 'answer') settle(() => resolve(response(ending.answer, ending.answer.body)));
          if (ending.kind === 'drop') settle(() => reject(connectionReset()));
          if (ending.kind === 'stallBody') {
            settle(() => resolve(response(ending.answer, stalled(ending.answer, signal, closing))));
          }
        },
        (error: unknown) => settle(() => reject(error)),
      );
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
  const sent = new Response(body); // which knows the media type of a form
  const headers = new Headers(init.headers);
  if (!headers.has('content-type')) headers.set('content-type', sent.headers.get('content-type') ?? '');
  return toWire(input, method, headers, await sent.text());
}

function toWire(url: string | URL, method: string, headers: Headers, body: string): WireRequest {
  const { pathname, search } = new URL(url);
  return { method: method.toUpperCase(), path: pathname + search, headers: Object.fromEntries(headers), body };
}

function response({ status, headers }: WireAnswer, body: BodyInit | Uint8Array): Response {
  return new Response(NULL_BODY_STATUSES.has(status) ? null : (body as BodyInit), { status, headers });
}

/** The first half of a body, and then nothing until the caller or the fake gives up. */
function stalled({ body }: WireAnswer, signal: AbortSignal | null | undefined, closing: AbortSignal): ReadableStream {
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

/** What the platform's `fetch` rejects with where the connection fails. */
const fetchFailed = (code: string, message: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

const connectionReset = (): TypeError => fetchFailed('ECONNRESET', 'read ECONNRESET');

/** The error names the address, as Node's does. */
const refused = (input: string | URL | Request): TypeError =>
  fetchFailed('ECONNREFUSED', `connect ECONNREFUSED ${new URL(input instanceof Request ? input.url : input).hostname}`);
