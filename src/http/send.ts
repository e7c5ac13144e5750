import { KobbleError } from '../errors/kobble-error.js';
import { pause, withTimeLimit, type Cancellation, type Clock } from '../time.js';
import type { Call } from './call.js';
import { attemptError, timeoutError, tokenError } from './call-error.js';
import type { Observer } from './observer.js';
import { BufferedResponse, readResponse } from './response.js';
import { isUncertain, waitBefore, type AttemptResult } from './retry.js';

/** Shared by all calls of a client. */
export interface Runtime {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
  readonly observer: Observer;
}

/** Source of the bearer token of a call. */
export interface TokenSource {
  /** Returns the token that can be used at once, if there is one. */
  current(): string | undefined;
  /** Waits for a token. All who wait share one request, and it does not end when one of them gives up. */
  obtain(): Promise<string>;
  /** Discards a token that Kobble refused. Returns true if another one may be accepted. */
  drop(token: string): boolean;
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
  let retries = 0;
  let isReplay = false;
  for (;;) {
    const token = tokens && (tokens.current() ?? (await obtainToken(tokens, call, clock, deadline)));
    const result = await attempt(runtime, url, call, token, deadline);
    if (result instanceof BufferedResponse && result.status === 401 && !isReplay && token !== undefined) {
      isReplay = tokens?.drop(token) === true;
      if (isReplay) continue; // once, with a new token and the same key; it does not count as a retry
    }
    const wait = waitBefore(retries, result, call.operation.retry, call.retry, clock);
    if (wait === undefined || wait >= deadline - clock.now()) {
      if (result instanceof BufferedResponse) return result;
      throw result;
    }
    retries++;
    observer.retry(call, wait, result);
    await pause(clock, wait, call.signal);
  }
}

/** Waits for a token no longer than the call may last. The token request continues for the other calls. */
function obtainToken(tokens: TokenSource, call: Call, clock: Clock, deadline: number): Promise<string> {
  const obtain = () => tokens.obtain().catch((cause: unknown) => Promise.reject(tokenError(call, cause)));
  const onTimeout = () => timeoutError(call, 'deadline_exceeded', 'not-sent');
  return withTimeLimit(obtain, { clock, ms: deadline - clock.now(), signal: call.signal, onTimeout });
}

/** Sends a call once. Throws only the reason of the caller's signal; every other end is a result. */
async function attempt(
  { fetch, clock, maxResponseBytes, observer }: Runtime,
  url: string,
  call: Call,
  token: string | undefined,
  deadline: number,
): Promise<AttemptResult> {
  const started = clock.now();
  const remaining = deadline - started;
  const timeoutCode = remaining < call.timeoutMs ? 'deadline_exceeded' : 'attempt_timeout';
  call.attempts++;
  call.response = undefined;
  observer.request(call);
  const exchange = async (cancellation: Cancellation) => {
    const response = await fetch(url, new AttemptInit(call, token, cancellation));
    if (cancellation.isOver) void response.body?.cancel().catch(() => {});
    else call.response = response;
    return readResponse(response, maxResponseBytes);
  };
  const limit = {
    clock,
    ms: Math.min(call.timeoutMs, remaining),
    signal: call.signal,
    onTimeout: () => timeoutError(call, timeoutCode, 'unknown'),
  };
  const result = await withTimeLimit(exchange, limit).catch((thrown: unknown) => {
    if (call.signal?.aborted) throw call.signal.reason;
    return thrown instanceof KobbleError ? thrown : attemptError(call, thrown, token, url);
  });
  call.uncertain ||= isUncertain(result, clock.wall());
  observer.response(call, result, clock.now() - started);
  return result;
}

/**
 * The init of `fetch`. Its `signal` is created on first read, also if a caller's own `fetch` spreads the init: a caller's
 * `fetch` that does not read it saves an AbortController.
 */
class AttemptInit {
  readonly redirect = 'manual';
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  declare readonly signal: AbortSignal;
  readonly #cancellation: Cancellation;

  constructor({ operation, headers, body }: Call, token: string | undefined, cancellation: Cancellation) {
    this.method = operation.method;
    this.headers = { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    this.body = body ?? null;
    this.#cancellation = cancellation;
    Object.defineProperty(this, 'signal', AttemptInit.#signal);
  }

  // Shared by all instances: a getter in an object literal gives each object a hidden class of its own.
  static readonly #signal: PropertyDescriptor & ThisType<AttemptInit> = {
    enumerable: true,
    get() {
      return this.#cancellation.signal;
    },
  };
}
