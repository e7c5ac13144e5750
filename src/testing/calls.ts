import type { OperationId } from '../contract/operations.js';
import type { FaultKind } from './fault.js';

/** One attempt as the fake saw it. */
export interface RecordedCall {
  /** Undefined for an endpoint that the contract does not have. */
  readonly operationId: OperationId | undefined;
  readonly method: string;
  /** With the query, as it was sent. */
  readonly path: string;
  /** The idempotency key it came with. */
  readonly key: string | undefined;
  /** The body as it was sent, where it is JSON. */
  readonly body: unknown;
  /** By the fake's clock. */
  readonly at: number;
  /** What the caller was sent: a status, nothing (`dropped`), part of an answer or none (`stalled`), or nothing yet. */
  readonly status: number | 'dropped' | 'stalled' | 'pending';
  /** Whether this attempt changed the state. A stored answer, a read and a token do not. */
  readonly effect: boolean;
  /** The fault that hit it. */
  readonly fault: FaultKind | undefined;
}

/** Every attempt, in the order in which they came. */
export interface CallLog extends Iterable<RecordedCall> {
  readonly length: number;
  at(index: number): RecordedCall | undefined;
  /** The attempts at these operations. */
  of(...operationIds: readonly OperationId[]): readonly RecordedCall[];
  /** The attempts that came with this key. */
  withKey(key: string): readonly RecordedCall[];
  /** Forgets them all. */
  clear(): void;
}

/** A call while the fake works on it. */
export type OpenCall = { -readonly [Field in keyof RecordedCall]: RecordedCall[Field] };

export class Calls implements CallLog {
  #calls: OpenCall[] = [];

  get length(): number {
    return this.#calls.length;
  }

  at(index: number): RecordedCall | undefined {
    return this.#calls.at(index);
  }

  of(...operationIds: readonly OperationId[]): readonly RecordedCall[] {
    return this.#calls.filter(({ operationId }) => operationId !== undefined && operationIds.includes(operationId));
  }

  withKey(key: string): readonly RecordedCall[] {
    return this.#calls.filter((call) => call.key === key);
  }

  clear(): void {
    this.#calls = [];
  }

  [Symbol.iterator](): Iterator<RecordedCall> {
    return this.#calls[Symbol.iterator]();
  }

  open(call: Omit<RecordedCall, 'status' | 'effect'>): OpenCall {
    const open: OpenCall = { ...call, status: 'pending', effect: false };
    this.#calls.push(open);
    return open;
  }
}
