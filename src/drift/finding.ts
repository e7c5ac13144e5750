import type { OperationId } from '../contract/operations.js';

/** The ways in which a response can differ from the contract. */
export type DriftKind =
  /** The status is not one that the contract lists. */
  | 'status'
  /** The media type is not the one that the contract has. */
  | 'content-type'
  /** The body is not JSON. */
  | 'json'
  /** A field or header that the contract requires is missing. */
  | 'missing'
  /** A field that the contract does not have. */
  | 'unknown-field'
  /** A value of another type. */
  | 'type'
  /** A value that is not in the list of the contract. */
  | 'enum'
  /** Another rule of the contract. */
  | 'rule';

/** One difference, counted. It never contains a value of a response. */
export interface DriftFinding {
  readonly operationId: OperationId;
  /** Verb and path template. */
  readonly endpoint: string;
  /** Status of the responses. */
  readonly status: number;
  readonly kind: DriftKind;
  /** The part of the response. */
  readonly part: 'status' | 'header' | 'body';
  /** JSON pointer in that part. The index of an array is `*`. */
  readonly pointer: string;
  /** The expectation of the contract, in its words. */
  readonly expected: string;
  /** The schema of the contract that has the rule, if it is about a part of a body. */
  readonly schema?: string | undefined;
  /** Number of places in which it was seen. */
  readonly count: number;
}

/** A difference as it is found: not counted, and without its operation. */
export type Deviation = Pick<DriftFinding, 'kind' | 'part' | 'pointer' | 'expected' | 'schema'>;

/** The operation and status of a response. */
export type ResponseOrigin = Pick<DriftFinding, 'operationId' | 'endpoint' | 'status'>;

/**
 * Returns the name of a field if it can be shown: it begins with a small letter, and has digits at its end only. A name that
 * looks like data, as the keys of a map may, is replaced by `{…}`.
 */
export const shownName = (name: string): string =>
  /^(?=.{1,40}$)[a-z_$][A-Za-z_$-]*\d{0,2}$/.test(name) ? name : HIDDEN_NAME;

/** Stands for each name that is not shown. */
export const HIDDEN_NAME = '{…}';
