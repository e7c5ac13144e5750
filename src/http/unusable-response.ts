import { isObject } from '../checks.js';
import { isLightResponse } from '../light-response.js';

/** A response that cannot be used. It becomes a `DecodeError` with the facts of its call. */
export class UnusableResponse extends Error {
  readonly code: string;

  /** @param why Continues the sentence "GET /path → answered, but …". */
  constructor(code: string, why: string) {
    super(why);
    this.code = code;
  }
}

/** Returns true if a response was found unusable, whatever else was thrown. */
export function isUnusable(thrown: unknown): thrown is UnusableResponse {
  try {
    return thrown instanceof UnusableResponse;
  } catch {
    return false; // a Proxy that throws
  }
}

/** Returns what a caller's `fetch` returned, which may be anything, if it is a response that can be read. */
export function checkResponse(value: unknown): Response {
  if (isObject(value) && isLightResponse(value)) return value;
  const response = value as Response; // one of another realm or library is not an instance of ours
  try {
    const { status, headers, body, bodyUsed } = response;
    const canBeRead = body === null || (typeof body.getReader === 'function' && !body.locked && !bodyUsed);
    if (canBeRead && Number.isFinite(status) && typeof headers.get === 'function') return response;
  } catch {
    // It lacks one of these.
  }
  throw new UnusableResponse(
    'not_a_response',
    'the option fetch did not return a Response, or one that was read before',
  );
}
