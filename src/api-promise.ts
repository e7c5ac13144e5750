/** Result of {@link ApiPromise.withResponse}. */
export interface DataWithResponse<T> {
  readonly data: T;
  readonly response: Response;
}

/** Promise of a call's data. */
export interface ApiPromise<T> extends Promise<T> {
  /** Returns the data and the response, for its status and headers. The request is sent once in either case. */
  withResponse(): Promise<DataWithResponse<T>>;
}

/** Makes the result of a call from its data, or throws what `unusable` returns. */
export type Read<Data = unknown, T = unknown> = (data: Data, response: Arrived, unusable: Unusable) => T;

/** A response as it arrived. */
export interface Arrived {
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Returns the error for a response that cannot be used, with the facts of its call. `why` continues the sentence
 * "GET /path → answered, but …".
 */
export type Unusable = (code: string, why: string) => Error;

/** Notes the response of a call. */
export type OnResponse = (response: Received) => void;

/** A response as the client keeps it. Most callers never ask for it, so that it is made on demand. */
export interface Received {
  toResponse(): Response;
}

/**
 * Makes an {@link ApiPromise} of a call, which notes its response before it resolves. Nothing but what the caller awaits is
 * chained to its promise: a second reaction would take the caller's frames off the stacks of errors.
 */
export function apiPromise<T>(call: (onResponse: OnResponse) => Promise<T>): ApiPromise<T> {
  let response: Received | undefined;
  const data = call((received) => (response = received));
  return Object.assign(data, {
    // As `Received`: it is noted by the time there is data.
    withResponse: async () => ({ data: await data, response: (response as Received).toResponse() }),
  });
}
