import { environments, operations, sensitiveFields, type OperationId } from '../../generated/operations.js';
import { version } from '../../generated/version.js';

export { environments, sensitiveFields, version, type OperationId };

/** A documented host of Kobble. */
export type Environment = keyof typeof environments;

/** Returns true for the name of an operation. */
export const isOperationId = (name: string): name is OperationId => listOperations().some(({ id }) => id === name);

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
  /** Undefined if the contract does not know the path. */
  readonly id: OperationId | undefined;
  readonly method: Verb;
  /** The path template with its placeholders. */
  readonly path: string;
  readonly retry: RetryClass;
  /** True if the response is an array. */
  readonly list: boolean;
  /** True if no page shows the response: it may then be empty. */
  readonly unknownResult: boolean;
  /** The path, taken apart at its placeholders: the text before, between and after them. */
  readonly literals: readonly string[];
  /** The names of the placeholders. */
  readonly names: readonly string[];
}

let table: ReadonlyMap<string, readonly Operation[]> | undefined;

/** Returns the operations by path. Parsed on first use, so that importing this module has no effect and bundlers can drop it. */
const readTable = (): ReadonlyMap<string, readonly Operation[]> =>
  (table ??= new Map(
    Object.entries(operations).map(([path, texts]) => [path, texts.map((text) => parseOperation(path, text))]),
  ));

function parseOperation(path: string, text: string): Operation {
  const [method, id, ...flags] = text.split(' ') as [Verb, OperationId, ...string[]]; // as it is generated
  return makeOperation(method, path, id, flags);
}

function makeOperation(method: Verb, path: string, id: OperationId | undefined, flags: readonly string[]): Operation {
  const isSafe = method === 'GET' || method === 'DELETE';
  const parts = path.split(/\{([^{}]+)\}/); // every second one is a name
  return {
    id,
    method,
    path: id === undefined ? withoutIds(path) : path,
    literals: parts.filter((_, index) => index % 2 === 0),
    names: parts.filter((_, index) => index % 2 === 1),
    retry: flags.includes('keyed') ? 'keyed' : isSafe ? 'safe' : 'never',
    list: flags.includes('list'),
    unknownResult: flags.includes('unknownResult'),
  };
}

/** Returns all operations of the contract. */
export const listOperations = (): Operation[] => [...readTable().values()].flat();

/** Returns the operation at a verb and path. For a path that the contract does not know, the verb decides about retries. */
export const operationAt = (method: Verb, path: string): Operation =>
  readTable()
    .get(path)
    ?.find((operation) => operation.method === method) ?? makeOperation(method, path, undefined, ['unknownResult']);

/** Replaces the parts of a path that look like an id, so that the path can be shown in errors and logs. */
const withoutIds = (path: string): string =>
  path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)[^/{}]*\d{4}[^/{}]*/gi, '{…}');
