import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { KobbleClient } from '../client.js';
import type { paths } from '../contract/types.js';
import { operationAt } from '../contract/operations.js';
import { pathOf } from '../http/input.js';
import { callOf, makeResponse } from '../http/response.js';

/** Options of openapi-fetch's client, but for those that the Kobble client sets. */
export type OpenapiClientOptions = Omit<ClientOptions, 'baseUrl' | 'fetch' | 'Request'>;

/**
 * Returns openapi-fetch's own client, typed by the contract, on `kobble.fetch`: its calls have the tokens, keys, retries and
 * limits of the Kobble client. Middlewares, `parseAs`, serializers and what is built on openapi-fetch (React hooks) work.
 *
 * A failed response always has an `error` that is true: if its body is empty or falsy, `{ status }`. A call without a
 * response rejects with an error of this library, and so does a successful one with a page of HTML or with JSON that breaks
 * off. `callOf(response)` returns the outcome and the idempotency key.
 *
 * @example
 * const api = createOpenapiClient(kobble);
 * const { data, error, response } = await api.GET('/customers/v1/cards', { params: { query: { limit: 10 } } });
 */
export function createOpenapiClient(
  kobble: Pick<KobbleClient, 'baseUrl' | 'fetch'>,
  options: OpenapiClientOptions = {},
): Client<paths> {
  return createClient<paths>({
    // openapi-fetch lets `..` through as a path value, and a URL parser then leaves the collection.
    pathSerializer: (path, values) => pathOf(operationAt('GET', path), values),
    ...options,
    baseUrl: kobble.baseUrl,
    fetch: async (request) => withTruthyError(await kobble.fetch(request)),
  });
}

/** Gives a failed response whose body is empty or falsy one that is neither: openapi-fetch returns it as `error`. */
async function withTruthyError(response: Response): Promise<Response> {
  if (response.ok || !isFalsy(await response.clone().text())) return response;
  const { status, statusText, url } = response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const error = new TextEncoder().encode(JSON.stringify({ status }));
  // A response that is made with the status 304 can have no body.
  const made = makeResponse({ status: 599, statusText, url, headers }, error, callOf(response));
  return Object.defineProperty(made, 'status', { value: status });
}

/** Returns true for an empty body, and for JSON such as `null`, `0` or `false`. */
function isFalsy(text: string): boolean {
  try {
    return !JSON.parse(text);
  } catch {
    return text.trim() === '';
  }
}
