import { sensitiveFields } from './schema.js';

const MASK = '•••';
/** Thirteen to nineteen digits, spaced or not, that are no part of a longer word: what a card number looks like. */
const PAN_LIKE = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;

/**
 * A copy fit for a log: the fields that the contract calls sensitive (tokens, card secret, TOTP, the widget's URL…) and
 * anything that looks like a card number are replaced by `•••`. The original is left as it is.
 */
export function redact(value: unknown): unknown {
  return copy(value, new Set());
}

function copy(value: unknown, above: Set<object>): unknown {
  if (typeof value === 'string') return value.replace(PAN_LIKE, MASK);
  if (typeof value !== 'object' || value === null) return value;
  if (above.has(value)) return '[Circular]';
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, inside));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, sensitiveFields.has(name) ? MASK : copy(field, inside)]),
  );
}
