/** An error with every field that an error of ours can have, so that tests need not narrow it. */
export interface Failure extends Error {
  readonly code?: string;
  readonly outcome?: string;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Headers;
  readonly requestId?: string;
  readonly operationId?: string;
  readonly endpoint?: string;
  readonly idempotencyKey?: string;
  readonly attempts?: number;
  readonly retryAfterMs?: number;
  readonly detail?: string;
}

/** Returns the error that a promise rejects with; throws if it resolves. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const nothing = Symbol('resolved');
  const thrown: unknown = await promise.then(
    () => nothing,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Error)) throw new Error(`Expected an error, got ${String(thrown)}.`);
  return thrown;
}
