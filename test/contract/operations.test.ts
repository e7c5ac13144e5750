// Proves, against Prism serving the contract: every operation is reached, by its method and by openapi-fetch's client; a success
// deep-equals the contract's own example; each declared error arrives as its class; and no request breaks the contract.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  createKobbleClient,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  type KobbleClient,
} from '../../src/index.js';
import { startKobbleMock, type KobbleMock } from '../../src/testing/index.js';
import { samples, type Sample } from '../support/contract.js';
import { methodCalls } from '../support/method-calls.js';
import { apiOf } from '../support/openapi-client.js';

const CLASSES: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
  500: ServerError,
};

const violations: string[] = [];
let tokensAsked = 0;
let mock: KobbleMock;
let kobble: KobbleClient;

beforeAll(async () => {
  mock = await startKobbleMock();
  kobble = createKobbleClient({
    baseUrl: mock.url,
    clientId: 'contract-test',
    clientSecret: 'not-a-secret',
    scope: ['client/read', 'client/write'],
    retry: { maxRetries: 0 },
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const breach = response.headers.get('sl-violations');
      if (breach !== null) violations.push(`${init.method ?? ''} ${url}: ${breach}`);
      if (url.endsWith('/oauth2/token')) tokensAsked++;
      return response;
    },
  });
});

afterAll(async () => {
  await mock.close();
});

const operations = samples.filter((sample) => sample.id !== 'getAccessToken');

describe.each(operations)('$id', (sample) => {
  const methods = methodCalls.filter((one) => one.sample.id === sample.id);
  const id = sample.values['id'] ?? '';
  const successes = [...sample.answers].filter(([status]) => status < 300);
  const failures = [...sample.answers.keys()].filter((status) => status >= 400);

  it('has a method', () => expect(methods).not.toEqual([]));

  const answers = successes.flatMap(([status, examples]) =>
    [...examples].map(([name, value]) => ({ status, name, value })),
  );

  it.each(answers)('answers $status with the example $name', async ({ status, name, value }) => {
    const headers = mock.prefer({ code: status, example: name });
    for (const method of methods) {
      const { data, response } = await method.call(kobble, id, { headers }).withResponse();
      expect(response.status).toBe(status);
      expect('items' in Object(data) ? (data as { items: unknown }).items : data).toEqual(
        sample.id === 'createCardWidgetSession' ? { ...Object(value), iframeUrl: expect.any(String) as string } : value,
      );
    }
    const typed = await call(sample, headers);
    expect({ status: typed.response.status, data: typed.data, error: typed.error }).toEqual({ status, data: value });
  });

  it.each(failures)('turns %i into its class', async (status) => {
    const headers = mock.prefer({ code: status });
    for (const method of methods) {
      const error: unknown = await method.call(kobble, id, { headers }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(CLASSES[status]);
      expect(error).toMatchObject({
        status,
        operationId: sample.id,
        message: expect.stringContaining(sample.path) as string,
      });
    }
    const typed = await call(sample, headers);
    expect(typed.response.status).toBe(status);
    expect(typed.data).toBeUndefined();
  });
});

it('fetches its tokens from the same mock', () => {
  expect(tokensAsked).toBeGreaterThan(0);
});

it('breaks the contract with no request', () => {
  expect(violations).toEqual([]);
});

/** The operation by openapi-fetch's client; which of its typed calls it is, the sample alone knows. */
function call(
  { verb, path, values, body: sent }: Sample,
  headers: object,
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const untyped = apiOf(kobble)[verb] as (path: string, init: object) => Promise<{ response: Response }>;
  return untyped(path, { params: { path: values }, ...(sent !== undefined && { body: sent }), headers });
}
