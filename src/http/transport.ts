import { apiPromise, type ApiPromise, type OnResponse, type Read, type Unusable } from '../api-promise.js';
import { own } from '../checks.js';
import { findOperation } from '../contract/find-operation.js';
import { operationAt, VERBS, type Verb } from '../contract/operations.js';
import type { DataOf, InputOf, PathOf } from '../contract/types.js';
import { ConfigError } from '../errors/kobble-error.js';
import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { CallOptions, KeyedCallOptions, KobbleFetchInit, RequestInput } from '../options.js';
import { onAbort, Wait } from '../time.js';
import { abortedError, decodeError, outcomeOf, responseError, timeoutError } from './call-error.js';
import {
  factsOf,
  newCall,
  ownOptions,
  requestIdOf,
  type Call,
  type CallDefaults,
  type Progress,
  type TokenSource,
} from './call.js';
import { checkOperation, pathOf, queryOf, readRequest, toJson, type Input } from './input.js';
import { checkBody, dataOf, type BufferedResponse } from './response.js';
import { retryAfterOf } from './retry.js';
import type { Sender } from './send.js';

/** Calls an operation of the contract. The result is its data, or what `read` makes of them. */
export interface Send {
  <V extends Verb, P extends PathOf<V>>(
    verb: V,
    path: P,
    input: InputOf<V, P> & { options?: CallOptions | undefined },
  ): ApiPromise<DataOf<V, P>>;
  <V extends Verb, P extends PathOf<V>, T>(
    verb: V,
    path: P,
    input: InputOf<V, P> & { options?: CallOptions | undefined },
    read: Read<DataOf<V, P>, T>,
  ): ApiPromise<T>;
}

/** Sends a request as `fetch` does, through a client. */
export type KobbleFetch = (input: string | URL | Request, init?: KobbleFetchInit) => Promise<Response>;

/** The three ways to make a call. Each makes a {@link Call} of its arguments and its result of the response. */
export class Transport {
  readonly #baseUrl: string;
  readonly #sender: Sender;
  readonly #tokens: TokenSource;
  readonly #defaults: CallDefaults;

  constructor(baseUrl: string, sender: Sender, tokens: TokenSource, defaults: CallDefaults) {
    this.#baseUrl = baseUrl;
    this.#sender = sender;
    this.#tokens = tokens;
    this.#defaults = defaults;
  }

  /** Makes the call of a resource method. */
  readonly send = ((method: Verb, path: string, input: Input, read?: Read) =>
    apiPromise((onResponse) => this.#data(method, path, input, onResponse, read))) as Send;

  /** Makes a call to a path that the contract may not know. */
  request(method: Verb, path: string, input: RequestInput): ApiPromise<unknown> {
    return apiPromise(async (onResponse) => {
      const { path: values, query, body, ...options } = ownOptions(input);
      return this.#data(checkVerb(method), path, { path: values, query, body, options }, onResponse);
    });
  }

  /** Makes the call of a request. Its response has any status. A page in the place of a success is an error. */
  readonly fetch: KobbleFetch = async (input, init = {}) => {
    const { timeoutMs, deadlineMs, retry, context } = ownOptions(init);
    const request = readRequest(input, init, this.#baseUrl);
    const verb = checkVerb(request.method);
    const operation = findOperation(verb, request.path) ?? operationAt(verb, request.path);
    const { [IDEMPOTENCY_KEY]: idempotencyKey, ...headers } = request.headers;
    const options = { idempotencyKey, headers, signal: request.signal, timeoutMs, deadlineMs, retry, context };
    const call = newCall(this.#defaults, { operation, url: request.url, body: undefined }, options);
    const whole = await this.#withBody(call, request.readBody);
    return await this.#sender.send(whole, this.#tokens, (response, progress) => {
      checkBody(response, (code, why) => decodeError(progress, code, why, response));
      return toResponse(progress, response);
    });
  };

  /** Adds the body to a call. A body may be a stream: it is read within the time of the call, and what is left is the call's. */
  async #withBody(call: Call, read: () => Promise<string | undefined>): Promise<Call> {
    const { clock } = this.#sender.runtime;
    const { signal, deadlineMs } = call;
    const progress = { call, attempts: 0 } as Progress; // nothing has happened yet
    const start = clock.now();
    const wait = new Wait<string | undefined>(clock, deadlineMs, () =>
      wait.abort(timeoutError(progress, 'deadline_exceeded', 'not-sent')),
    );
    const abort = () => wait.abort(abortedError(progress, 'not-sent', signal?.reason));
    const stopListening = signal && onAbort(signal, abort);
    if (signal?.aborted) abort();
    const body = await wait.follow(read()).finally(stopListening);
    return { ...call, body, deadlineMs: Math.ceil(deadlineMs + start - clock.now()) };
  }

  async #data(
    method: Verb,
    path: string,
    input: Input & { options?: KeyedCallOptions | undefined },
    onResponse: OnResponse,
    read: Read = (data) => data,
  ): Promise<unknown> {
    const operation = checkOperation(method, path);
    const url = this.#baseUrl + pathOf(operation, own(input, 'path')) + queryOf(own(input, 'query'));
    const options = own(input, 'options');
    const body = toJson(method, own(input, 'body'), own(options, 'extraBody'));
    const call = newCall(this.#defaults, { operation, url, body }, options);
    const { clock } = this.#sender.runtime;
    return await this.#sender.send(call, this.#tokens, (response, progress) => {
      if (!response.ok) throw responseError(progress, response, retryAfterOf(response, clock.wall()));
      const unusable: Unusable = (code, why) => decodeError(progress, code, why, response);
      const data = dataOf(operation, response, unusable);
      onResponse({ toResponse: () => toResponse(progress, response) });
      return read(data, response, unusable);
    });
  }
}

function checkVerb(method: string): Verb {
  const verb = VERBS.find((known) => known === method);
  if (verb !== undefined) return verb;
  throw new ConfigError('invalid_method', `the method must be one of ${VERBS.join(', ')}`);
}

/** Returns the response of a call, for callers, with the facts of the call. */
const toResponse = (progress: Progress, response: BufferedResponse): Response =>
  response.toResponse({
    ...factsOf(progress),
    requestId: requestIdOf(progress),
    outcome: response.ok ? 'ok' : outcomeOf(progress, response),
  });
