import { ConfigError } from './errors.js';

/**
 * Refuses values that would lead to another place than the template says: an empty one and the dot segments, which a
 * URL parser resolves even when percent-encoded.
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

/** Refuses a path, given in full by the caller, that could lead to another place than it shows. */
export function checkPath(path: string): void {
  if (!/^\/[^\s?#\\\p{Cc}\p{Surrogate}]*$/u.test(path) || path.split('/').some(isDotSegment)) {
    throw new ConfigError('invalid_path', 'the path must start with "/", without query, fragment or dot segments');
  }
}

/** A path as it may be shown: what looks like an id is left out. */
export const withoutIds = (path: string): string =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)[^/{}]*\d{4}[^/{}]*/gi, '{…}');

const isDotSegment = (segment: string): boolean => /^(\.|%2e){1,2}$/i.test(segment);
