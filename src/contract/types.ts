import type { operations, paths } from '../../generated/schema.js';
import type { OperationId, Verb } from './operations.js';

export type * from '../../generated/types.js';
export type { paths } from '../../generated/schema.js';

/** The operation of the contract at a verb and path. */
type OperationOf<V extends Verb, P extends keyof paths> = paths[P][Lowercase<V>];

/** The paths that have an operation for a verb. */
export type PathOf<V extends Verb> = {
  [P in keyof paths]: OperationOf<V, P> extends undefined ? never : P;
}[keyof paths];

/** The arguments of an operation: path values, query and body. */
export type InputOf<V extends Verb, P extends keyof paths> = InputOfOperation<OperationOf<V, P>>;

/** Of each operation by itself: the product of unions of all operations is too large from about 1 000 on (TS2590). */
type InputOfOperation<O> = O extends unknown ? PathValues<O> & QueryValues<O> & Body<O> : never;

type PathValues<O> = O extends { parameters: { path: infer Values } } ? { path: Values } : { path?: never };
type QueryValues<O> = O extends { parameters: { query?: infer Values } } ? { query?: Values | undefined } : unknown;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : O extends { requestBody?: never }
    ? { body?: never }
    : O extends { requestBody?: { content: { 'application/json': infer B } } }
      ? { body?: B | undefined }
      : { body?: never };

/**
 * Data of an operation whose response no page shows. It is expected to be `T`, but may be empty or something else: text
 * that is not JSON is passed on as it is.
 */
export type Undocumented<T> = T | string | number | boolean | null | undefined;

/** The data of an operation's first successful status. */
export type DataOf<V extends Verb, P extends keyof paths> =
  OperationOf<V, P> extends { responses: infer Responses } ? FirstJson<Responses, OkStatuses> : unknown;

type OkStatuses = [200, 201, 202, 203, 204];
type FirstJson<Responses, Statuses> = Statuses extends [infer Status, ...infer Others]
  ? Status extends keyof Responses
    ? Responses[Status] extends { content: { 'application/json': infer Data } }
      ? Data
      : unknown
    : FirstJson<Responses, Others>
  : unknown;

/** The request body of the operation with this name, whatever its media type. */
export type BodyOf<Id extends OperationId> = Id extends OperationId
  ? operations[Id] extends { requestBody: { content: infer C } }
    ? C[keyof C]
    : undefined
  : never;

/** The path values of the operation with this name. */
export type PathValuesOf<Id extends OperationId> = Id extends OperationId
  ? operations[Id] extends { parameters: { path: infer Values } }
    ? Values
    : object
  : never;

/** The query of the operation with this name. */
export type QueryOf<Id extends OperationId> = Id extends OperationId
  ? operations[Id] extends { parameters: { query?: never } }
    ? object
    : NonNullable<operations[Id]['parameters']['query']>
  : never;
