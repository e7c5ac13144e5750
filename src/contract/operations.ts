import { environments, operations, sensitiveFields } from '../../generated/operations.js';
import { version } from '../../generated/version.js';

export { environments, sensitiveFields, version };

/** A documented host of Kobble. */
export type Environment = keyof typeof environments;

/** The contract's name of an operation. */
export type OperationId = keyof typeof operations;

/** Returns true for the name of an operation. */
export const isOperationId = (name: string): name is OperationId => Object.hasOwn(operations, name);

/** The verbs that the contract uses. */
export const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Verb = (typeof VERBS)[number];

/**
 * Says when a call may be sent again: `safe` at any time, `keyed` with the same idempotency key, `never` only if the
 * request cannot have been carried out.
 */
export type RetryClass = 'safe' | 'keyed' | 'never';

/** An operation as the client needs it at run time. */
export interface Operation {
  /** Absent if the contract does not know the path. */
  readonly id?: OperationId;
  readonly method: Verb;
  /** The path template with its placeholders. */
  readonly path: string;
  readonly retry: RetryClass;
  /** True if the response is an array. */
  readonly list: boolean;
  /** True if no page shows the response: it may then be empty. */
  readonly unknownResult: boolean;
}

/** The operations by path: a path is a constant whose hash is known, which verb and path joined are not (1 µs a call). */
let table: ReadonlyMap<string, Operation[]> | undefined;

/** Parses the generated table. On first use, so that importing this module has no effect and bundlers can drop it. */
function readTable(): ReadonlyMap<string, Operation[]> {
  const byPath = new Map<string, Operation[]>();
  for (const [id, text] of Object.entries(operations)) {
    const [method, path, retry, ...flags] = text.split(' ') as [Verb, string, RetryClass, ...string[]];
    const operation: Operation = {
      id: id as OperationId, // `Object.entries` widens the keys
      method,
      path,
      retry,
      list: flags.includes('list'),
      unknownResult: flags.includes('unknownResult'),
    };
    byPath.set(path, [...(byPath.get(path) ?? []), operation]);
  }
  return byPath;
}

/** Returns all operations of the contract. */
export function listOperations(): Operation[] {
  table ??= readTable();
  return [...table.values()].flat();
}

/** Returns the operation at a verb and path. For a path that the contract does not know, the verb decides about retries. */
export function operationAt(method: Verb, path: string): Operation {
  table ??= readTable();
  return (
    table.get(path)?.find((operation) => operation.method === method) ?? {
      method,
      path: withoutIds(path),
      retry: method === 'GET' || method === 'DELETE' ? 'safe' : 'never',
      list: false,
      unknownResult: true,
    }
  );
}

/** Replaces the parts of a path that look like an id, so that the path can be shown in errors and logs. */
const withoutIds = (path: string): string =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)[^/{}]*\d{4}[^/{}]*/gi, '{…}');
