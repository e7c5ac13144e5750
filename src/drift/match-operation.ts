import { listOperations, type Operation, type OperationId } from '../contract/operations.js';

/** An operation that the contract names. */
export interface KnownOperation {
  readonly id: OperationId;
  /** Verb and path template. */
  readonly endpoint: string;
}

let patterns: readonly (KnownOperation & { readonly method: string; readonly pattern: RegExp })[] | undefined;

/**
 * Returns the operation that a request is for. The base URL may have a path of its own. The token request is none: its
 * response is a secret, and is defined by OAuth rather than by Kobble.
 */
export function matchOperation(method: string, url: string): KnownOperation | undefined {
  const { pathname } = new URL(url);
  patterns ??= listOperations().flatMap(patternOf).sort(byPlaceholders);
  return patterns.find((one) => one.method === method && one.pattern.test(pathname));
}

const patternOf = ({ id, method, path }: Operation) =>
  id === undefined || id === 'getAccessToken'
    ? []
    : [{ id, endpoint: `${method} ${path}`, method, pattern: new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}/?$`) }];

/** A path without placeholders comes first: `transactions/manual-credit` before `transactions/{id}`. */
const byPlaceholders = (one: KnownOperation, other: KnownOperation): number =>
  one.endpoint.split('{').length - other.endpoint.split('{').length;
