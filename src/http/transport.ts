import createFetchClient from 'openapi-fetch';
import { apiPromise, type ApiPromise, type DataWithResponse } from '../api-promise.js';
import { operationAt, VERBS, type Verb } from '../contract/operations.js';
import type { DataOf, InputOf, PathOf } from '../contract/types.js';
import { ConfigError } from '../errors/kobble-error.js';
import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { CallOptions, RequestInput } from '../options.js';
import { decodeError, responseError } from './call-error.js';
import { newCall, type Call, type CallDefaults } from './call.js';
import { checkPath, checkPathValues, encodeNames, flatHeaders, type Input } from './input.js';
import { UnusableResponse, type BufferedResponse } from './response.js';
import { retryAfterOf } from './retry.js';
import { sendCall, type Runtime, type TokenSource } from './send.js';
import type { TypedFetch, TypedOptions } from './typed-fetch.js';

// The only file that names openapi-fetch. It works around four traits of it:
// - It builds a `Request` for each call, which costs more than everything else it does: LightRequest stands in for it.
// - It parses a body although `Content-Length` says that there is none: BufferedResponse hides that header.
// - It encodes the values of a query, but not the names, and lets `..` through as a path value: input.ts does both.
// - It reads `baseUrl`, `fetch` and `middleware` of each call, which could send a token elsewhere: they are not passed on.

/** Calls an operation of the contract. `read` makes the result from the data and may throw an UnusableResponse. */
export type Send = <V extends Verb, P extends PathOf<V>, T = DataOf<V, P>>(
  verb: V,
  path: P,
  input: InputOf<V, P> & { options?: CallOptions | undefined },
  read?: (data: DataOf<V, P>, response: Response) => T,
) => ApiPromise<T>;

/** Stands in for `Request` inside openapi-fetch, and only keeps what it is given. */
class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly call: Call;

  constructor(url: string, { method, call }: { method: string; call: Call }) {
    this.url = url;
    this.method = method;
    this.call = call;
  }
}

/** Result of openapi-fetch. */
interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: BufferedResponse;
}

type FetchClient = Record<Verb, (path: string, init: object) => Promise<Result>>;

/** Sends the calls of a client through openapi-fetch, and makes data or an error of its results. */
export class Transport {
  readonly #client: FetchClient;
  readonly #runtime: Runtime;
  readonly #defaults: CallDefaults;

  constructor(baseUrl: string, runtime: Runtime, tokens: TokenSource, defaults: CallDefaults) {
    this.#runtime = runtime;
    this.#defaults = defaults;
    const fetch = ({ url, call }: LightRequest) => sendCall(runtime, url, call, tokens);
    // Its types ask for the platform's Request and Response; its code uses only the members that ours have.
    this.#client = createFetchClient({ baseUrl, Request: LightRequest, fetch } as object) as unknown as FetchClient;
  }

  /** Makes the call of a resource method. */
  readonly send: Send = (method, path, input, read) =>
    apiPromise(this.#data(method, path, input, input.options, read as Read | undefined)) as ApiPromise<never>;

  /** Makes a call to a path that the contract may not know. */
  request(method: Verb, path: string, { path: values, query, body, ...options }: RequestInput): ApiPromise<unknown> {
    return apiPromise(this.#data(method, path, { path: values, query, body }, options));
  }

  /** openapi-fetch's calls and results. */
  readonly typedFetch = Object.fromEntries(
    VERBS.map((method) => [method, (path: string, init: AnyTypedInit = {}) => this.#typed(method, path, init)]),
  ) as unknown as TypedFetch;

  async #data(
    method: Verb,
    path: string,
    input: Input,
    options: CallOptions = {},
    read?: Read,
  ): Promise<DataWithResponse<unknown>> {
    const call = newCall(this.#defaults, operationAt(method, path), options, toJson(input.body));
    const { data, error, response } = await this.#exchange(call, path, input);
    if (!response.ok) throw responseError(call, response, error, retryAfterOf(response, this.#runtime.clock.wall()));
    try {
      checkData(call, data);
      return { data: read === undefined ? data : read(data, response.raw), response: response.raw };
    } catch (unusable) {
      throw unusable instanceof UnusableResponse ? decodeError(call, unusable) : unusable;
    }
  }

  async #typed(method: Verb, path: string, { params = {}, headers, body, ...init }: AnyTypedInit): Promise<unknown> {
    const { parseAs, querySerializer, bodySerializer = toJson, ...options } = init;
    const { [IDEMPOTENCY_KEY]: idempotencyKey = options.idempotencyKey, ...others } = flatHeaders(
      headers,
      params.header,
    );
    const callOptions = { ...options, idempotencyKey, headers: others };
    const call = newCall(this.#defaults, operationAt(method, path), callOptions, bodySerializer(body));
    const result = await this.#exchange(call, path, params, { parseAs, querySerializer });
    return { ...result, response: result.response.raw };
  }

  /** Gives a call to openapi-fetch, without body and headers: the call has them, the same on every attempt. */
  async #exchange(call: Call, path: string, { path: values, query }: Input, options?: object): Promise<Result> {
    if (call.operation.id === undefined) checkPath(path);
    checkPathValues(path, values);
    try {
      const params = query === undefined ? { path: values } : { path: values, query: encodeNames(query) };
      return await this.#client[call.operation.method](path, { params, call, ...options });
    } catch (error) {
      if (error instanceof SyntaxError) throw decodeError(call, new UnusableResponse('invalid_json', NOT_JSON));
      if (error instanceof URIError) throw new ConfigError('invalid_query_value', 'a query value is not valid text');
      throw error;
    }
  }
}

type Read = (data: unknown, response: Response) => unknown;

/** The init of a typed call, whichever the operation. */
interface AnyTypedInit extends TypedOptions<'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream'> {
  params?: Omit<Input, 'body'> & { header?: Readonly<Record<string, unknown>> };
  body?: unknown;
}

const NOT_JSON = 'not with JSON';

/** Checks that data has the kind that the contract promises. An operation with an unknown response promises none. */
function checkData({ operation }: Call, data: unknown): void {
  if (operation.list && !Array.isArray(data)) throw new UnusableResponse('unexpected_body', 'not with a list');
  if (operation.unknownResult || (typeof data === 'object' && data !== null)) return;
  if (data === undefined) throw new UnusableResponse('empty_body', 'without a body');
  throw new UnusableResponse('unexpected_body', 'not with an object');
}

/** Returns undefined if there is no body, as `JSON.stringify` does. */
const toJson = (body: unknown): string | undefined => JSON.stringify(body);
