import { findOperation } from '../contract/find-operation.js';
import type { OperationId } from '../contract/operations.js';

/** An operation that the contract names. */
export interface KnownOperation {
  readonly id: OperationId;
  /** Verb and path template. */
  readonly endpoint: string;
}

/**
 * Returns the operation that a request is for. The base URL may have a path of its own. The token request is none: its
 * response is a secret, and is defined by OAuth rather than by Kobble.
 */
export function matchOperation(method: string, url: string): KnownOperation | undefined {
  const { pathname } = new URL(url);
  for (let start = 0; start !== -1; start = pathname.indexOf('/', start + 1)) {
    const { id, path } = findOperation(method, pathname.slice(start)) ?? {};
    if (id !== undefined) return id === 'getAccessToken' ? undefined : { id, endpoint: `${method} ${path}` };
  }
  return undefined;
}
