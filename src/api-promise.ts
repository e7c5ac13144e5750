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

/** Makes an {@link ApiPromise} of a call in progress. */
export function apiPromise<T>(exchange: Promise<DataWithResponse<T>>): ApiPromise<T> {
  const data = exchange.then((result) => result.data);
  return Object.assign(data, {
    withResponse: () => {
      data.catch(() => {}); // the caller learns of a failure from the other promise
      return exchange;
    },
  });
}
