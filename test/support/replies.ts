// Replies that tests give to a client instead of a server.

/** A request as `fetch` received it. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  readonly redirect: string | undefined;
  /** Milliseconds on the clock of the test. */
  readonly at: number;
}

/** A function that answers a request or fails; `index` counts requests from 0. */
export type Reply = (request: Sent, index: number) => Response | Promise<Response>;

/** Returns a JSON response. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** Returns the response of the token endpoint. */
export const token = (value: string, expiresIn?: number): Response =>
  json({ access_token: value, expires_in: expiresIn });

/** Answers with a status and a body without information. */
export const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  () =>
    code === 204
      ? new Response(null, { status: code, headers })
      : json({ message: 'said by the server' }, code, headers);

const SYSCALLS: Readonly<Record<string, string>> = { ENOTFOUND: 'getaddrinfo', EAI_AGAIN: 'getaddrinfo' };

/**
 * Fails as Node's `fetch` does: a TypeError whose cause has the code and names the address. Before the code can stand the
 * system call that failed, as in `connect ETIMEDOUT`.
 */
export const broken =
  (failure: string, address = 'api.kobble.test:443'): Reply =>
  () => {
    const [code = '', syscall = SYSCALLS[code]] = failure.split(' ').reverse();
    const cause = Object.assign(new Error(`${syscall} ${code} ${address}`), { code, syscall });
    throw new TypeError('fetch failed', { cause });
  };

/** Never answers; rejects when the signal aborts, as `fetch` does. */
export const hanging: Reply = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason);
    });
  });

/** Gives one reply after the other, and repeats the last one. */
export const inTurn =
  (...replies: readonly Reply[]): Reply =>
  (request, index) => {
    const reply = replies[Math.min(index, replies.length - 1)];
    if (reply === undefined) throw new Error('The test has no reply.');
    return reply(request, index);
  };
