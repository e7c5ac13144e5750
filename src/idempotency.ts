import { stringify, v4, v5, validate, version } from 'uuid';
import { ConfigError } from './errors.js';

/** The header that carries the key; Kobble's guide doc-1820627, and the IETF Idempotency-Key draft. */
export const IDEMPOTENCY_KEY = 'idempotency-key';

/** The root of all derived keys. Changing it would change every key that callers rely on: it never does. */
const NAMESPACE = '5fd0a7a4-3f5c-4d0e-9a37-0b1c6d1c7f52';

/** A fresh key: one for each logical call, the same on each of its retries. */
export const newIdempotencyKey = (): string => v4();

/**
 * The key for a piece of your own business: the same parts give the same key in every process, at any time, so that a
 * job that runs twice is carried out once, with nothing stored.
 *
 * The value has the shape of a UUID version 4, as Kobble demands, though it is derived (SHA-1) and not random.
 * How long Kobble remembers a key is not documented.
 *
 * @example idempotencyKeyFrom('topup', order.id)
 * @throws ConfigError where there is no part, or one is an empty string: two jobs would share a key.
 */
export function idempotencyKeyFrom(...parts: readonly [string | number, ...(string | number)[]]): string {
  if (parts.length === 0 || parts.some((part) => !isKeyPart(part))) {
    throw new ConfigError('invalid_idempotency_key', 'idempotencyKeyFrom needs non-empty strings or finite numbers');
  }
  const bytes = v5(JSON.stringify(parts.map(String)), NAMESPACE, new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  return stringify(bytes);
}

/** Refuses, before anything is sent, a key that Kobble would. */
export function checkIdempotencyKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || !validate(key) || version(key) !== 4) {
    throw new ConfigError('invalid_idempotency_key', 'idempotencyKey must be a UUID version 4');
  }
}

function isKeyPart(part: unknown): boolean {
  return typeof part === 'number' ? Number.isFinite(part) : typeof part === 'string' && part !== '';
}
