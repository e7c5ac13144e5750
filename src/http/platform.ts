import { isObject } from '../checks.js';
import { version } from '../contract/operations.js';

// What differs between runtimes: how a request is sent once only, and how an error says that it was not sent.

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

/** Returns why a request cannot have been sent, or undefined if it may have been. */
export function notSentReason(thrown: unknown, method: string, url: string): string | undefined {
  try {
    return reasonByCode(thrown, url) ?? reasonOfRuntime(thrown, method, url);
  } catch {
    return undefined; // an error that cannot be read
  }
}

/** Codes of errors from before a request is sent: those of Node, then those of Bun. */
const NOT_SENT: Record<string, string> = {
  ECONNREFUSED: 'connection_refused',
  ConnectionRefused: 'connection_refused',
  ENOTFOUND: 'name_not_resolved',
  EAI_AGAIN: 'name_not_resolved',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
};
/** Codes of a certificate that is refused, which ends the handshake. Other TLS errors can also come later. */
const CERTIFICATE = /^(ERR_TLS_CERT_ALTNAME_INVALID$|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

/**
 * Returns why a request cannot have been sent, or undefined if it may have been. Only the first code of a chain of causes
 * counts, and only if the error names the host or port of the request: a caller's `fetch` that already has its response
 * can fail with the same codes at something else.
 */
function reasonByCode(thrown: unknown, url: string): string | undefined {
  let error = thrown;
  for (let depth = 0; isObject(error) && typeof error['code'] !== 'string' && depth < 5; depth++)
    error = error['cause'];
  if (!isObject(error)) return undefined;
  const code = String(error['code']);
  if (CERTIFICATE.test(code)) return 'tls_failed';
  return Object.hasOwn(NOT_SENT, code) && namesHost(error, new URL(url)) ? NOT_SENT[code] : undefined;
}

/** Returns true if an error, or one of the errors of several addresses, names the host or port of a URL. */
function namesHost(error: Record<string, unknown>, { hostname, port, protocol }: URL): boolean {
  const ofAddresses: unknown[] = Array.isArray(error['errors']) ? error['errors'] : [];
  const texts = [error, ...ofAddresses].map((one) =>
    isObject(one) ? `${String(one['message'])} ${String(one['path'])}` : '',
  );
  const ownPort = `:${port || (protocol === 'https:' ? 443 : 80)}`;
  // Whole words: a log server may have a name that ends in this one, and port 4430 is not 443.
  const words = texts.flatMap((text) => text.split(/[\s,()/]+/));
  return words.some((word) => word === hostname || word.endsWith(ownPort));
}

/** Texts of Deno, which has no codes. They follow `client error (Connect): `, which is what ends before anything is sent. */
const DENO_TEXTS: readonly (readonly [start: string, reason: string])[] = [
  ['tcp connect error: Connection refused', 'connection_refused'],
  ['dns error: ', 'name_not_resolved'],
  ['invalid peer certificate: ', 'tls_failed'],
];

/**
 * Returns why a request cannot have been sent, for reasons that runtimes do not tell by a code alone: the texts of Deno, and
 * the permissions of Deno and Node. The error must name the request: a caller's `fetch` can fail at something else.
 */
function reasonOfRuntime(thrown: unknown, method: string, url: string): string | undefined {
  const { href, hostname, port, protocol } = new URL(url);
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  for (let error = thrown, depth = 0; isObject(error) && depth < 5; error = error['cause'], depth++) {
    const text = String(error['message']);
    const isDenied =
      error['code'] === 'ERR_ACCESS_DENIED'
        ? String(error['port'] ?? error['hostname']) === (error['syscall'] === 'connect' ? ownPort : hostname)
        : error['name'] === 'NotCapable' && text.includes(`net access to "${hostname}:${ownPort}"`);
    if (isDenied) return 'network_access_denied';
    const start = `error sending request for url (${href}): client error (Connect): `;
    // Deno repeats a DELETE itself: what it says of the second attempt does not hold for the first.
    if (method === 'DELETE' || !text.startsWith(start)) continue;
    return DENO_TEXTS.find(([words]) => text.startsWith(words, start.length))?.[1];
  }
  return undefined;
}
