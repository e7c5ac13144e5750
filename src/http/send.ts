import type { KobbleError, Outcome } from '../errors/kobble-error.js';
import { onAbort, pause, withTimeLimit, type Cancellation, type Clock } from '../time.js';
import { AttemptInit } from './attempt-init.js';
import type { Call } from './call.js';
import type { Calls } from './calls.js';
import { abortedError, attemptError, outcomeOf, timeoutError, tokenError } from './call-error.js';
import type { Observer } from './observer.js';
import { BufferedResponse, readResponse } from './response.js';
import { waitBefore, type AttemptResult } from './retry.js';
import { checkResponse } from './unusable-response.js';

/** Shared by all calls of a client. */
export interface Runtime {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly calls: Calls;
}

/** Source of the bearer token of a call. */
export interface TokenSource {
  /** Returns the token that can be used at once, if there is one. */
  current(): string | undefined;
  /** Waits for a token. All who wait share one request. It ends when all of them have given up, which `signal` tells. */
  obtain(signal: AbortSignal): Promise<string>;
  /** Notes that Kobble accepted a token. */
  accept(token: string): void;
  /** Discards a token that Kobble refused. Returns true if another one may be accepted. */
  drop(token: string): boolean;
  /** Stops background renewals. */
  stop?(): void;
}

/**
 * Sends a call, and sends it again while nothing can be done twice, until there is a final response or no time is left.
 * The response may have an error status. Throws if there is no response.
 */
export async function sendCall(
  runtime: Runtime,
  url: string,
  call: Call,
  tokens?: TokenSource,
): Promise<BufferedResponse> {
  const { clock, observer } = runtime;
  const deadline = clock.now() + call.deadlineMs;
  let last: AttemptResult | undefined;
  for (let retries = 0, isReplay = false; ;) {
    const token = tokens && (tokens.current() ?? (await obtainToken(tokens, call, clock, deadline)));
    if (call.signal?.aborted) throw abortedError(call, last === undefined ? 'not-sent' : outcomeOf(call, last));
    // A busy process can be late: nothing is sent after the deadline.
    if (clock.now() >= deadline) return responseOf(last ?? timeoutError(call, 'deadline_exceeded', 'not-sent'));
    call.token = token;
    last = await attempt(runtime, url, call, deadline);
    if (token !== undefined && last instanceof BufferedResponse) {
      if (last.status !== 401) tokens?.accept(token);
      else if (!isReplay) {
        isReplay = tokens?.drop(token) === true;
        if (isReplay) continue; // once, with a new token and the same key; it does not count as a retry
      }
    }
    const wait = waitBefore(call, retries, last, clock);
    if (wait === undefined || wait >= deadline - clock.now()) return responseOf(last);
    retries++;
    observer.retry(call, wait, last);
    const outcome = outcomeOf(call, last);
    await pause(clock, wait, call).catch(() => Promise.reject(abortedError(call, outcome)));
  }
}

/**
 * Keeps a listener on the signal of a call until the work has settled, also between attempts. Bun 1.3 stops an
 * `AbortSignal.timeout` whose last listener is removed.
 */
export function listening<T>({ signal }: Call, work: () => Promise<T>): Promise<T> {
  if (signal === undefined || signal.aborted) return work();
  return work().finally(onAbort(signal, () => {}));
}

function responseOf(result: AttemptResult): BufferedResponse {
  if (result instanceof BufferedResponse) return result;
  throw result;
}

/** Waits for a token no longer than the call may last. The token request continues for the other calls. */
async function obtainToken(tokens: TokenSource, call: Call, clock: Clock, deadline: number): Promise<string> {
  let timeout: KobbleError | undefined;
  const onTimeout = () => (timeout = timeoutError(call, 'deadline_exceeded', 'not-sent'));
  const limit = { clock, ms: deadline - clock.now(), owner: call, onTimeout };
  try {
    return await withTimeLimit(({ signal }) => tokens.obtain(signal), limit);
  } catch (thrown) {
    if (call.signal?.aborted) throw abortedError(call, 'not-sent');
    throw timeout !== undefined && thrown === timeout ? onTimeout() : tokenError(call, thrown);
  }
}

/** Sends a call once. Never throws: the error of an attempt is its result. */
async function attempt(
  { fetch, clock, maxResponseBytes, observer }: Runtime,
  url: string,
  call: Call,
  deadline: number,
): Promise<AttemptResult> {
  call.attempts++;
  call.response = undefined;
  observer.request(call);
  const started = clock.now(); // after the hook, which takes its time
  const remaining = deadline - started;
  const timeoutCode = remaining < call.timeoutMs ? 'deadline_exceeded' : 'attempt_timeout';
  let outcome: Outcome = 'not-sent';
  let timeout: KobbleError | undefined;
  const onTimeout = () => (timeout = timeoutError(call, timeoutCode, outcome));
  const exchange = async (cancellation: Cancellation) => {
    if (remaining <= 0) throw onTimeout();
    outcome = 'unknown';
    const response = checkResponse(await fetch(url, new AttemptInit(call, cancellation)));
    if (cancellation.isOver) void response.body?.cancel().catch(() => {});
    else call.response = response;
    return readResponse(response, maxResponseBytes);
  };
  const limit = { clock, ms: Math.min(call.timeoutMs, remaining), owner: call, onTimeout };
  const result = await withTimeLimit(exchange, limit).catch((thrown: unknown) => {
    if (call.signal?.aborted) return abortedError(call, outcome);
    // A caller's fetch may throw an error of another client, which says nothing about this call. A timeout is made again:
    // the stack of one that a timer made has no frames of the caller.
    return timeout !== undefined && thrown === timeout ? onTimeout() : attemptError(call, thrown, url);
  });
  // A 409 does not add doubt, so that only one after an attempt in doubt is repeated.
  const isConflict = result instanceof BufferedResponse && result.status === 409;
  call.uncertain ||= !isConflict && outcomeOf(call, result) === 'unknown';
  observer.response(call, result, clock.now() - started);
  return result;
}
