import { headerError, isObject, ownCopy } from '../checks.js';
import { operationAt, type Operation, type Verb } from '../contract/operations.js';
import { ConfigError } from '../errors/kobble-error.js';

// Path values, query names and headers, checked before they reach a URL.

/** Parameters and body of a call. */
export interface Input {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: unknown;
}

/**
 * Returns the values of a path template, if it has placeholders. Refuses those that lead to another path than the template
 * shows: an empty one, and dot segments, which a URL parser resolves even if they are percent-encoded.
 */
export function readPathValues(template: string, given: Input['path'] = {}): Input['path'] {
  if (!template.includes('{')) return undefined;
  const values = ownCopy(given); // a getter could give another value after the check
  for (const [, name = ''] of template.matchAll(/\{([^{}]+)\}/g)) {
    if (!/^[\w-]+$/.test(name)) throw new ConfigError('invalid_path', 'a placeholder of the path must be a plain name');
    const value = values[name];
    if (typeof value !== 'string' || value === '' || isDotSegment(value) || /\p{Surrogate}/u.test(value)) {
      throw new ConfigError(
        'invalid_path_value',
        `the path value "${name}" must be a non-empty string, not a dot segment`,
      );
    }
  }
  return values;
}

/** Refuses a caller's path that could lead to another path than it shows. */
function checkPath(path: string): void {
  if (!/^\/[^\s?#\\\p{Cc}\p{Surrogate}]*$/u.test(path) || path.split('/').some(isDotSegment)) {
    throw new ConfigError('invalid_path', 'the path must start with / and contain no query, fragment or dot segment');
  }
}

const isDotSegment = (segment: string): boolean => /^(\.|%2e){1,2}$/i.test(segment);

/** Percent-encodes the names of a query. openapi-fetch encodes only its values. */
export function encodeNames(query: object | undefined): Record<string, unknown> {
  // Without a prototype: openapi-fetch also sends what it inherits.
  const encoded = Object.create(null) as Record<string, unknown>;
  if (query === undefined) return encoded;
  for (const [name, value] of entriesOf(query)) encoded[encodeURIComponent(name)] = value;
  return encoded;
}

/** Refuses a query value that is not one value: openapi-fetch would send an object in a form that Kobble does not know. */
export function checkQuery(query: Input['query']): void {
  if (query === undefined) return;
  for (const [name, value] of entriesOf(query)) {
    const isValue = typeof value === 'number' ? Number.isFinite(value) : QUERY_TYPES.includes(typeof value);
    if (!isValue)
      throw new ConfigError('invalid_query_value', `the query value "${name}" must be a string, number or boolean`);
  }
}

const QUERY_TYPES: readonly string[] = ['string', 'boolean', 'undefined'];

/**
 * Returns the operation of a call. Refuses a path that leads elsewhere, and a body that `fetch` would not send as it is.
 */
export function checkOperation(method: Verb, path: unknown, body: unknown): Operation {
  if (typeof path !== 'string') throw new ConfigError('invalid_path', 'the path must be a string');
  if (body !== undefined && (typeof body !== 'string' || method === 'GET')) {
    throw new ConfigError('invalid_body', 'the body must be a string, and a GET has none');
  }
  const operation = operationAt(method, path);
  if (operation.id === undefined) checkPath(path);
  return operation;
}

/** Returns names and values of a query. Those of a Map or URLSearchParams are no properties, and would be lost. */
function entriesOf(query: object): [name: string, value: unknown][] {
  if (isObject(query) && !(Symbol.iterator in query)) return Object.entries(query);
  throw new ConfigError('invalid_query', 'the query must be an object of names and values');
}

/** Returns a body as JSON, or undefined if there is none. */
export function toJson(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    throw new ConfigError('invalid_body', 'the body cannot be written as JSON (a BigInt, or a circular reference)');
  }
}

/** Joins openapi-fetch's headers and header parameters into one object with lower-case names. */
export function flatHeaders(
  headers: RequestInit['headers'] = {},
  parameters: Readonly<Record<string, unknown>> = {},
): Record<string, string> {
  try {
    const flat = new Headers(headers);
    for (const [name, value] of Object.entries(parameters)) if (typeof value === 'string') flat.set(name, value);
    return Object.fromEntries(flat);
  } catch {
    throw headerError('headers');
  }
}
