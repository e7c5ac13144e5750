import { isObject } from '../checks.js';
import { version } from '../contract/operations.js';

// What differs between runtimes: how a request is sent once only, and how an error says that it was not sent.

/**
 * Sends a request by the platform's `fetch`, once. Deno, and Bun before 1.4, repeat a request on their own if the connection that
 * they kept for it is dead by then: a write reached the server up to four times. In Deno a body that can be read only once
 * prevents it, in Bun a connection of its own. Chromium does it too, and leaves no means against it.
 */
export function platformFetch(url: string, init: RequestInit): Promise<Response> {
  const { method } = init;
  if ('Bun' in globalThis) return fetch(url, method === 'GET' ? init : { ...init, keepalive: false });
  if (!('Deno' in globalThis)) return nodeFetch(url, init);
  if (method === 'GET' || method === 'DELETE') return fetch(url, init);
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

/** A dispatcher of undici. Before version 8 its handlers have `onHeaders`, since then `onResponseStart`. */
interface Dispatcher {
  readonly isMockActive?: unknown;
  dispatch(request: unknown, handler: Record<string, ((...values: unknown[]) => unknown) | undefined>): boolean;
}

/** Returns the dispatcher that Node's `fetch` sends by: 1 before undici 8, 2 since then. There is none elsewhere. */
const dispatcherOf = (version: number): Dispatcher | undefined =>
  (globalThis as Record<symbol, Dispatcher | undefined>)[Symbol.for(`undici.globalDispatcher.${version}`)];

/**
 * Sends a request by the `fetch` of Node, or of another runtime that needs nothing special. After a 421 Node's repeats it
 * over another connection, as the fetch standard says (HTTP-network-or-cache fetch), whatever its method is. A dispatcher for
 * this request alone, which is an option of Node's `fetch`, refuses that. The first response is then lost but for its status.
 */
async function nodeFetch(url: string, init: RequestInit): Promise<Response> {
  // To read `Response` makes Node load its `fetch`, which sets the dispatcher.
  const ofProcess = typeof Response === 'function' ? dispatcherOf(1) : undefined;
  if (ofProcess === undefined) return fetch(url, init);
  let status: unknown;
  const dispatch: Dispatcher['dispatch'] = (request, handler) => {
    if (status === 421) throw new Error('a request is not repeated after 421');
    const [name, index, agent] =
      'onHeaders' in handler
        ? (['onHeaders', 0, ofProcess] as const)
        : (['onResponseStart', 1, dispatcherOf(2) ?? ofProcess] as const);
    const receive = handler[name];
    handler[name] = (...values) => {
      status = values[index];
      return receive?.apply(handler, values);
    };
    return agent.dispatch(request, handler);
  };
  const dispatcher: Dispatcher = { isMockActive: ofProcess.isMockActive, dispatch };
  try {
    return await fetch(url, { ...init, dispatcher } as RequestInit); // the type does not have Node's option
  } catch (error) {
    if (status === 421) return new Response(null, { status: 421 });
    throw error;
  }
}

/**
 * Returns the header that names this library to Kobble, on Node, Bun and Deno. In a browser or a worker of one, it would
 * cause a preflight request for each call.
 */
export function platformHeaders(): Record<string, string> {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node === undefined ? {} : { 'user-agent': `kobble-client/${version}` };
}

/**
 * Key of what an error of `kobble-client/undici` says of its request: true if it had started, or if another one was made for
 * the same attempt. The same in every copy of the library.
 */
export const STARTED = /* @__PURE__ */ Symbol.for('kobble-client.started');

/** Returns why a request cannot have been sent, or undefined if it may have been. */
export function notSentReason(thrown: unknown, method: string, url: string): string | undefined {
  try {
    const errors = causesOf(thrown);
    const target = new URL(url);
    const hasStarted = errors.map((error): unknown => Reflect.get(error, STARTED)).find((value) => value !== undefined);
    if (hasStarted === true) return undefined;
    const first = errors.find((error) => typeof error['code'] === 'string'); // a code behind another one says nothing
    const isOurs = hasStarted === false || (first !== undefined && namesHost(first, target));
    return reasonOfRuntime(errors, method, target) ?? (first && reasonOfConnection(first, isOurs));
  } catch {
    return undefined; // an error that cannot be read
  }
}

/** Returns an error, its cause, the cause of that, and so on. */
function causesOf(thrown: unknown): Record<string, unknown>[] {
  const errors: Record<string, unknown>[] = [];
  for (let error = thrown; isObject(error) && errors.length < 5; error = error['cause']) errors.push(error);
  return errors;
}

/** Reasons by code: of Node, of undici, and of Bun, which names no system call. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'connection_refused'],
  ['ConnectionRefused', 'connection_refused'],
  ['ENOTFOUND', 'name_not_resolved'],
  ['EAI_AGAIN', 'name_not_resolved'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect_timeout'],
  ['UND_ERR_PRX_TLS', 'tls_failed'],
]);
/** Codes of a certificate that is refused, which ends the handshake. Other TLS errors can also come later. */
const CERTIFICATE = /^(ERR_TLS_CERT_ALTNAME_INVALID$|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;
/** Codes and messages of a proxy that makes no connection, and of Node if the handshake breaks off. */
const NO_CONNECTION = /^UND_ERR_(PRX_|SOCKS5|ABORTED Proxy response )|before secure TLS connection was established$/;

/**
 * Returns why no connection was made, or undefined if one may have been: whatever the code is, the system call was that of a
 * connection. If it is not known that the error is one of this request, only a refused certificate counts, which names no
 * address: a caller's `fetch` that already has its response can fail in the same way at something else.
 */
function reasonOfConnection(error: Record<string, unknown>, isOurs: boolean): string | undefined {
  const code = String(error['code']);
  if (CERTIFICATE.test(code)) return isOurs || error['host'] === undefined ? 'tls_failed' : undefined;
  if (!isOurs || REASONS.has(code)) return isOurs ? REASONS.get(code) : undefined;
  const calls = errorsOf(error).map((one) => one['syscall']);
  if (calls.includes('getaddrinfo')) return 'name_not_resolved';
  if (!calls.includes('connect') && !NO_CONNECTION.test(`${code} ${String(error['message'])}`)) return undefined;
  return code === 'ETIMEDOUT' ? 'connect_timeout' : 'connection_failed';
}

/** Returns an error, and those of several addresses that it stands for. */
const errorsOf = (error: Record<string, unknown>): Record<string, unknown>[] => [
  error,
  ...(Array.isArray(error['errors']) ? (error['errors'] as unknown[]).filter(isObject) : []),
];

/** Returns true if an error, or one of the errors of several addresses, names the host or port of a URL. */
function namesHost(error: Record<string, unknown>, { hostname, port, protocol }: URL): boolean {
  const texts = errorsOf(error).map((one) => ['message', 'path', 'host'].map((name) => String(one[name])).join(' '));
  const ownPort = `:${port || (protocol === 'https:' ? 443 : 80)}`;
  // Whole words: a log server may have a name that ends in this one, and port 4430 is not 443.
  const words = texts.flatMap((text) => text.split(/[\s,()/]+/));
  return words.some((word) => word === hostname || word.endsWith(ownPort));
}

/** Reasons by text of Deno, which has no codes. */
const DENO_TEXTS: readonly (readonly [start: string, reason: string])[] = [
  ['tcp connect error: Connection refused', 'connection_refused'],
  ['tcp connect error: Connection timed out', 'connect_timeout'],
  ['dns error: ', 'name_not_resolved'],
  ['invalid peer certificate: ', 'tls_failed'],
  ['', 'connection_failed'],
];

/**
 * Returns why a request cannot have been sent, for reasons that runtimes do not tell by a code alone: the texts of Deno, and
 * the permissions of Deno and Node. The error must name the request: a caller's `fetch` can fail at something else.
 */
function reasonOfRuntime(
  errors: readonly Record<string, unknown>[],
  method: string,
  { href, hostname, port, protocol }: URL,
): string | undefined {
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  for (const error of errors) {
    const text = String(error['message']);
    const isDenied =
      error['code'] === 'ERR_ACCESS_DENIED'
        ? String(error['port'] ?? error['hostname']) === (error['syscall'] === 'connect' ? ownPort : hostname)
        : error['name'] === 'NotCapable' && text.includes(`net access to "${hostname}:${ownPort}"`);
    if (isDenied) return 'network_access_denied';
    // What ends in Deno before anything is sent.
    const start = `error sending request for url (${href}): client error (Connect): `;
    // Deno repeats a DELETE itself: what it says of the second attempt does not hold for the first.
    if (method === 'DELETE' || !text.startsWith(start)) continue;
    return DENO_TEXTS.find(([words]) => text.startsWith(words, start.length))?.[1];
  }
  return undefined;
}
