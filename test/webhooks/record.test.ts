// Proves that callbacks can fetch the record that an event names, by the caller's client, and nothing if it names none.
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { createKobbleClient, type Transaction, type Undocumented } from '../../src/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import {
  createWebhookHandler,
  signTestWebhook,
  type Delivery,
  type RecordClient,
  type RecordDelivery,
  type WebhookHandlerOptions,
} from '../../src/webhooks/index.js';
import { EVENT } from '../support/webhooks/authority.js';
import { fetch, topicArn } from '../support/webhooks/endpoint.js';
import { recorder } from '../support/webhooks/recorder.js';

const TRANSACTION = { id: EVENT.entity_id, amount: 100 };

/** A client that knows one transaction, and notes what it is asked for. */
const clientOf = (get = vi.fn<RecordClient['transactions']['get']>(async () => TRANSACTION)) => ({
  transactions: { get },
});

const trust = () => ({ topicArns: [topicArn], fetch, logger: recorder() });
const post = async (handler: (request: Request) => Promise<Response>, event: object) => {
  const { rawBody, headers } = signTestWebhook(event);
  return (await handler(new Request('http://localhost/', { method: 'POST', headers, body: rawBody }))).status;
};

describe('record()', () => {
  it('fetches the transaction that the event names, each time it is called, with options of the call', async () => {
    const client = clientOf();
    const records: unknown[] = [];
    const signal = new AbortController().signal;
    const handler = createWebhookHandler({
      ...trust(),
      client,
      on: {
        'transaction-create': async (_, { record }) => {
          records.push(await record(), await record({ signal, deadlineMs: 5_000 }));
        },
      },
    });
    expect(await post(handler, EVENT)).toBe(200);
    expect(records).toEqual([TRANSACTION, TRANSACTION]);
    expect(client.transactions.get.mock.calls).toEqual([
      [EVENT.entity_id, { deadlineMs: 10_000 }], // a callback has 14 s
      [EVENT.entity_id, { signal, deadlineMs: 5_000 }],
    ]);
  });

  it('is there for onEvent too, and asks for nothing by itself', async () => {
    const client = clientOf();
    const seen: unknown[] = [];
    const onEvent = async (_: unknown, { record, ...delivery }: RecordDelivery) => seen.push(typeof record, delivery);
    expect(await post(createWebhookHandler({ ...trust(), client, onEvent }), EVENT)).toBe(200);
    expect(seen).toEqual(['function', expect.objectContaining({ topicArn })]);
    expect(client.transactions.get).not.toHaveBeenCalled();
  });

  it.each([
    { ...EVENT, type: 'wallet-update' },
    { ...EVENT, type: ['transaction-create'] },
    { ...EVENT, entity_id: undefined },
    { ...EVENT, entity_id: '' },
    { ...EVENT, entity_id: 7 },
    { ...EVENT, entity_id: { toString: 'x' } },
    {},
  ])('is undefined, and sends nothing, for an event that names nothing that can be fetched: %o', async (event) => {
    const client = clientOf();
    const records: unknown[] = [];
    const onEvent = async (_: unknown, { record }: RecordDelivery) => records.push(await record());
    expect(await post(createWebhookHandler({ ...trust(), client, onEvent }), event)).toBe(200);
    expect(records).toEqual([undefined]);
    expect(client.transactions.get).not.toHaveBeenCalled();
  });

  it('rejects as the call does, so that the event is delivered again', async () => {
    const client = clientOf(vi.fn(() => Promise.reject(new Error('down'))));
    const handler = createWebhookHandler({ ...trust(), client, onEvent: (_, { record }) => record() });
    expect(await post(handler, EVENT)).toBe(500);
  });

  it('is not there without a client', async () => {
    const seen: unknown[] = [];
    const onEvent = (_: unknown, delivery: Delivery) => seen.push(Object.keys(delivery));
    await post(createWebhookHandler({ ...trust(), onEvent }), EVENT);
    expect(seen).toEqual([['messageId', 'topicArn', 'timestamp']]);
  });

  it('works with a real client, against the fake', async () => {
    const fake = createFakeKobble();
    const kobble = createKobbleClient(fake.clientOptions());
    const wallet = fake.state.addWallet({ status: 'ACTIVE' });
    const body = { amount: 100, reference: 'r', metadata: {}, to: wallet.id };
    const { id } = (await kobble.transactions.createManualCredit(body)) as { id: string };
    const records: unknown[] = [];
    const onEvent = async (_: unknown, { record }: RecordDelivery) => records.push(await record());
    await post(createWebhookHandler({ ...trust(), client: kobble, onEvent }), { ...EVENT, entity_id: id });
    expect(records).toEqual([expect.objectContaining({ id })]);
    await fake.close();
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['an object', {}],
    ['a client without transactions', { transactions: {} }],
    ['a text', 'client'],
  ])('refuses %s as client when the handler is made', (_, client) => {
    const options = { ...trust(), client, onEvent: () => {} } as unknown as WebhookHandlerOptions;
    expect(() => createWebhookHandler(options)).toThrow(/^kobble-client: client/);
  });
});

it('types: record() is there with a client only, and typed where the record is known', () => {
  const kobble = createKobbleClient({ baseUrl: 'https://api.kobble.test', token: 'T' });
  createWebhookHandler({
    ...trust(),
    client: kobble,
    on: {
      'transaction-create': (event, delivery) => {
        expectTypeOf(event.type).toEqualTypeOf<'transaction-create'>();
        expectTypeOf(delivery.record).returns.resolves.toEqualTypeOf<Undocumented<Transaction>>();
      },
      unknown: (_, delivery) => expectTypeOf(delivery.record).returns.resolves.toBeUnknown(),
    },
  });
  createWebhookHandler({
    ...trust(),
    on: { 'transaction-create': (_, delivery) => expectTypeOf(delivery).toEqualTypeOf<Delivery>() },
  });
  createWebhookHandler({ ...trust(), onEvent: (_, delivery) => expectTypeOf(delivery).toEqualTypeOf<Delivery>() });
});
