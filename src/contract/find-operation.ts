import { listOperations, type Operation } from './operations.js';

/** More than any path of the contract has. A long path costs no more than this. */
const MAX_SEGMENTS = 32;

let all: readonly { readonly operation: Operation; readonly segments: readonly string[] }[] | undefined;

/**
 * Returns the operation at a verb and a path as it is sent, without the query. A static segment wins over a placeholder, and
 * one slash at the end is ignored.
 */
export function findOperation(method: string, path: string): Operation | undefined {
  const given = path.split('/', MAX_SEGMENTS);
  if (given.length > 1 && given.at(-1) === '') given.pop();
  all ??= listOperations()
    .map((operation) => ({ operation, segments: operation.path.split('/') }))
    .sort((a, b) => a.operation.names.length - b.operation.names.length);
  return all.find(
    ({ operation, segments }) =>
      operation.method === method &&
      segments.length === given.length &&
      segments.every((segment, index) => segment === given[index] || isValueOf(segment, given[index] ?? '')),
  )?.operation;
}

/** Returns true if a value can stand for a placeholder. A URL parser resolves dot segments. */
const isValueOf = (segment: string, value: string): boolean => segment.startsWith('{') && !/^\.{0,2}$/.test(value);
