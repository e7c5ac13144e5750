import { Answer, readAnswer } from './answer.js';
import type { TokenSource } from './auth.js';
import type { Call } from './call.js';
import { bounded, pause, type Bounds, type Clock } from './clock.js';
import { ConnectionError, KobbleError, TimeoutError } from './errors.js';
import { attemptError, isUncertain, retryAfterOf, timeoutError, tokenError } from './failure.js';
import type { Observer } from './observe.js';

const BACKOFF_MS = 200;
const BACKOFF_CAP_MS = 5_000;

/** What sending needs beside the call itself; the same for all calls of a client. */
export interface Line {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
  readonly observer: Observer;
}

/**
 * Carries a call out: sends it, and sends it again where that can double nothing, until it is answered for good or
 * its deadline leaves no room. The answer may be a refusal; what is thrown is a call without an answer.
 */
export async function perform(line: Line, url: string, call: Call, tokens?: TokenSource): Promise<Answer> {
  const { clock } = line;
  const deadline = clock.now() + call.deadlineMs;
  let replayed = false;
  for (let retries = 0; ; retries++) {
    const token = tokens && (tokens.current() ?? (await obtain(tokens, call, clock, deadline)));
    const result = await attempt(line, url, call, token, deadline);
    if (!replayed && token !== undefined && isAnswer(result) && result.status === 401) {
      replayed = true;
      if (tokens?.drop(token)) {
        retries--;
        continue;
      }
    }
    const wait = retries < call.retry.maxRetries ? waitBefore(retries, result, call, clock) : undefined;
    if (wait === undefined || wait >= deadline - clock.now()) {
      if (isAnswer(result)) return result;
      throw result;
    }
    line.observer.retry(call, wait, result);
    await pause(clock, wait, call.signal);
  }
}

const isAnswer = (result: Answer | KobbleError): result is Answer => result instanceof Answer;

/** What `fetch` is told. Its `signal` is made when it is read, and read too where a caller's own `fetch` spreads it. */
class AttemptInit {
  readonly redirect = 'manual';
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  declare readonly signal: AbortSignal;
  readonly #bounds: Bounds;

  constructor({ operation, headers, body }: Call, token: string | undefined, bounds: Bounds) {
    this.method = operation.method;
    this.headers = token === undefined ? { ...headers } : { ...headers, authorization: `Bearer ${token}` };
    this.body = body ?? null;
    this.#bounds = bounds;
    Object.defineProperty(this, 'signal', AttemptInit.#signal);
  }

  // One getter for all: a getter in an object literal would give each object a shape of its own, which outlives it.
  static readonly #signal: PropertyDescriptor & ThisType<AttemptInit> = {
    enumerable: true,
    get() {
      return this.#bounds.signal;
    },
  };
}

/** Waits for a token no longer than the call may last; the renewal itself goes on for the others who wait. */
function obtain(tokens: TokenSource, call: Call, clock: Clock, deadline: number): Promise<string> {
  const outOfTime = () => timeoutError(call, 'deadline_exceeded', 'not-sent');
  const token = () => tokens.obtain().catch((cause: unknown) => Promise.reject(tokenError(call, cause)));
  return bounded(clock, deadline - clock.now(), call.signal, outOfTime, token);
}

/** Sends once. Throws only what the caller's own signal says; every other end is a result. */
async function attempt(
  { fetch, clock, maxResponseBytes, observer }: Line,
  url: string,
  call: Call,
  token: string | undefined,
  deadline: number,
): Promise<Answer | KobbleError> {
  const started = clock.now();
  const remaining = deadline - started;
  const late = remaining < call.timeoutMs ? 'deadline_exceeded' : 'attempt_timeout';
  call.attempts++;
  call.response = undefined;
  observer.request(call);
  let result: Answer | KobbleError;
  try {
    result = await bounded(
      clock,
      Math.min(call.timeoutMs, remaining),
      call.signal,
      () => timeoutError(call, late, 'unknown'),
      async (bounds) => {
        const response = await fetch(url, new AttemptInit(call, token, bounds));
        if (bounds.over) void response.body?.cancel().catch(() => {});
        else call.response = response;
        return readAnswer(response, maxResponseBytes);
      },
    );
  } catch (thrown) {
    if (call.signal?.aborted) throw call.signal.reason;
    result = thrown instanceof KobbleError ? thrown : attemptError(call, thrown, token);
  }
  call.uncertain ||= isAnswer(result)
    ? isUncertain(result.status, retryAfterOf(result, clock.wall()))
    : result.outcome === 'unknown';
  observer.response(call, result, clock.now() - started);
  return result;
}

/** How long to wait before the next attempt; undefined where there must be none. */
function waitBefore(retries: number, result: Answer | KobbleError, call: Call, clock: Clock): number | undefined {
  const { retry: retryClass } = call.operation;
  if (isAnswer(result)) {
    if (!call.retry.statuses.has(result.status)) return undefined;
    const retryAfter = retryAfterOf(result, clock.wall());
    if (retryClass === 'never' && result.status !== 429 && retryAfter === undefined) return undefined;
    if (retryAfter !== undefined) return retryAfter;
  } else {
    if (!(result instanceof ConnectionError || result instanceof TimeoutError) || result.code === 'tls_failed') {
      return undefined;
    }
    if (retryClass === 'never' && result.outcome !== 'not-sent') return undefined;
  }
  return clock.random() * Math.min(BACKOFF_CAP_MS, BACKOFF_MS * 2 ** retries);
}
