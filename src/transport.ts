import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/schema.js';
import type { Answer } from './answer.js';
import { apiPromise, type ApiPromise, type DataWithResponse } from './api-promise.js';
import type { TokenSource } from './auth.js';
import { newCall, type Call, type CallDefaults, type CallOptions, type Values } from './call.js';
import { ConfigError } from './errors.js';
import { answerError, decodeError, retryAfterOf } from './failure.js';
import { IDEMPOTENCY_KEY } from './idempotency.js';
import { checkPath, checkPathValues } from './path.js';
import { perform, type Line } from './retry.js';
import { operationAt, VERBS, type DataOf, type InputOf, type PathOf, type Verb } from './schema.js';
import { flatHeaders, type TypedInit } from './typed-init.js';

/** Calls an operation of the contract; resource methods are made of nothing else. */
export type Send = <V extends Verb, P extends PathOf<V>>(
  verb: V,
  path: P,
  input: InputOf<V, P> & { options?: CallOptions | undefined },
) => ApiPromise<DataOf<V, P>>;

/** openapi-fetch's own calls, to every path of the contract but the token endpoint, which is on a host of its own. */
export type TypedFetch = Pick<Client<Omit<paths, '/oauth2/token'>>, Verb>;

/** What a call to an unknown path takes. */
export interface UnknownInput extends Values, CallOptions {}

/**
 * Stands in for `Request` inside openapi-fetch: it only keeps what it was given. A real one costs more than all else a
 * call does, and its body cannot be sent twice without a copy.
 */
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

/** What openapi-fetch makes of an {@link Answer}. */
interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Answer;
}

type Exchange = (path: string, init: object) => Promise<Result>;

/** The one place that names openapi-fetch: builds its client, feeds it calls and unwraps what it returns. */
export class Transport {
  readonly #client: Record<Verb, Exchange>;
  readonly #line: Line;
  readonly #defaults: CallDefaults;

  constructor(baseUrl: string, line: Line, tokens: TokenSource, defaults: CallDefaults) {
    this.#line = line;
    this.#defaults = defaults;
    const send = ({ url, call }: LightRequest): Promise<Answer> => perform(line, url, call, tokens);
    // Its types ask for the platform's Request and Response; its code reads only the members that ours have.
    const options = { baseUrl, Request: LightRequest, fetch: send };
    this.#client = createFetchClient(options as object) as unknown as Record<Verb, Exchange>;
  }

  /** The call of a resource method: resolves to the data, rejects with an error. */
  readonly send: Send = (method, path, input) =>
    apiPromise(this.#unwrapped(method, path, input, input.options)) as ApiPromise<never>;

  /** A call to a path that the contract may not know. */
  requestUnknown(
    method: Verb,
    path: string,
    { path: values, query, body, ...options }: UnknownInput,
  ): ApiPromise<unknown> {
    return apiPromise(this.#unwrapped(method, path, { path: values, query, body }, options));
  }

  /** openapi-fetch's own call and result; of its options, those that could send a token elsewhere are not passed on. */
  readonly typedFetch: TypedFetch = Object.fromEntries(
    VERBS.map((method) => [method, (path: string, init: TypedInit = {}) => this.#typed(method, path, init)]),
  ) as unknown as TypedFetch;

  async #typed(method: Verb, path: string, { params = {}, headers, ...init }: TypedInit): Promise<unknown> {
    const { body, parseAs, querySerializer, bodySerializer = toJson, ...options } = init;
    const { [IDEMPOTENCY_KEY]: idempotencyKey = options.idempotencyKey, ...others } = flatHeaders(
      headers,
      params.header,
    );
    const allOptions = { ...options, idempotencyKey, headers: others };
    const call = newCall(this.#defaults, operationAt(method, path), allOptions, bodySerializer(body));
    const result = await this.#exchange(call, path, params, { parseAs, querySerializer });
    return { ...result, response: result.response.response };
  }

  async #unwrapped(
    method: Verb,
    path: string,
    input: Values,
    options: CallOptions = {},
  ): Promise<DataWithResponse<unknown>> {
    const call = newCall(this.#defaults, operationAt(method, path), options, toJson(input.body));
    const { data, error, response: answer } = await this.#exchange(call, path, input);
    if (!answer.ok) throw answerError(call, answer, error, retryAfterOf(answer, this.#line.clock.wall()));
    if (call.operation.open !== true && (typeof data !== 'object' || data === null)) {
      throw decodeError(call, data === undefined ? 'empty_body' : 'unexpected_body', 'not with the JSON promised');
    }
    return { data, response: answer.response };
  }

  /** Hands a call to openapi-fetch, but for its body and headers: the call has them ready, whatever the attempt. */
  async #exchange(call: Call, path: string, params: Values, options?: object): Promise<Result> {
    if (call.operation.id === undefined) checkPath(path);
    checkPathValues(path, params.path);
    try {
      const safe = params.query === undefined ? params : { ...params, query: encodeNames(params.query) };
      return await this.#client[call.operation.method](path, { params: safe, call, ...options });
    } catch (error) {
      if (error instanceof SyntaxError) throw decodeError(call, 'invalid_json', 'not with the JSON promised');
      if (error instanceof URIError) throw new ConfigError('invalid_query_value', 'a query value is not valid text');
      throw error;
    }
  }
}

/** openapi-fetch encodes the values of a query, but not their names. */
const encodeNames = (query: object): object =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [encodeURIComponent(name), value as unknown]));

/** Undefined where there is no body, as `JSON.stringify` itself says of it. */
const toJson = (body: unknown): string | undefined => JSON.stringify(body);
