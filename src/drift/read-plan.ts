import { isObject } from '../checks.js';
import { listOperations, type OperationId } from '../contract/operations.js';
import { responsesOf } from '../contract/responses.js';
import type { ReceivedResponse } from './deviations.js';
import type { KnownOperation } from './match-operation.js';

/** An operation that is read. No other verb has a place here. */
export interface ReadOperation extends KnownOperation {
  readonly path: string;
}

/** The values of the path, or the query of a page. */
export interface ReadInput {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: { readonly offset: number };
}

/** Returns the operations that read, those without placeholders first. */
export function readOperations(): ReadOperation[] {
  const all = listOperations().flatMap(({ id, method, path }) =>
    method === 'GET' && id !== undefined ? [{ id, path, endpoint: `GET ${path}` }] : [],
  );
  return all.toSorted((one, other) => Number(one.path.includes('{')) - Number(other.path.includes('{')));
}

/** Returns the ids of the entries of a list. */
export function idsIn(body: unknown): string[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((entry: unknown) => {
    const id = isObject(entry) ? entry['id'] : undefined;
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
}

/** Returns the input for the next page of a list, if it pages and there may be one. */
export function nextPage(
  id: OperationId,
  { status, headers, body }: ReceivedResponse,
  { query }: ReadInput,
): ReadInput[] {
  const isPaged = responsesOf(id)
    .get(status)
    ?.headers.some(([name]) => name === 'x-offset');
  if (!isPaged || !Array.isArray(body) || body.length === 0) return [];
  const offset = (query?.offset ?? 0) + body.length;
  const total = headers.get('x-total-count');
  return total !== null && Number(total) <= offset ? [] : [{ query: { offset } }];
}
