import { headerError } from '../checks.js';
import { ConfigError } from '../errors/kobble-error.js';

// Path values, query names and headers, checked before they reach a URL.

/** Parameters and body of a call. */
export interface Input {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: unknown;
}

/**
 * Refuses path values that lead to another path than the template shows: an empty one, and dot segments, which a URL
 * parser resolves even if they are percent-encoded.
 */
export function checkPathValues(template: string, values: Readonly<Record<string, unknown>> = {}): void {
  if (!template.includes('{')) return;
  for (const [, name = ''] of template.matchAll(/\{([^{}]+)\}/g)) {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || isDotSegment(value) || /\p{Surrogate}/u.test(value)) {
      throw new ConfigError(
        'invalid_path_value',
        `the path value "${name}" must be a non-empty string, not a dot segment`,
      );
    }
  }
}

/** Refuses a caller's path that could lead to another path than it shows. */
export function checkPath(path: string): void {
  if (!/^\/[^\s?#\\\p{Cc}\p{Surrogate}]*$/u.test(path) || path.split('/').some(isDotSegment)) {
    throw new ConfigError('invalid_path', 'the path must start with / and contain no query, fragment or dot segment');
  }
}

const isDotSegment = (segment: string): boolean => /^(\.|%2e){1,2}$/i.test(segment);

/** Percent-encodes the names of a query. openapi-fetch encodes only its values. */
export const encodeNames = (query: object): object =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [encodeURIComponent(name), value as unknown]));

/** Joins openapi-fetch's headers and header parameters into one object with lower-case names. */
export function flatHeaders(
  headers: HeadersInit = {},
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
