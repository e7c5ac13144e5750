/** What a call resolves to with {@link ApiPromise.withResponse}. */
export interface DataWithResponse<T> {
  readonly data: T;
  /** The answer itself, its body already read. */
  readonly response: Response;
}

/** The promise of a call's data. */
export interface ApiPromise<T> extends Promise<T> {
  /** The data together with the answer it came in: its status and headers. The call is sent once either way. */
  withResponse(): Promise<DataWithResponse<T>>;
}

/** Gives an exchange that is under way the two faces of an {@link ApiPromise}. */
export function apiPromise<T>(exchange: Promise<DataWithResponse<T>>): ApiPromise<T> {
  const data = exchange.then((result) => result.data);
  return Object.assign(data, {
    withResponse: () => {
      data.catch(() => {}); // who asks for both hears of a failure once, from the other promise
      return exchange;
    },
  });
}

/** The same call with its data turned into something else. */
export function mapData<T, U>(promise: ApiPromise<T>, turn: (data: T, response: Response) => U): ApiPromise<U> {
  return apiPromise(promise.withResponse().then(({ data, response }) => ({ data: turn(data, response), response })));
}
