import { v4, v5, validate, version } from 'uuid';
import { ConfigError } from './errors/kobble-error.js';

/**
 * Header of the idempotency key.
 *
 * @see Kobble's guide doc-1820627
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const IDEMPOTENCY_KEY = 'idempotency-key';

/** Namespace of all derived keys. It never changes: that would change every key that callers rely on. */
const NAMESPACE = '5fd0a7a4-3f5c-4d0e-9a37-0b1c6d1c7f52';

/** Returns a new key. A call has one key, the same on all its attempts. */
export const newIdempotencyKey = (): string => v4();

/**
 * Derives an idempotency key from ids of your own. The same parts give the same key in every process at any time, so a job
 * that runs twice has its effect once, and nothing needs to be stored.
 *
 * The key has the form of a UUID version 4, which Kobble requires, but is derived (SHA-1) and not random. Kobble does not
 * document how long it remembers a key.
 *
 * @param parts What is done, and the ids of the record that it is done for: of an id alone, two jobs would share a key.
 * @example idempotencyKeyFrom('topup', order.id)
 * @throws ConfigError if there are fewer than two parts, or if one is empty, or a number beyond `Number.MAX_SAFE_INTEGER`.
 */
export function idempotencyKeyFrom(
  ...parts: readonly [what: string | number, id: string | number, ...more: (string | number)[]]
): string {
  if (parts.length < 2 || !parts.every(isKeyPart)) {
    const needs = 'idempotencyKeyFrom needs what is done and for which record: non-empty strings or exact numbers';
    throw new ConfigError('invalid_idempotency_key', needs);
  }
  const id = derivedId(parts.map(String));
  return `${id.slice(0, 14)}4${id.slice(15)}`; // version 4 in place of 5 (RFC 9562 §4.2)
}

/** Returns an id that is derived from the JSON of values (SHA-1, a UUID version 5): the same for the same in every process. */
export const derivedId = (values: readonly unknown[]): string => v5(JSON.stringify(values), NAMESPACE);

/** Refuses a key that Kobble would refuse. */
export function checkIdempotencyKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || !validate(key) || version(key) !== 4) {
    throw new ConfigError('invalid_idempotency_key', 'idempotencyKey must be a UUID version 4');
  }
}

function isKeyPart(part: unknown): boolean {
  // Beyond 2 ** 53 two ids are the same number, and would share a key.
  return typeof part === 'number' ? Math.abs(part) <= Number.MAX_SAFE_INTEGER : typeof part === 'string' && part !== '';
}
