import type { OperationId } from '../contract/operations.js';
import type { FaultKind } from './fault.js';

/** One attempt as the fake saw it. */
export interface RecordedCall {
  /** Undefined for an endpoint that is not in the contract. */
  readonly operationId: OperationId | undefined;
  readonly method: string;
  /** With the query, as it was sent. */
  readonly path: string;
  /** The idempotency key of the request. */
  readonly key: string | undefined;
  /** The body as it was sent, if it is JSON. The body of a token request is not recorded: it has a secret. */
  readonly body: unknown;
  /** Milliseconds since 1970, by the clock of the fake. */
  readonly at: number;
  /** The status sent to the caller, `dropped`, `stalled`, or `pending` if there is no response yet. */
  readonly status: number | 'dropped' | 'stalled' | 'pending';
  /** True if this attempt changed the state. Stored responses, reads and tokens do not. */
  readonly effect: boolean;
  /** The fault that happened to it. */
  readonly fault: FaultKind | undefined;
}

/** All attempts, in the order in which they arrived. */
export interface CallLog extends Iterable<RecordedCall> {
  readonly length: number;
  /** Returns the attempt at this position; -1 is the last. */
  at(index: number): RecordedCall | undefined;
  /** Returns the attempts at these operations. */
  of(...operationIds: readonly OperationId[]): readonly RecordedCall[];
  /** Returns the attempts with this idempotency key. */
  withKey(key: string): readonly RecordedCall[];
  /** Forgets all attempts. */
  clear(): void;
}

/** A recorded call to which the fake can still add what becomes of it. */
export type OpenCall = { -readonly [Field in keyof RecordedCall]: RecordedCall[Field] };

/** The log, and the means to add to it. */
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

  /** Records an attempt that has just arrived. */
  add(call: Omit<RecordedCall, 'status' | 'effect'>): OpenCall {
    const open: OpenCall = { ...call, status: 'pending', effect: false };
    this.#calls.push(open);
    return open;
  }
}
