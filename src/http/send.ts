import { ConfigError, type KobbleError, type Outcome } from '../errors/kobble-error.js';
import { onAbort, Wait, type Cancellation, type Clock } from '../time.js';
import { AttemptInit, attemptHeaders } from './attempt-init.js';
import { abortedError, attemptError, decodeError, outcomeOf, timeoutError, tokenError } from './call-error.js';
import type { Call, Progress, TokenSource, Watched } from './call.js';
import type { Observer } from './observer.js';
import { BufferedResponse, isUsable, readResponse } from './response.js';
import { RetryQueue, waitBefore, type AttemptResult } from './retry.js';

/** Shared by all calls of a client. */
export interface Runtime {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
  readonly observer: Observer;
}

/** Sends the calls of a client, each as a {@link Sending}, until the client is closed. */
export class Sender {
  readonly runtime: Runtime;
  readonly #queue: RetryQueue;
  readonly #inProgress = new Set<Sending>();
  #isClosed = false;
  /** Called when no call is in progress any more. */
  #onIdle: (() => void)[] = [];

  constructor(runtime: Runtime) {
    this.runtime = runtime;
    this.#queue = new RetryQueue(runtime.clock);
  }

  /**
   * Sends a call, and makes its result of the response by `finish`. Without `tokens` it is a token request, which may begin
   * and go on when the client is closed, since calls wait for it.
   */
  async send<T>(
    call: Call,
    tokens: TokenSource | undefined,
    finish: (response: BufferedResponse, progress: Progress) => T,
  ): Promise<T> {
    const { observer } = this.runtime;
    if (tokens !== undefined && this.#isClosed) throw closedError();
    const sending = new Sending(this.runtime, this.#queue, call, tokens);
    // A listener for as long as the call lasts: Bun 1.3 stops an `AbortSignal.timeout` whose last listener is removed.
    const { signal } = call;
    const stopListening = signal && onAbort(signal, () => sending.abort(signal.reason));
    if (tokens !== undefined) this.#inProgress.add(sending); // last: a signal that throws must not leave a call behind
    try {
      observer.start(sending);
      const response = await sending.run();
      const result = finish(response, sending);
      observer.end(sending, response.ok ? 'ok' : outcomeOf(sending, response));
      return result;
    } catch (error) {
      observer.end(sending, undefined, error);
      throw error;
    } finally {
      stopListening?.();
      this.#queue.leave(sending);
      if (this.#inProgress.delete(sending) && this.#inProgress.size === 0) this.#becomeIdle();
    }
  }

  /** Refuses new calls, and waits until none is in progress. Aborts those that are left after this many milliseconds. */
  async close(timeoutMs: number | undefined): Promise<void> {
    this.#isClosed = true;
    if (this.#inProgress.size === 0) return;
    const abort = () => this.#inProgress.forEach((sending) => sending.abort(closedError()));
    const idle = new Promise<void>((resolve) => this.#onIdle.push(resolve));
    if (timeoutMs === 0) abort(); // at once: nothing more is sent
    const cancelTimer = timeoutMs ? this.runtime.clock.after(timeoutMs, abort) : undefined;
    await idle;
    cancelTimer?.();
  }

  #becomeIdle(): void {
    for (const resolve of this.#onIdle) resolve();
    this.#onIdle = [];
  }
}

const closedError = (): ConfigError => new ConfigError('client_closed', 'the client is closed');

/** One call on its way: the owner of everything that changes during a call. */
class Sending implements Progress {
  readonly call: Call;
  readonly watched: Watched | undefined;
  attempts = 0;
  sentHeaders: Record<string, string> = {};
  response: Response | undefined;
  isUncertain = false;
  /** The last wait. */
  #wait: Cancellation | undefined;
  #abortedBy: { readonly reason: unknown } | undefined;
  readonly #runtime: Runtime;
  readonly #queue: RetryQueue;
  readonly #tokens: TokenSource | undefined;

  constructor(runtime: Runtime, queue: RetryQueue, call: Call, tokens: TokenSource | undefined) {
    this.call = call;
    this.#queue = queue;
    this.watched = runtime.observer.watch(call);
    this.#runtime = runtime;
    this.#tokens = tokens;
    if (call.signal?.aborted) this.#abortedBy = { reason: call.signal.reason };
  }

  /** Ends the call: at once if it waits, otherwise before its next wait. */
  abort(reason: unknown): void {
    this.#abortedBy = { reason };
    this.#wait?.abort(reason);
  }

  /**
   * Sends the call, and sends it again while nothing can be done twice, until there is a final response or no time is left.
   * The response may have an error status. Throws if there is no response.
   */
  async run(): Promise<BufferedResponse> {
    const { clock, observer } = this.#runtime;
    const { deadlineMs, retry } = this.call;
    const deadline = clock.now() + deadlineMs;
    const wallDeadline = clock.wall() + deadlineMs;
    let last: AttemptResult | undefined;
    for (let retries = 0, internalErrors = 0, replays = 0; ;) {
      const token = this.#tokens && (this.#tokens.current() ?? (await this.#obtainToken(this.#tokens, deadline)));
      if (this.#isAborted()) throw this.#abortedError(last ?? 'not-sent');
      // A busy process can be late, and a machine can sleep, which not every clock counts: nothing is sent after the deadline.
      if (clock.now() >= deadline || clock.wall() >= wallDeadline)
        return responseOf(last ?? timeoutError(this, 'deadline_exceeded', 'not-sent'));
      last = await this.#attempt(deadline, token);
      if (token !== undefined && last instanceof BufferedResponse) {
        if (last.status !== 401) this.#tokens?.accept(token);
        else if (this.#tokens?.drop(token, replays) === true) {
          replays++; // at once, with a new token and the same key; it does not count as a retry
          continue;
        }
      }
      if (last instanceof BufferedResponse && last.status === 500) internalErrors++;
      const { isUncertain } = this;
      const waitMs = waitBefore(this.call, { retries, internalErrors, isUncertain }, last, clock);
      if (waitMs === undefined || waitMs >= deadline - clock.now()) return responseOf(last);
      retries++;
      observer.retry(this, waitMs, reasonOf(last));
      await this.#pause(waitMs, last);
      if (retry.together && this.#queue.isDark) {
        const restMs = deadline - clock.now();
        observer.retry(this, restMs, 'waiting_for_service');
        if (!(await this.#pause(restMs, last, this.#queue))) return responseOf(last);
      }
    }
  }

  /** Waits for a token no longer than the call may last. The token request continues for the other calls. */
  async #obtainToken(tokens: TokenSource, deadline: number): Promise<string> {
    if (this.#isAborted()) throw this.#abortedError('not-sent');
    const remainingMs = deadline - this.#runtime.clock.now();
    const timeout = () => timeoutError(this, 'deadline_exceeded', 'not-sent');
    const wait = this.#begin<string>(remainingMs, () => wait.abort(timeout()));
    try {
      return await wait.follow(tokens.obtain(wait.signal));
    } catch (thrown) {
      if (this.#isAborted()) throw this.#abortedError('not-sent');
      throw wait.reason === undefined ? tokenError(this, thrown) : timeout();
    }
  }

  /** Sends the call once. Does not throw: the error of an attempt is its result. */
  async #attempt(deadline: number, token: string | undefined): Promise<AttemptResult> {
    const { clock, observer } = this.#runtime;
    this.attempts++;
    this.response = undefined;
    this.sentHeaders = attemptHeaders(this.call, token, observer.request(this, token === undefined));
    const startedAt = clock.now(); // after the hook, which takes its time
    const result = await this.#exchange(deadline - startedAt);
    // A 409 does not add doubt, so that only one after an attempt in doubt is repeated.
    const isConflict = result instanceof BufferedResponse && result.status === 409;
    this.isUncertain ||= !isConflict && outcomeOf(this, result) === 'unknown';
    this.#queue.note(result);
    observer.response(this, result, clock.now() - startedAt);
    return result;
  }

  /** Sends a request and reads its response. The errors are made after the wait: their stacks then lead to the caller. */
  async #exchange(remainingMs: number): Promise<AttemptResult> {
    const { timeoutMs } = this.call;
    const timeout = (outcome: Outcome) =>
      timeoutError(this, remainingMs < timeoutMs ? 'deadline_exceeded' : 'attempt_timeout', outcome);
    if (this.#isAborted()) return this.#abortedError('not-sent');
    if (remainingMs <= 0) return timeout('not-sent');
    const wait = this.#begin<BufferedResponse | Defect>(Math.min(timeoutMs, remainingMs), () =>
      wait.abort(timeout('unknown')),
    );
    try {
      const result = await wait.follow(this.#fetchAndRead(wait));
      return result instanceof BufferedResponse ? result : decodeError(this, ...result);
    } catch (thrown) {
      if (this.#isAborted()) return this.#abortedError('unknown');
      // A timeout is made again: the stack of one that a timer made has no frames of the caller.
      return wait.reason === undefined ? attemptError(this, thrown) : timeout('unknown');
    }
  }

  async #fetchAndRead(wait: Cancellation): Promise<BufferedResponse | Defect> {
    const { fetch, maxResponseBytes } = this.#runtime;
    const response = await fetch(this.call.url, new AttemptInit(this.call, this.sentHeaders, wait));
    if (!isUsable(response)) {
      return ['not_a_response', 'the option fetch did not return a Response, or one that was read before'];
    }
    if (wait.isOver) void response.body?.cancel().catch(() => {});
    else this.response = response;
    const read = await readResponse(response, maxResponseBytes);
    return read ?? ['body_too_large', `the body is larger than ${maxResponseBytes} bytes`];
  }

  /** Waits before a retry: for this time, or until the queue lets the call go on. Returns true if it was the queue. */
  async #pause(milliseconds: number, last: AttemptResult, queue?: RetryQueue): Promise<boolean> {
    const wait = this.#begin<boolean>(milliseconds, () => wait.resolve(false));
    queue?.add(this, wait);
    if (this.#isAborted()) wait.abort(); // a hook has ended the call
    return wait.promise.catch(() => Promise.reject(this.#abortedError(last)));
  }

  #isAborted(): boolean {
    return this.#abortedBy !== undefined;
  }

  #begin<T>(milliseconds: number, onTime: () => void): Wait<T> {
    const wait = new Wait<T>(this.#runtime.clock, milliseconds, onTime);
    this.#wait = wait;
    return wait;
  }

  #abortedError(last: AttemptResult | Outcome): KobbleError {
    return abortedError(this, outcomeOf(this, last), this.#abortedBy?.reason);
  }
}

/** Code and reason of a response that cannot be used. */
type Defect = readonly [code: string, why: string];

/** Returns the status or code for which a call is retried. */
const reasonOf = (result: AttemptResult): number | string =>
  result instanceof BufferedResponse ? result.status : result.code;

function responseOf(result: AttemptResult): BufferedResponse {
  if (result instanceof BufferedResponse) return result;
  throw result;
}
