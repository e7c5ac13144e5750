import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { apiPromise, type ApiPromise, type OnResponse, type Read, type Unusable } from '../api-promise.js';
import { ownCopy } from '../checks.js';
import { VERBS, type Verb } from '../contract/operations.js';
import { ConfigError } from '../errors/kobble-error.js';
import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { KeyedCallOptions, RequestInput } from '../options.js';
import { decodeError, outcomeOf, responseError } from './call-error.js';
import { newCall, ownOptions, type Call, type CallDefaults } from './call.js';
import { checkOperation, readPathValues, checkQuery, encodeNames, flatHeaders, toJson, type Input } from './input.js';
import { genuineResponse } from '../light-response.js';
import { checkData, jsonOrText, parseData, type BufferedResponse } from './response.js';
import { retryAfterOf } from './retry.js';
import { listening, sendCall, type Runtime, type TokenSource } from './send.js';
import type { AnyTypedInit, ParseAs, QuerySerializer, Send, TypedFetch } from './typed-fetch.js';

// The only file that names openapi-fetch. It makes the URLs: openapi-fetch's client would also build a `Request` and its
// `Headers` for each call, which takes longer than all that this client does itself, and would read options from
// `Object.prototype`, which could send a token elsewhere. Two traits of the URLs are worked around in input.ts: the names
// of a query are not encoded, and `..` is let through as a path value.

const defaultQuerySerializer = /* @__PURE__ */ createQuerySerializer<Record<string, unknown>>();

/** Sends the calls of a client, and makes data or an error of their responses. */
export class Transport {
  readonly #baseUrl: string;
  readonly #runtime: Runtime;
  readonly #tokens: TokenSource;
  readonly #defaults: CallDefaults;

  constructor(baseUrl: string, runtime: Runtime, tokens: TokenSource, defaults: CallDefaults) {
    this.#baseUrl = baseUrl;
    this.#runtime = runtime;
    this.#tokens = tokens;
    this.#defaults = defaults;
  }

  /** Makes the call of a resource method. */
  readonly send: Send = (method, path, input, read) =>
    apiPromise((onResponse) => this.#data(method, path, input, onResponse, read as Read)) as ApiPromise<never>;

  /** Makes a call to a path that the contract may not know. */
  request(method: Verb, path: string, input: RequestInput): ApiPromise<unknown> {
    return apiPromise((onResponse) => this.#request(method, path, input, onResponse));
  }

  /** openapi-fetch's calls and results. */
  readonly typedFetch = Object.fromEntries(
    VERBS.map((method) => [method, (path: string, init: AnyTypedInit = {}) => this.#typed(method, path, init)]),
  ) as unknown as TypedFetch;

  async #request(method: Verb, path: string, input: RequestInput, onResponse: OnResponse): Promise<unknown> {
    const { path: values, query, body, ...options } = ownOptions(input);
    if (!VERBS.includes(method))
      throw new ConfigError('invalid_method', `the method must be one of ${VERBS.join(', ')}`);
    return this.#data(method, path, { path: values, query, body, options }, onResponse);
  }

  async #data(
    method: Verb,
    path: string,
    input: Input & { options?: KeyedCallOptions | undefined },
    onResponse: OnResponse,
    read: Read = (data) => data,
  ): Promise<unknown> {
    const own = ownCopy(input);
    checkQuery(own.query);
    const body = toJson(own.body);
    const call = newCall(this.#defaults, checkOperation(method, path, body), own.options, body);
    return await this.#exchange(call, this.#urlOf(path, own), (response) => {
      if (!response.ok) {
        const retryAfterMs = retryAfterOf(response, this.#runtime.clock.wall());
        throw responseError(call, response, jsonOrText(response.text), retryAfterMs);
      }
      const unusable: Unusable = (...why) => decodeError(call, ...why);
      const data = parseData(call.operation, response, unusable);
      checkData(call.operation, data, unusable);
      onResponse(response.raw);
      return read(data, response.raw, unusable);
    });
  }

  async #typed(method: Verb, path: string, init: AnyTypedInit): Promise<unknown> {
    const own = ownOptions(init);
    // Without a rest, which would have a prototype again.
    const { params: given = {}, headers, body, parseAs = 'json', querySerializer, bodySerializer = toJson } = own;
    const params = ownOptions(given);
    if (!/^(json|text|blob|arrayBuffer|stream)$/.test(parseAs))
      throw new ConfigError('invalid_parse_as', 'parseAs is wrong');
    const { [IDEMPOTENCY_KEY]: idempotencyKey = own.idempotencyKey, ...others } = flatHeaders(headers, params.header);
    const callOptions = { ...own, idempotencyKey, headers: others };
    const text = bodySerializer(body);
    const call = newCall(this.#defaults, checkOperation(method, path, text), callOptions, text);
    return await this.#exchange(call, this.#urlOf(path, params, querySerializer), async (response) => {
      const facts = { response: genuineResponse(response.raw), idempotencyKey: call.idempotencyKey };
      if (!response.ok) return { ...facts, error: jsonOrText(response.text), outcome: outcomeOf(call, response) };
      const unusable: Unusable = (...why) => decodeError(call, ...why);
      const isJson = parseAs === 'json';
      return {
        ...facts,
        data: isJson ? parseData(call.operation, response, unusable) : await bodyAs(parseAs, response),
      };
    });
  }

  /** Sends a call, and makes its result of the response by `finish`. */
  async #exchange(call: Call, url: string, finish: (response: BufferedResponse) => unknown): Promise<unknown> {
    const { calls } = this.#runtime;
    try {
      calls.start(call, url);
      const response = await listening(call, () => sendCall(this.#runtime, url, call, this.#tokens));
      const result = await finish(response);
      calls.end(call, response.ok ? 'ok' : outcomeOf(call, response));
      return result;
    } catch (error) {
      calls.end(call, undefined, error);
      throw error;
    }
  }

  #urlOf(path: string, { path: given, query }: Input, serializer?: QuerySerializer): string {
    const values = readPathValues(path, given);
    try {
      const names = encodeNames(query);
      return createFinalURL(path, {
        baseUrl: this.#baseUrl,
        params: values === undefined ? { query: names } : { path: values, query: names },
        querySerializer: serializer === undefined ? defaultQuerySerializer : toFunction(serializer),
        pathSerializer: defaultPathSerializer,
      });
    } catch (error) {
      if (error instanceof URIError) throw new ConfigError('invalid_query_value', 'a query value is not valid text');
      throw error;
    }
  }
}

const toFunction = (serializer: QuerySerializer) =>
  typeof serializer === 'function' ? serializer : createQuerySerializer(ownCopy(serializer));

/** Returns a successful body in the form that a caller asked for. A 204 has none. */
function bodyAs(form: Exclude<ParseAs, 'json'>, { status, text }: BufferedResponse): unknown {
  if (status === 204) return undefined;
  if (form === 'text') return text;
  const response = new Response(text);
  return form === 'stream' ? response.body : response[form]();
}
