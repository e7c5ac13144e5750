import { isObject } from '../checks.js';
import { isKobbleError } from './kobble-error.js';

/** Most errors of a chain of causes that are named. */
const MAX_CAUSES = 5;
/** The class of an error: a word without digits. A token or a number does not look like one. */
const CLASS_NAME = /^[A-Z][A-Za-z]{1,39}$/;
/** A code such as `ECONNREFUSED`, `ERR_HTTP2_STREAM_ERROR` or Bun's `ConnectionRefused` and `FailedToOpenSocket`. */
const CODE = /^([A-Z]{2,}\d?(_[A-Z]{1,20}\d{0,2})*|(Connection|FailedTo|UnableTo|TooMany|Unexpected)[A-Za-z]{3,30})$/;
const MAX_CODE_LENGTH = 60;

/**
 * Describes an error that this library did not make, or anything else that was thrown: `TypeError ← Error (ECONNREFUSED)`.
 * Only names of classes and codes are shown, never a text, because a text may quote a secret. Never throws.
 */
export function describeForeign(thrown: unknown): string {
  const shown: string[] = [];
  try {
    for (let error = thrown; error !== undefined && shown.length < MAX_CAUSES; error = causeOf(error)) {
      const name = isObject(error) ? wordOf(error['name'], CLASS_NAME) : typeof error;
      const code = isObject(error) ? wordOf(error['code'], CODE) : undefined;
      shown.push(code === undefined ? (name ?? 'Error') : `${name ?? 'Error'} (${code})`);
    }
  } catch {
    shown.push('unreadable'); // a getter or a Proxy that throws
  }
  return shown.length === 0 ? 'undefined' : shown.join(' ← ');
}

/** Returns what a log line may say of anything that was thrown. Errors of this library are safe as they are. */
export const reasonOf = (thrown: unknown): string => (isKobbleError(thrown) ? thrown.message : describeForeign(thrown));

/** Returns what may be the cause of an error. One of a foreign error has no stack: that begins with the text. */
export function safeCause(thrown: unknown): Error {
  if (isKobbleError(thrown)) return thrown;
  const cause = new Error(describeForeign(thrown));
  cause.stack = '';
  return cause;
}

const causeOf = (error: unknown): unknown => (isObject(error) ? error['cause'] : undefined);

const wordOf = (value: unknown, form: RegExp): string | undefined =>
  typeof value === 'string' && value.length <= MAX_CODE_LENGTH && form.test(value) ? value : undefined;
