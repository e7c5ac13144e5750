// Proves, against Prism serving the contract: every operation is reached, by its method and by `kobble.api`; a success
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
  type ApiPromise,
  type CallOptions,
  type KobbleClient,
} from '../../src/index.js';
import { startKobbleMock, type KobbleMock } from '../../src/testing/index.js';
import { samples, type Sample } from '../support/contract.js';
import { apiOf } from '../support/openapi-client.js';

type Method = (kobble: KobbleClient, sample: Sample, options: CallOptions) => ApiPromise<unknown>;

const id = ({ values }: Sample) => values['id'] ?? '';
const body = (sample: Sample) => sample.body as never;

/** The facade's method, or methods, for each operation. */
const facade: Record<string, readonly Method[]> = {
  listBeneficiaries: [(k, _, o) => k.beneficiaries.list(o)],
  getBeneficiary: [(k, s, o) => k.beneficiaries.get(id(s), o)],
  createBeneficiary: [(k, s, o) => k.beneficiaries.create(body(s), o)],
  updateBeneficiary: [(k, s, o) => k.beneficiaries.update(id(s), body(s), o)],
  listCards: [(k, _, o) => k.cards.list({ limit: 10 }, o)],
  getCard: [(k, s, o) => k.cards.get(id(s), o)],
  createCard: [(k, s, o) => k.cards.create(body(s), o)],
  updateCardStatus: [(k, s, o) => k.cards.updateStatus(id(s), body(s), o)],
  replaceOrRenewCard: [(k, s, o) => k.cards.replace(id(s), body(s), o), (k, s, o) => k.cards.renew(id(s), body(s), o)],
  createCardSecret: [(k, s, o) => k.cards.createSecret(id(s), body(s), o)],
  createCardWidgetSession: [(k, s, o) => k.cards.createWidgetSession(id(s), o)],
  listCardPrograms: [(k, _, o) => k.cardPrograms.list(o)],
  getCardProgram: [(k, s, o) => k.cardPrograms.get(id(s), o)],
  createCardProgram: [(k, s, o) => k.cardPrograms.create(body(s), o)],
  listClients: [(k, _, o) => k.clients.list(o)],
  getClient: [(k, s, o) => k.clients.get(id(s), o)],
  createClient: [(k, s, o) => k.clients.create(body(s), o)],
  listEndusers: [(k, _, o) => k.endusers.list(o)],
  getEnduser: [(k, s, o) => k.endusers.get(id(s), o)],
  createEnduser: [(k, s, o) => k.endusers.create(body(s), o)],
  listTransactions: [(k, _, o) => k.transactions.list({}, o)],
  getTransaction: [(k, s, o) => k.transactions.get(id(s), o)],
  createTransaction: [(k, s, o) => k.transactions.create(body(s), o)],
  createManualCredit: [(k, s, o) => k.transactions.createManualCredit(body(s), o)],
  createManualDebit: [(k, s, o) => k.transactions.createManualDebit(body(s), o)],
  listWallets: [(k, _, o) => k.wallets.list(o)],
  getWallet: [(k, s, o) => k.wallets.get(id(s), o)],
  createWallet: [(k, s, o) => k.wallets.create(body(s), o)],
  updateWallet: [(k, s, o) => k.wallets.update(id(s), body(s), o)],
  createRelay: [(k, s, o) => k.relays.create(body(s), o)],
  listWebhooks: [(k, _, o) => k.webhooks.list(o)],
  createWebhook: [(k, s, o) => k.webhooks.create(body(s), o)],
  deleteWebhook: [(k, s, o) => k.webhooks.delete(id(s), o)],
};

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

it('leaves no operation out', () => {
  expect(Object.keys(facade).sort()).toEqual(operations.map((sample) => sample.id).sort());
});

describe.each(operations)('$id', (sample) => {
  const successes = [...sample.answers].filter(([status]) => status < 300);
  const failures = [...sample.answers.keys()].filter((status) => status >= 400);

  const answers = successes.flatMap(([status, examples]) =>
    [...examples].map(([name, value]) => ({ status, name, value })),
  );

  it.each(answers)('answers $status with the example $name', async ({ status, name, value }) => {
    const headers = mock.prefer({ code: status, example: name });
    for (const method of facade[sample.id] ?? []) {
      const { data, response } = await method(kobble, sample, { headers }).withResponse();
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
    for (const method of facade[sample.id] ?? []) {
      const error: unknown = await method(kobble, sample, { headers }).catch((reason: unknown) => reason);
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

/** The operation by `kobble.api`; which of its typed calls it is, the sample alone knows. */
function call(
  { verb, path, values, body: sent }: Sample,
  headers: object,
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const untyped = apiOf(kobble)[verb] as (path: string, init: object) => Promise<{ response: Response }>;
  return untyped(path, { params: { path: values }, ...(sent !== undefined && { body: sent }), headers });
}
