import { isObject } from '../checks.js';

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
export function runtimeReason(thrown: unknown, method: string, url: string): string | undefined {
  try {
    return reasonIn(thrown, method, url);
  } catch {
    return undefined; // an error that cannot be read
  }
}

function reasonIn(thrown: unknown, method: string, url: string): string | undefined {
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
