import { ApiError, callOf, DecodeError, type KobbleClient } from '../../../src/index.js';
import { apiPromise, type Read } from '../../../src/api-promise.js';
import { operationAt, type Verb } from '../../../src/contract/operations.js';
import { apiError } from '../../../src/errors/api-error.js';
import { pathOf, queryOf, toJson, type Input } from '../../../src/http/input.js';
import { BufferedResponse, dataOf, jsonOrText } from '../../../src/http/response.js';
import { retryAfterOf } from '../../../src/http/retry.js';
import type { Send } from '../../../src/http/transport.js';
import type { KeyedCallOptions } from '../../../src/options.js';
import { Resources } from '../../../src/resources/index.js';

type Options = KeyedCallOptions | undefined;

class Methods extends Resources {}

/** Has the methods of a client call `kobble.fetch`, and make of its responses what they make of theirs. */
export function viaFetch(kobble: KobbleClient): KobbleClient {
  const send = (verb: Verb, path: string, input: Input & { options?: Options }, read: Read = (data) => data) =>
    apiPromise(async (onResponse) => {
      const response = await sendRequest(kobble, verb, path, input);
      onResponse({ toResponse: () => response });
      const received = new BufferedResponse(response, new Uint8Array(await response.clone().arrayBuffer()));
      if (!received.ok) throw errorOf(received);
      const unusable = (code: string, why: string) =>
        new DecodeError(`${verb} ${path} → answered, but ${why}`, { ...factsOf(received), code, outcome: 'unknown' });
      return read(dataOf(operationAt(verb, path), received, unusable), received, unusable);
    });
  return Object.assign(kobble, new Methods(send as Send));
}

function sendRequest(kobble: KobbleClient, verb: Verb, path: string, input: Input & { options?: Options }) {
  const { idempotencyKey, headers, extraBody, ...options } = input.options ?? {};
  const url = kobble.baseUrl + pathOf(operationAt(verb, path), input.path) + queryOf(input.query);
  const body = toJson(verb, input.body, extraBody);
  const given = { ...headers, ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }) };
  return kobble.fetch(url, { ...options, method: verb, headers: given, ...(body !== undefined && { body }) } as object);
}

function errorOf(response: BufferedResponse): ApiError {
  const facts = factsOf(response);
  const retryAfterMs = retryAfterOf(response, Date.now());
  return apiError(`${facts.endpoint} → ${response.status}`, { ...facts, retryAfterMs });
}

function factsOf(received: BufferedResponse) {
  const { raw, status } = received;
  const { outcome, ...facts } = callOf(raw) ?? {};
  if (outcome === undefined) throw new Error('the response has no facts of its call');
  const isOk = outcome === 'ok';
  return {
    ...facts,
    outcome: isOk ? ('unknown' as const) : outcome,
    status,
    headers: raw.headers,
    body: jsonOrText(received),
  };
}
