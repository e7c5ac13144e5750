import type { ApiPromise, Read } from '../api-promise.js';
import type {
  DataOf,
  FailureOf,
  InputOf,
  KeyOf,
  ParamsAndBodyOf,
  PathOf,
  RequiredKeys,
  SuccessOf,
} from '../contract/types.js';
import type { Verb } from '../contract/operations.js';
import type { Outcome } from '../errors/kobble-error.js';
import type { CallOptions } from '../options.js';
import type { Input } from './input.js';

/** Calls an operation of the contract. `read` makes the result from the data. */
export type Send = <V extends Verb, P extends PathOf<V>, T = DataOf<V, P>>(
  verb: V,
  path: P,
  input: InputOf<V, P> & { options?: CallOptions | undefined },
  read?: Read<DataOf<V, P>, T>,
) => ApiPromise<T>;

/**
 * openapi-fetch's calls, through the client's tokens, keys and retries. Every path of the contract is allowed except the
 * token endpoint, which has a URL of its own.
 */
export type TypedFetch = {
  readonly [V in Verb]: <P extends Exclude<PathOf<V>, '/oauth2/token'>, A extends ParseAs = 'json'>(
    path: P,
    ...init: TypedArguments<V, P, A>
  ) => Promise<TypedResult<V, P, A>>;
};

/** The arguments after the path: they may be left out if nothing in them is required. */
type TypedArguments<V extends Verb, P extends PathOf<V>, A extends ParseAs> =
  RequiredKeys<ParamsAndBodyOf<V, P>> extends never ? [init?: TypedInit<V, P, A>] : [init: TypedInit<V, P, A>];

/** Parameters, body and options of a typed call. */
export type TypedInit<V extends Verb, P extends PathOf<V>, A extends ParseAs = 'json'> = ParamsAndBodyOf<V, P> &
  KeyOf<V, P> &
  TypedOptions<A>;

/** Options of a typed call: those of every call, and some of openapi-fetch's. */
export interface TypedOptions<A extends ParseAs = 'json'> extends Omit<CallOptions, 'headers'> {
  headers?: ConstructorParameters<typeof Headers>[0]; // the types of Node have no HeadersInit
  /** The form in which a successful body is returned. Default `json`. */
  parseAs?: A | undefined;
  /** Makes the query string. Default: `form` style for arrays, `deepObject` for objects. */
  querySerializer?: QuerySerializer | undefined;
  /** Makes the text of the body. Default: JSON. */
  bodySerializer?: ((body: unknown) => string | undefined) | undefined;
}

/** The init of a typed call, whichever the operation. */
export interface AnyTypedInit extends TypedOptions<ParseAs> {
  idempotencyKey?: string | undefined;
  params?: Omit<Input, 'body'> & { header?: Readonly<Record<string, unknown>> };
  body?: unknown;
}

/** A form in which a successful body can be returned. */
export type ParseAs = keyof ParsedBody<unknown>;

/** The type of a body in each form. */
export interface ParsedBody<Json> {
  json: Json;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}

/** A function that makes a query string, or the style of the default one. */
export type QuerySerializer =
  | ((query: Record<string, unknown>) => string)
  | {
      array?: { style: 'form' | 'spaceDelimited' | 'pipeDelimited'; explode: boolean };
      object?: { style: 'form' | 'deepObject'; explode: boolean };
      allowReserved?: boolean;
    };

/** Result of a typed call: `data` of a successful response, or `error`, the body of any other one. */
export type TypedResult<V extends Verb, P extends PathOf<V>, A extends ParseAs = 'json'> = TypedCall &
  (
    | { data: ParsedBody<SuccessOf<V, P>>[A]; error?: never; outcome?: never }
    | { data?: never; error: FailureOf<V, P>; outcome: Outcome }
  );

/** Facts of a typed call. */
export interface TypedCall {
  response: Response;
  /** The idempotency key of the call, if its operation takes one. */
  idempotencyKey: string | undefined;
}
