import createFetchClient from 'openapi-fetch';
import { apiPromise, type ApiPromise, type DataWithResponse, type Read, type Unusable } from '../api-promise.js';
import { ownCopy } from '../checks.js';
import { VERBS, type Verb } from '../contract/operations.js';
import { ConfigError } from '../errors/kobble-error.js';
import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { KeyedCallOptions, RequestInput } from '../options.js';
import { decodeError, outcomeOf, responseError } from './call-error.js';
import { newCall, ownOptions, type Call, type CallDefaults } from './call.js';
import { checkOperation, checkPathValues, checkQuery, encodeNames, flatHeaders, toJson, type Input } from './input.js';
import { genuineResponse } from './light-response.js';
import { checkData, parseData, type BufferedResponse } from './response.js';
import { retryAfterOf } from './retry.js';
import { listening, sendCall, type Runtime, type TokenSource } from './send.js';
import type { AnyTypedInit, Send, TypedFetch } from './typed-fetch.js';

// The only file that names openapi-fetch. It works around four traits of it:
// - It builds a `Request` for each call, which costs more than everything else it does: LightRequest stands in for it.
// - It parses a body although `Content-Length` says that there is none: BufferedResponse hides that header.
// - It encodes the values of a query, but not the names, and lets `..` through as a path value: input.ts does both.
// - It reads `baseUrl`, `fetch` and `middleware` of each call, also from `Object.prototype`, which could send a token
//   elsewhere: they are not passed on, and OWN_OPTIONS hides the prototype.

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

/** openapi-fetch's options that are not used, as own properties: none is then read from `Object.prototype`. */
const OWN_OPTIONS = {
  ...{ baseUrl: undefined, fetch: undefined, Request: undefined, headers: undefined, body: undefined },
  ...{ middleware: undefined, requestInitExt: undefined },
  ...{ querySerializer: undefined, bodySerializer: undefined, pathSerializer: undefined },
};

/** Result of openapi-fetch. */
interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: BufferedResponse;
}

/** Makes the result of a call from openapi-fetch's. */
type Finish<T> = (result: Result) => T;

type FetchClient = Record<Verb, (path: string, init: object) => Promise<Result>>;

/** Sends the calls of a client through openapi-fetch, and makes data or an error of its results. */
export class Transport {
  readonly #client: FetchClient;
  readonly #runtime: Runtime;
  readonly #defaults: CallDefaults;

  constructor(baseUrl: string, runtime: Runtime, tokens: TokenSource, defaults: CallDefaults) {
    this.#runtime = runtime;
    this.#defaults = defaults;
    const fetch = ({ url, call }: LightRequest) => {
      runtime.calls.start(call, url);
      return listening(call, () => sendCall(runtime, url, call, tokens));
    };
    // Its types ask for the platform's Request and Response; its code uses only the members that ours have.
    const options: object = { ...OWN_OPTIONS, baseUrl, Request: LightRequest, fetch };
    this.#client = createFetchClient(options) as unknown as FetchClient;
  }

  /** Makes the call of a resource method. */
  readonly send: Send = (method, path, input, read) =>
    apiPromise(this.#data(method, path, input, read as Read)) as ApiPromise<never>;

  /** Makes a call to a path that the contract may not know. */
  request(method: Verb, path: string, input: RequestInput): ApiPromise<unknown> {
    return apiPromise(this.#request(method, path, input));
  }

  /** openapi-fetch's calls and results. */
  readonly typedFetch = Object.fromEntries(
    VERBS.map((method) => [method, (path: string, init: AnyTypedInit = {}) => this.#typed(method, path, init)]),
  ) as unknown as TypedFetch;

  async #request(method: Verb, path: string, input: RequestInput): Promise<DataWithResponse<unknown>> {
    const { path: values, query, body, ...options } = ownOptions(input);
    if (!VERBS.includes(method))
      throw new ConfigError('invalid_method', `the method must be one of ${VERBS.join(', ')}`);
    return this.#data(method, path, { path: values, query, body, options });
  }

  async #data(
    method: Verb,
    path: string,
    input: Input & { options?: KeyedCallOptions | undefined },
    read: Read = (data) => data,
  ): Promise<DataWithResponse<unknown>> {
    const own = ownCopy(input);
    checkQuery(own.query);
    const body = toJson(own.body);
    const call = newCall(this.#defaults, checkOperation(method, path, body), own.options, body);
    return await this.#exchange(call, path, own, { parseAs: 'text' }, ({ data: text, error, response }) => {
      const { raw } = response;
      if (!response.ok) throw responseError(call, response, error, retryAfterOf(response, this.#runtime.clock.wall()));
      const unusable: Unusable = (...why) => decodeError(call, ...why);
      const data = parseData(call.operation, text, unusable);
      checkData(call.operation, data, unusable);
      return { data: read(data, raw, unusable), response: raw };
    });
  }

  async #typed(method: Verb, path: string, init: AnyTypedInit): Promise<unknown> {
    const own = ownOptions(init);
    // Without a rest, which would have a prototype again.
    const { params: given = {}, headers, body, parseAs = 'json', querySerializer, bodySerializer = toJson } = own;
    const params = ownOptions(given);
    const { [IDEMPOTENCY_KEY]: idempotencyKey = own.idempotencyKey, ...others } = flatHeaders(headers, params.header);
    const callOptions = { ...own, idempotencyKey, headers: others };
    const text = bodySerializer(body);
    const call = newCall(this.#defaults, checkOperation(method, path, text, parseAs), callOptions, text);
    const isJson = parseAs === 'json';
    const options = { parseAs: isJson ? 'text' : parseAs, querySerializer };
    return await this.#exchange(call, path, params, options, ({ data, error, response }) => {
      const facts = { response: genuineResponse(response.raw), idempotencyKey: call.idempotencyKey };
      if (!response.ok) return { ...facts, error, outcome: outcomeOf(call, response) };
      const unusable: Unusable = (...why) => decodeError(call, ...why);
      return { ...facts, data: isJson ? parseData(call.operation, data, unusable) : data };
    });
  }

  /** Gives a call to openapi-fetch, without body and headers: the call has them, the same on every attempt. */
  async #exchange<T>(call: Call, path: string, input: Input, options: object, finish: Finish<T>): Promise<T> {
    const values = ownCopy(input.path ?? {}); // a getter could give another value after the check
    checkPathValues(path, values);
    try {
      const params = { path: values, query: encodeNames(input.query), header: undefined };
      const result = await this.#client[call.operation.method](path, { ...OWN_OPTIONS, ...options, params, call });
      const value = finish(result);
      this.#runtime.calls.end(call, result.response.ok ? 'ok' : outcomeOf(call, result.response));
      return value;
    } catch (error) {
      if (error instanceof URIError) throw new ConfigError('invalid_query_value', 'a query value is not valid text');
      throw this.#runtime.calls.fail(call, error);
    }
  }
}
