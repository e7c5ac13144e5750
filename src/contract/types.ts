import type { operations, paths } from '../../generated/schema.js';
import type { OperationId, Verb } from './operations.js';

export type * from '../../generated/types.js';

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
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B } : { body?: never };

/** The option `idempotencyKey` of an operation that takes one. */
export type KeyOf<V extends Verb, P extends keyof paths> =
  HasKey<OperationOf<V, P>> extends true ? { idempotencyKey?: string | undefined } : { idempotencyKey?: never };
type HasKey<O> = O extends { parameters: { header?: infer Header } }
  ? [NonNullable<Header>] extends [never]
    ? false
    : 'Idempotency-Key' extends keyof NonNullable<Header>
      ? true
      : false
  : false;

/**
 * Data of an operation whose response no page shows. It is expected to be `T`, but may be empty or something else: text
 * that is not JSON is passed on as it is.
 */
export type Undocumented<T> = T | string | number | boolean | null | undefined;

/** The data of an operation's status 200. */
export type DataOf<V extends Verb, P extends keyof paths> =
  OperationOf<V, P> extends { responses: { 200: { content: { 'application/json': infer Data } } } } ? Data : unknown;

/** Parameters and body of an operation, as openapi-fetch takes them: a part is optional if all of it is. */
export type ParamsAndBodyOf<V extends Verb, P extends keyof paths> = Params<OperationOf<V, P>> &
  Body<OperationOf<V, P>>;

type Params<O> = O extends { parameters: infer Values }
  ? RequiredKeys<Values> extends never
    ? { params?: Values }
    : { params: Values }
  : unknown;

/** The keys of a type that are not optional. */
export type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];

/** The data of all successful responses of an operation. */
export type SuccessOf<V extends Verb, P extends keyof paths> = Content<OperationOf<V, P>, OkStatus>;
/** The data of all other responses. */
export type FailureOf<V extends Verb, P extends keyof paths> = Content<
  OperationOf<V, P>,
  OtherStatus<OperationOf<V, P>>
>;

type OkStatus = 200 | 201 | 202 | 203 | 204;
type OtherStatus<O> = O extends { responses: infer Responses } ? Exclude<keyof Responses, OkStatus> : never;
type Content<O, Status> = O extends { responses: infer Responses }
  ? {
      [S in keyof Responses & Status]: Responses[S] extends { content: infer C } ? C[keyof C] : undefined;
    }[keyof Responses & Status]
  : never;

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
