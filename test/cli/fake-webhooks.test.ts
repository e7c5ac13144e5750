// Proves that `kobble-client fake` posts signed webhooks to a service in another process, and lets things happen on demand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { trustFake } from '../../src/testing/index.js';
import { createWebhookHandler, toNodeHandler, type WebhookEvent } from '../../src/webhooks/index.js';
import { runProgram, startServer, type RunningServer } from '../support/cli/program.js';
import { listen } from '../support/listen.js';

let server: RunningServer;
let stop: () => Promise<unknown>;
let handler: ReturnType<typeof toNodeHandler> | undefined;
const events: WebhookEvent[] = [];

beforeAll(async () => {
  let url: string;
  // The service trusts the fake by its URL, which is known once the fake has started.
  [url, stop] = await listen((request, response) => {
    handler ??= toNodeHandler(
      createWebhookHandler({ ...trustFake(server.url), onEvent: (event) => void events.push(event) }),
    );
    handler(request, response);
  });
  server = await startServer('fake', '--webhook', `${url}/webhooks/kobble`);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  expect(server.stderr()).toBe(''); // which would land in the output of a test
  await stop();
});

async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(`${server.url}/__fake/${path}`, init);
  const result: unknown = await response.json();
  if (!response.ok) throw new Error((result as { message: string }).message);
  return result as T;
}
type Entity = { readonly id: string };
const simulate = <T = { transaction: Entity; declined?: string }>(what: string, more: object) =>
  control<T>('POST', 'simulate', { what, ...more });

it('states the topic, and posts what happens to --webhook once it has confirmed', async () => {
  expect(server.printed['topicArn']).toBe('arn:aws:sns:ap-southeast-2:000000000000:kobble-test');
  await control('GET', 'settled');
  const wallet = await control<Entity>('POST', 'add/active-wallet', { amount: 100 });
  const card = await control<Entity>('POST', 'add/card', { wallet_id: wallet.id });
  const { transaction } = await simulate('purchase', { card: card.id, amount: 30 });
  await simulate('refund', { transaction: transaction.id, amount: 10 });
  const second = await simulate('purchase', { card: card.id, amount: 5 });
  await simulate('reversal', { transaction: second.transaction.id });
  await simulate('topUp', { wallet: wallet.id, amount: 1 });
  await simulate('decline', { card: card.id, amount: 1 });
  await simulate('status', { card: card.id, status: 'SUSPENDED', eventType: 'card-update' });
  await simulate('expiry', { card: card.id });
  expect((await simulate('purchase', { card: card.id, amount: 1 })).declined).toBe('the card is SUSPENDED');
  await control('GET', 'settled');

  const kobble = createKobbleClient({ baseUrl: server.url, token: server.printed['token'] ?? '' });
  expect((await kobble.wallets.get(wallet.id)).amount).toBe(81);
  const listed = [...(await kobble.transactions.list({ wallet: wallet.id }))] as Entity[];
  expect(listed).toHaveLength(5);
  expect(events.map(({ entity_id }) => entity_id)).toEqual([...listed.map(({ id }) => id), card.id]);
});

it('plans faults of deliveries, and lists these', async () => {
  await control('POST', 'reset');
  await control('POST', 'delivery-faults', { fault: 'repeat', more: 2 });
  await control('POST', 'delivery-faults', { fault: 'lose', times: 2 });
  await control('POST', 'delivery-faults', { fault: 'forge', times: 'always' });
  for (const entity_id of ['a', 'b', 'c', 'd']) await control('POST', 'publish', { type: 'test', entity_id });
  await control('GET', 'settled');
  const deliveries = await control<{ status: unknown; event: WebhookEvent }[]>('GET', 'deliveries');
  expect(deliveries.map(({ event, status }) => [event.entity_id, status])).toEqual([
    ...[1, 2, 3].map(() => ['a', 200]),
    ...['b', 'c'].map((id) => [id, 'lost']),
    ...[403, 200].map((status) => ['d', status]),
  ]);
});

it('subscribes further endpoints, and says why one does not confirm', async () => {
  const [url, end] = await listen((_, response) => response.writeHead(404).end());
  await expect(control('POST', 'webhooks', { url })).rejects.toThrow(
    /did not confirm the subscription \(answer: 404\)/,
  );
  await end();
});

describe('a wrong request', () => {
  it.each<[string, string, object, RegExp]>([
    ['something unknown', 'simulate', { what: 'toString' }, /"what" of simulate must be "purchase", /],
    ['an unknown card', 'simulate', { what: 'purchase', card: 'none', amount: 1 }, /card must be the id of a card/],
    ['an amount that is text', 'simulate', { what: 'topUp', wallet: 'none', amount: '1' }, /"amount" of .* must be/],
    ['an unknown fault', 'delivery-faults', { fault: 'constructor' }, /"fault" of a fault must be "repeat", "swap", /],
    ['a wrong number', 'delivery-faults', { fault: 'lose', times: 'twice' }, /whole number/],
    ['no delay', 'delivery-faults', { fault: 'delay' }, /"milliseconds" of the fault delay must be/],
    ['no URL', 'webhooks', {}, /"url" of POST webhooks must be/],
    ['no web URL', 'webhooks', { url: 'file:///' }, /http or https/],
    ['the network', 'webhooks', { url: 'http://192.0.2.1/' }, /loopback/],
  ])('for %s is answered 400, and says why', async (_, path, body, reason) => {
    await expect(control('POST', path, body)).rejects.toThrow(reason);
  });

  it('of a web page is refused', async () => {
    for (const path of ['simulate', 'publish', 'webhooks', 'delivery-faults']) {
      const init = { method: 'POST', headers: { origin: 'https://evil.test' }, body: '{}' };
      expect((await fetch(`${server.url}/__fake/${path}`, init)).status).toBe(403);
    }
  });
});

it('prints its routes, and refuses an option that is no URL', async () => {
  const help = await (await fetch(`${server.url}/__fake`)).text();
  for (const route of ['simulate', 'publish', 'webhooks', 'delivery-faults', 'deliveries', 'settled']) {
    expect(help).toMatch(new RegExp(`^ {2}(GET|POST) ${route}`, 'm'));
  }
  for (const url of ['shop', 'ftp://localhost/', 'https://shop.example/', 'http://localhost.evil.test/']) {
    const run = await runProgram(['fake', '--webhook', url]);
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('--webhook must be an http or https URL on')]);
  }
});
