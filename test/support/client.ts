// What the unit tests share: a client on a `fetch` that only records, answers to give it, and time that tests move.
import { vi } from 'vitest';
import type { Clock } from '../../src/time.js';
import { createKobbleClient, type KobbleClient, type KobbleClientOptions } from '../../src/index.js';

export const BASE_URL = 'https://api.kobble.test';
export const SECRET = 'S3cr3t-of-the-client';
export const CREDENTIALS = { baseUrl: BASE_URL, clientId: 'client-1', clientSecret: SECRET, scope: 'client/read' };
export const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** One request as `fetch` was given it. */
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

/** What becomes of a request; `index` counts from 0. */
export type Reply = (request: Sent, index: number) => Response | Promise<Response>;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const token = (value: string, expiresIn?: number): Response =>
  json({ access_token: value, expires_in: expiresIn });

/** Answers with a status, and with a body that says nothing. */
export const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  () =>
    code === 204
      ? new Response(null, { status: code, headers })
      : json({ message: 'said by the server' }, code, headers);

/** Fails as Node's `fetch` does: a TypeError whose cause has the code and names the address. */
export const broken =
  (code: string, address = 'api.kobble.test:443'): Reply =>
  () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code} ${address}`), { code }) });
  };

/** Never answers; gives up when it is told to, as `fetch` does. */
export const hanging: Reply = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason);
    });
  });

/** One reply after the other; the last one from then on. */
export const inTurn =
  (...replies: readonly Reply[]): Reply =>
  (request, index) => {
    const reply = replies[Math.min(index, replies.length - 1)];
    if (reply === undefined) throw new Error('a test gave no reply');
    return reply(request, index);
  };

export interface Setup extends Omit<KobbleClientOptions, 'fetch'> {
  /** Answers to calls of the API. */
  api?: Reply;
  /** Answers to token requests; without it `token-1`, `token-2`…, good for an hour. */
  tokens?: Reply;
}

export interface Stage {
  readonly kobble: KobbleClient;
  /** Requests to the API, in the order they were sent. */
  readonly sent: Sent[];
  readonly tokenRequests: Sent[];
}

/** A client whose requests are recorded and answered here; nothing leaves the process. */
export function setUp({ api, tokens, ...options }: Setup = {}): Stage {
  const sent: Sent[] = [];
  const tokenRequests: Sent[] = [];
  const answerToken = tokens ?? ((_, index) => token(`token-${index + 1}`, 3600));
  const answerCall = api ?? (() => json({ id: 'card-1' }));
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const isToken = url.endsWith('/oauth2/token');
    const list = isToken ? tokenRequests : sent;
    const { method = 'GET', body, signal, redirect } = init;
    const request: Sent = {
      url,
      method,
      headers: init.headers as Record<string, string>, // the client gives a plain object
      body: typeof body === 'string' ? body : undefined,
      signal: signal ?? new AbortController().signal,
      redirect,
      at: performance.now(),
    };
    list.push(request);
    return (isToken ? answerToken : answerCall)(request, list.length - 1);
  };
  const own = options.token === undefined ? CREDENTIALS : { baseUrl: BASE_URL };
  const kobble = createKobbleClient({ ...own, logLevel: 'off', ...options, fetch });
  return { kobble, sent, tokenRequests };
}

/** Every field an error of ours can have, to look at without narrowing. */
export interface Failure extends Error {
  readonly kind?: string;
  readonly code?: string;
  readonly outcome?: string;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Headers;
  readonly requestId?: string;
  readonly operationId?: string;
  readonly endpoint?: string;
  readonly idempotencyKey?: string;
  readonly attempts?: number;
  readonly retryAfterMs?: number;
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const nothing = Symbol('resolved');
  const thrown: unknown = await promise.then(
    () => nothing,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Error)) throw new Error(`expected an error, got ${String(thrown)}`);
  return thrown;
}

/** A promise, and the way to settle it. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

export function deferred<T>(): Deferred<T> {
  let settle: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: settle };
}

/** Lets all that waits for nothing but the event loop run, bodies of answers too. */
export async function idle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Takes the timers and clocks that the client reads into the test's hands. */
export function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
}

/** Moves from timer to timer until the promise settles; `holdTime` comes first. */
export async function letTimePass<T>(promise: Promise<T>): Promise<T> {
  const state = { settled: false };
  const settle = () => {
    state.settled = true;
  };
  promise.then(settle, settle);
  for (let timers = 0; timers < 1_000; timers++) {
    await idle();
    if (state.settled) return promise;
    await vi.advanceTimersToNextTimerAsync();
  }
  throw new Error('a promise did not settle within a thousand timers');
}

/** A clock that stands still until it is told. */
export class ManualClock implements Clock {
  time = 1_000;
  wallTime = Date.UTC(2026, 0, 1);
  #timers: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  wall(): number {
    return this.wallTime;
  }

  random(): number {
    return 0.5;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.time + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Moves both clocks on, and calls what has become due. */
  async advance(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    this.wallTime += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { callback } of due) callback();
    await idle();
  }
}
