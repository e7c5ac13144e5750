import { isObject, own, ownCopy } from '../checks.js';
import { operationAt, type Operation, type Verb } from '../contract/operations.js';
import { ConfigError } from '../errors/kobble-error.js';
import type { KobbleFetchInit } from '../options.js';

// What callers give: paths, queries, bodies and requests, checked before anything is sent.

/** Parameters and body of a call. */
export interface Input {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: unknown;
}

/** Returns the operation of a call. Refuses a path that leads elsewhere than it shows. */
export function checkOperation(method: Verb, path: unknown): Operation {
  if (typeof path !== 'string') throw new ConfigError('invalid_path', 'the path must be a string');
  const operation = operationAt(method, path);
  if (operation.id !== undefined) return operation;
  if (!/^\/[^\s?#\\\p{Cc}\p{Surrogate}]*$/u.test(path) || path.split('/').some(isDotSegment)) {
    throw new ConfigError('invalid_path', 'the path must start with / and contain no query, fragment or dot segment');
  }
  if (operation.names.every((name) => /^[\w-]+$/.test(name))) return operation;
  throw new ConfigError('invalid_path', 'a placeholder of the path must be a plain name');
}

const isDotSegment = (segment: string): boolean => /^(\.|%2e){1,2}$/i.test(segment);

/** Returns the path of a call, its placeholders filled with percent-encoded values. */
export function pathOf({ literals, names }: Operation, values: Input['path']): string {
  let path = literals[0] ?? '';
  for (let i = 0; i < names.length; i++) path += pathValue(names[i] ?? '', values) + (literals[i + 1] ?? '');
  return path;
}

/**
 * Percent-encodes a path value. Refuses those that lead to another path than the template shows: an empty one, and dot
 * segments, which a URL parser resolves even if they are percent-encoded.
 */
function pathValue(name: string, values: Input['path']): string {
  const value = own(values, name);
  const encoded = typeof value === 'string' && !isDotSegment(value) ? percentEncode(value) : '';
  if (encoded) return encoded;
  throw new ConfigError('invalid_path_value', `the path value "${name}" must be a non-empty string, not a dot segment`);
}

/** Returns the query string of a call with its question mark, or an empty string. */
export function queryOf(query: Input['query']): string {
  if (query === undefined) return '';
  // The entries of a Map or URLSearchParams are no properties, and would be lost.
  if (!isObject(query) || Symbol.iterator in query) {
    throw new ConfigError('invalid_query', 'the query must be an object of names and values');
  }
  const pairs = Object.entries(query).flatMap(queryPair);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Returns a name and its value, or nothing for a value that is left out. */
function queryPair([name, value]: [name: string, value: unknown]): string | [] {
  const isValue = typeof value === 'number' ? Number.isFinite(value) : QUERY_TYPES.includes(typeof value);
  if (!isValue)
    throw new ConfigError('invalid_query_value', `the query value "${name}" must be a string, number or boolean`);
  const pair = [percentEncode(name), percentEncode(String(value))];
  if (pair.includes(undefined)) throw new ConfigError('invalid_query_value', 'a query value is not valid text');
  return value === undefined ? [] : pair.join('=');
}

const QUERY_TYPES: readonly string[] = ['string', 'boolean', 'undefined'];

/** Returns undefined for half of a surrogate pair. */
function percentEncode(text: string): string | undefined {
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Returns a body and its extra fields as JSON, or undefined if there is none. */
export function toJson(method: Verb, given: unknown, extra: unknown): string | undefined {
  const body = extra === undefined ? given : withExtraFields(given, extra);
  if (body === undefined) return undefined;
  if (method === 'GET') throw new ConfigError('invalid_body', 'a GET has no body');
  try {
    const text: unknown = JSON.stringify(body);
    if (typeof text === 'string') return /null|\{\}/.test(text) ? JSON.stringify(body, refuseLoss) : text;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
  }
  throw new ConfigError('invalid_body', 'the body cannot be written as JSON (a BigInt, or a circular reference)');
}

function withExtraFields(body: unknown = {}, extra: unknown): object {
  if (isObject(body) && isObject(extra) && !Object.keys(extra).some((name) => Object.hasOwn(body, name))) {
    return { ...body, ...extra };
  }
  throw new ConfigError('invalid_body', 'extraBody must be an object of fields that the body does not have');
}

/** Refuses what JSON has no word for. It would be sent as `null` (NaN, an invalid Date) or as `{}` (a Promise, Map or form). */
function refuseLoss(this: unknown, name: string, value: unknown): unknown {
  const isLost = isObject(value)
    ? !Array.isArray(value) && (Symbol.iterator in value || typeof value['then'] === 'function')
    : value === null
      ? Reflect.get(Object(this) as object, name) !== null
      : typeof value === 'number' && !Number.isFinite(value);
  if (!isLost) return value;
  throw new ConfigError('invalid_body', 'the body contains what JSON cannot hold, such as NaN, a Promise or a Map');
}

/** The parts of a request that a call is made of. */
export interface ReadRequest {
  readonly method: string;
  readonly url: string;
  /** The path of the URL below the base URL. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  /** Reads the body. It may be a stream without end. */
  readonly readBody: () => Promise<string | undefined>;
}

/** The media type that `Request` gives a text without one. The API takes JSON only. */
const AUTOMATIC_TYPE = 'text/plain;charset=UTF-8';

/** Reads the arguments of a `fetch`. Refuses a URL that is not below the base URL, and what the platform refuses. */
export function readRequest(input: string | URL | Request, init: KobbleFetchInit, baseUrl: string): ReadRequest {
  const request = toRequest(input, init);
  const [url = ''] = request.url.split('#', 1);
  if (!url.startsWith(`${baseUrl}/`)) {
    throw new ConfigError('invalid_url', 'the URL must be an absolute one below the base URL of the client');
  }
  const { 'content-type': type, ...headers } = Object.fromEntries(request.headers);
  const { signal = input instanceof Request ? input.signal : undefined } = ownCopy(init); // null: without a signal
  return {
    method: request.method,
    url,
    path: url.slice(baseUrl.length).split('?', 1)[0] ?? '',
    headers: type === undefined || type === AUTOMATIC_TYPE ? headers : { 'content-type': type, ...headers },
    signal: signal ?? undefined,
    readBody: async () => (request.method === 'GET' ? undefined : textOf(request)),
  };
}

/** Makes a request without a signal: some realms of test runners have signals that `Request` refuses. */
function toRequest(input: string | URL | Request, init: KobbleFetchInit): Request {
  try {
    return new Request(input, Object.assign(ownCopy(init), { signal: null }));
  } catch {
    throw new ConfigError('not_a_request', 'fetch was given what the platform does not accept as a request');
  }
}

async function textOf(request: Request): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer()) || undefined;
  } catch {
    throw new ConfigError('invalid_body', 'the body of the request cannot be read as text');
  }
}
