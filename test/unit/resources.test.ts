// Proves that each resource method sends the verb, path, query and body of its operation, and that no operation is left out.
import { describe, expect, it } from 'vitest';
import { operationIds, operationNamed } from '../support/contract.js';
import type { CallOptions, KobbleClient } from '../../src/index.js';
import { json } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import {
  BENEFICIARY,
  CARD,
  CREDIT,
  DEBIT,
  ENDUSER,
  PROGRAM,
  RELAY,
  TRANSACTION,
  WALLET,
  WEBHOOK,
} from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

const ID = 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e';
const V1 = '/customers/v1';
const AGAIN = { reason: 'LOST', expiry: '12/30' };

type Call = (kobble: KobbleClient, options: CallOptions) => Promise<unknown>;
type Expected = [method: string, operation: string, request: string, body?: object];

const table: [call: Call, ...Expected][] = [
  [(k, o) => k.beneficiaries.list(o), 'beneficiaries.list', 'listBeneficiaries', `GET ${V1}/beneficiaries`],
  [(k, o) => k.beneficiaries.get(ID, o), 'beneficiaries.get', 'getBeneficiary', `GET ${V1}/beneficiaries/${ID}`],
  [
    (k, o) => k.beneficiaries.create(BENEFICIARY, o),
    'beneficiaries.create',
    'createBeneficiary',
    `POST ${V1}/beneficiaries`,
    BENEFICIARY,
  ],
  [
    (k, o) => k.beneficiaries.update(ID, { status: 'INACTIVE' }, o),
    'beneficiaries.update',
    'updateBeneficiary',
    `PUT ${V1}/beneficiaries/${ID}`,
    { status: 'INACTIVE' },
  ],
  [
    (k, o) => k.cards.list({ limit: 2, order: 'desc' }, o),
    'cards.list',
    'listCards',
    `GET ${V1}/cards?limit=2&order=desc`,
  ],
  [(k, o) => k.cards.get(ID, o), 'cards.get', 'getCard', `GET ${V1}/cards/${ID}`],
  [(k, o) => k.cards.create(CARD, o), 'cards.create', 'createCard', `POST ${V1}/cards`, CARD],
  [
    (k, o) => k.cards.updateStatus(ID, { status: 'STOLEN' }, o),
    'cards.updateStatus',
    'updateCardStatus',
    `PATCH ${V1}/cards/${ID}/status`,
    { status: 'STOLEN' },
  ],
  [
    (k, o) => k.cards.replace(ID, AGAIN, o),
    'cards.replace',
    'replaceOrRenewCard',
    `POST ${V1}/cards/${ID}/replace`,
    AGAIN,
  ],
  [(k, o) => k.cards.renew(ID, AGAIN, o), 'cards.renew', 'replaceOrRenewCard', `POST ${V1}/cards/${ID}/renew`, AGAIN],
  [
    (k, o) => k.cards.createSecret(ID, { remarks: 'r' }, o),
    'cards.createSecret',
    'createCardSecret',
    `POST ${V1}/cards/${ID}/secrets`,
    { remarks: 'r' },
  ],
  [
    (k, o) => k.cards.createWidgetSession(ID, o),
    'cards.createWidgetSession',
    'createCardWidgetSession',
    `POST ${V1}/cards/${ID}/widget-session`,
    {},
  ],
  [(k, o) => k.cardPrograms.list(o), 'cardPrograms.list', 'listCardPrograms', `GET ${V1}/card-programs`],
  [(k, o) => k.cardPrograms.get(ID, o), 'cardPrograms.get', 'getCardProgram', `GET ${V1}/card-programs/${ID}`],
  [
    (k, o) => k.cardPrograms.create(PROGRAM, o),
    'cardPrograms.create',
    'createCardProgram',
    `POST ${V1}/card-programs`,
    PROGRAM,
  ],
  [(k, o) => k.clients.list(o), 'clients.list', 'listClients', `GET ${V1}/clients`],
  [(k, o) => k.clients.get(ID, o), 'clients.get', 'getClient', `GET ${V1}/clients/${ID}`],
  [(k, o) => k.clients.create({ any: 1 }, o), 'clients.create', 'createClient', `POST ${V1}/clients`, { any: 1 }],
  [(k, o) => k.endusers.list(o), 'endusers.list', 'listEndusers', `GET ${V1}/endusers`],
  [(k, o) => k.endusers.get(ID, o), 'endusers.get', 'getEnduser', `GET ${V1}/endusers/${ID}`],
  [(k, o) => k.endusers.create(ENDUSER, o), 'endusers.create', 'createEnduser', `POST ${V1}/endusers`, ENDUSER],
  [
    (k, o) => k.transactions.list({ wallet: ID, offset: 0 }, o),
    'transactions.list',
    'listTransactions',
    `GET ${V1}/transactions?wallet=${ID}&offset=0`,
  ],
  [(k, o) => k.transactions.get(ID, o), 'transactions.get', 'getTransaction', `GET ${V1}/transactions/${ID}`],
  [
    (k, o) => k.transactions.create(TRANSACTION, o),
    'transactions.create',
    'createTransaction',
    `POST ${V1}/transactions`,
    TRANSACTION,
  ],
  [
    (k, o) => k.transactions.createManualCredit(CREDIT, o),
    'transactions.createManualCredit',
    'createManualCredit',
    `POST ${V1}/transactions/manual-credit`,
    CREDIT,
  ],
  [
    (k, o) => k.transactions.createManualDebit(DEBIT, o),
    'transactions.createManualDebit',
    'createManualDebit',
    `POST ${V1}/transactions/manual-debit`,
    DEBIT,
  ],
  [(k, o) => k.wallets.list(o), 'wallets.list', 'listWallets', `GET ${V1}/wallets`],
  [(k, o) => k.wallets.get(ID, o), 'wallets.get', 'getWallet', `GET ${V1}/wallets/${ID}`],
  [(k, o) => k.wallets.create(WALLET, o), 'wallets.create', 'createWallet', `POST ${V1}/wallets`, WALLET],
  [
    (k, o) => k.wallets.update(ID, { status: 'ACTIVE' }, o),
    'wallets.update',
    'updateWallet',
    `PATCH ${V1}/wallets/${ID}`,
    { status: 'ACTIVE' },
  ],
  [(k, o) => k.relays.create(RELAY, o), 'relays.create', 'createRelay', `POST ${V1}/relays`, RELAY],
  [(k, o) => k.webhooks.list(o), 'webhooks.list', 'listWebhooks', 'GET /customer/v1/webhooks/subscriptions'],
  [
    (k, o) => k.webhooks.create(WEBHOOK, o),
    'webhooks.create',
    'createWebhook',
    'POST /customer/v1/webhooks/subscriptions',
    WEBHOOK,
  ],
  [
    (k, o) => k.webhooks.delete(ID, o),
    'webhooks.delete',
    'deleteWebhook',
    `DELETE /customer/v1/webhooks/subscriptions/${ID}`,
  ],
];

const cases = table.map(([call, method, operation, request, body]) => ({ call, method, operation, request, body }));

describe.each(cases)('$method', ({ call, operation, request, body }) => {
  it(`sends ${request}`, async () => {
    const { list, retry } = operationNamed(operation);
    const reply = () => json(list ? [] : { cardId: ID, totp: '1', widgetUrl: 'https://widget.kobble.test' });
    const seen: unknown[] = [];
    const hooks = { onRequest: ({ operationId }: { operationId: unknown }) => void seen.push(operationId) };
    const { kobble, sent } = setUp({ api: reply, token: 'T', hooks });
    await call(kobble, { headers: { 'x-trace': 'on' } });
    expect(sent).toHaveLength(1);
    expect(`${sent[0]?.method ?? ''} ${sent[0]?.url ?? ''}`.replace(BASE_URL, '')).toBe(request);
    expect(sent[0]?.body).toBe(body && JSON.stringify(body));
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer T', 'x-trace': 'on' });
    expect('idempotency-key' in (sent[0]?.headers ?? {})).toBe(retry === 'keyed');
    expect(seen).toEqual([operation]);
  });
});

it("sends x-client-id empty, as the sample of the widget session's page has it", async () => {
  const api = () => json({ cardId: ID, totp: '1', widgetUrl: 'https://widget.kobble.test' });
  const { kobble, sent } = setUp({ api });
  const header = { 'x-client-id': '' };
  await kobble.cards.createWidgetSession(ID, { headers: header });
  await apiOf(kobble).POST('/customers/v1/cards/{id}/widget-session', {
    params: { path: { id: ID }, header },
    body: {},
  });
  expect(sent.map(({ headers }) => headers['x-client-id'])).toEqual(['', '']);
});

it('every operation but the token request is in the table', () => {
  const named = new Set(cases.map(({ operation }) => operation));
  expect(operationIds.filter((id) => !named.has(id))).toEqual(['getAccessToken']);
});

it('every method of every resource is in the table', () => {
  const { kobble } = setUp();
  const methods = Object.entries(kobble)
    .filter(([name]) => !['baseUrl', 'fetch'].includes(name))
    .flatMap(([name, resource]) =>
      Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
        .filter((method) => method !== 'constructor')
        .map((method) => `${name}.${method}`),
    );
  expect(methods.sort()).toEqual(cases.map(({ method }) => method).sort());
});
