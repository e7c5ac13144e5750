import { genuineResponse } from './http/light-response.js';

/** Result of {@link ApiPromise.withResponse}. */
export interface DataWithResponse<T> {
  readonly data: T;
  /** The response. Its body has already been read. */
  readonly response: Response;
}

/** Promise of a call's data. */
export interface ApiPromise<T> extends Promise<T> {
  /** Returns the data and the response, for its status and headers. The request is sent once in either case. */
  withResponse(): Promise<DataWithResponse<T>>;
}

/** Makes the result of a call from its data, or throws what `unusable` returns. */
export type Read<Data = unknown, T = unknown> = (data: Data, response: Response, unusable: Unusable) => T;

/**
 * Returns the error for a response that cannot be used, with the facts of its call. `why` continues the sentence
 * "GET /path → answered, but …".
 */
export type Unusable = (code: string, why: string, cause?: unknown) => Error;

/** Makes an {@link ApiPromise} of a call in progress. */
export function apiPromise<T>(exchange: Promise<DataWithResponse<T>>): ApiPromise<T> {
  const data = exchange.then((result) => result.data);
  return Object.assign(data, {
    async withResponse() {
      data.catch(() => {}); // the caller learns of a failure from the other promise
      const result = await exchange;
      return { data: result.data, response: genuineResponse(result.response) };
    },
  });
}
