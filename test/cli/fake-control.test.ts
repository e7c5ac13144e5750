// Proves that each route of the control endpoint does what its example says, and refuses all that it does not know.
import { verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { listRoutes, ROUTES } from '../../src/testing/control-routes.js';
import { createFakeKobble, FAKE_CONTROL_HELP, trustFake, type FakeKobble } from '../../src/testing/index.js';
import { createWebhookHandler, signTestWebhook, toNodeHandler } from '../../src/webhooks/index.js';
import { listen } from '../support/listen.js';

let fake: FakeKobble;
let url: string;
let service: string;
let stop: () => Promise<unknown>;
beforeEach(async () => {
  fake = createFakeKobble();
  ({ url } = await fake.listen(0, { control: true }));
  [service, stop] = await listen(toNodeHandler(createWebhookHandler({ ...trustFake(url), onEvent: () => {} })));
});
afterEach(async () => {
  await fake.close();
  await stop();
});

/** Sends a request. Resolves to status and text. */
async function send(route: string, body?: string): Promise<[status: number, text: string]> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`${url}/__fake/${path}`, { method, ...(body !== undefined && { body }) });
  return [response.status, await response.text()];
}

/** Returns what is answered to a request. */
async function ask<T = unknown>(route: string, body?: object): Promise<T> {
  const [status, text] = await send(route, body && JSON.stringify(body));
  const answer = JSON.parse(text) as T & { message?: string };
  if (status !== 200) throw new Error(`${status}: ${answer.message}`);
  return answer;
}
const add = async (kind: string, fields = {}) => (await ask<{ id: string }>(`POST add/${kind}`, fields)).id;

/** Returns all names of fields in a JSON text. */
const namesIn = (json: string): string[] => [...json.matchAll(/"(\w+)":/g)].map(([, name = '']) => name);

describe.each(Object.entries(ROUTES))('%s', (name, [text]) => {
  const [body, answer = '{"ok":true}'] = text.split('→ ').map((part) => part.trim() || undefined);
  let example: string | undefined;
  beforeEach(async () => {
    const wallet = await add('active-wallet', { amount: 10 });
    await ask('POST faults', { operations: ['createCard', 'listCards'], fault: 'dropAnswer' });
    const kobble = createKobbleClient({ baseUrl: url, token: fake.state.addToken() });
    const { id } = await kobble.cards.create({ wallet_id: wallet, program_id: await add('program') });
    await ask('POST webhooks', { url: service });
    await ask('POST publish', { type: 'test' });
    await ask('GET settled');
    await ask('POST delivery-faults', { fault: 'repeat' });
    const given = name === 'POST add/card' ? wallet : id;
    example = body?.replace('"ID"', JSON.stringify(given)).replace(/http:[^"]+/, service);
  });

  it('answers its example as it says', async () => {
    const [status, text] = await send(name, example);
    expect([status, text[0]]).toEqual([200, answer[0]]);
    expect(namesIn(answer).filter((field) => !namesIn(text).includes(field))).toEqual([]);
  });

  it.skipIf(name === 'POST publish' || name.startsWith('GET'))(
    'refuses an unknown field, and does nothing',
    async () => {
      const state = () => [
        ...[fake.state.cards.size, fake.state.transactions.size, fake.calls.length, fake.webhooks.deliveries.length],
        ...[fake.faults.pending(), fake.webhooks.faults.pending(), fake.clock.now() - Date.now() > 10_000],
      ];
      const before = state();
      const given = JSON.parse(example ?? '{}') as object;
      await expect(ask(name, { ...given, unkown: 1 })).rejects.toThrow(/^400: kobble-client: "?unkown"? is not /);
      expect(state()).toEqual(before);
    },
  );

  it.skipIf(name.startsWith('GET'))('refuses what is no JSON object', async () => {
    for (const text of ['[]', '"x"', '1', 'null', '{']) expect((await send(name, text))[0]).toBe(400);
  });

  it('refuses a query', async () => {
    expect(await send(`${name}?operationId=createCard`, example)).toEqual([
      400,
      expect.stringContaining(`${name} takes no query`),
    ]);
  });

  it('is in the help', () => expect(FAKE_CONTROL_HELP).toContain(`\n  ${name}`));
});

it.each<[route: string, body: object, reason: string]>([
  ['POST simulate', { what: 'refund', transaction: 'x', amuont: 1 }, 'Did you mean "amount"?'],
  ['POST simulate', { waht: 'refund' }, '"what" of simulate must be "purchase", "decline", '],
  ['POST faults', { operations: ['createCard'], fault: 'dropAnswer', tims: 3 }, 'Did you mean "times"?'],
  ['POST faults', { operations: ['createCard'], fault: 'respond', status: 503, afetr: 'effect' }, 'mean "after"?'],
  ['POST faults', { operations: ['createCard'], fault: 'respond', status: 503, after: 'efect' }, 'must be "effect"'],
  ['POST faults', { operations: ['createCard'], fault: 'respond' }, '"status" of the fault respond must be'],
  ['POST faults', { operations: ['createCard'], fault: 'slow' }, '"milliseconds" of the fault slow must be'],
  [
    'POST faults',
    { operations: ['createCard'], fault: 'slow', status: 503 },
    '"status" is not a field of the fault slow',
  ],
  ['POST faults', { operations: ['createCard'], fault: 'dropanswer' }, '"fault" of a fault must be "dropAnswer", '],
  ['POST faults', { operations: ['createCard'], falt: 'dropAnswer' }, 'Did you mean "fault"?'],
  [
    'POST faults',
    { operations: ['createCard'], fault: 'dropAnswer', times: null },
    '"times" of the fault dropAnswer must',
  ],
  ['POST faults', { operations: ['createCart'], fault: 'dropAnswer' }, 'Did you mean "createCard"?'],
  ['POST faults', { operations: [], fault: 'dropAnswer' }, '"operations" of the fault dropAnswer must be a list'],
  ['POST faults', { operation: 'createCard', fault: 'dropAnswer' }, 'Did you mean "operations"?'],
  ['POST random', { seed: 1, dropanswer: 0.3 }, 'Did you mean "dropAnswer"?'],
  [
    'POST delivery-faults',
    { fault: 'forge', count: 3 },
    '"count" is not a field of the fault forge. It has fault, times',
  ],
  ['POST delivery-faults', { fault: 'repeat', more: '2' }, '"more" of the fault repeat must be'],
  ['POST webhooks', { ulr: 'http://localhost/' }, 'Did you mean "url"?'],
  ['POST webhooks', { url: 'http://localhost/', retryDelay: 1 }, 'Did you mean "retryDelayMs"?'],
  ['POST webhooks', { url: 'http://192.0.2.1/' }, 'on loopback'],
  ['DELETE webhooks', { url: 'http://localhost/' }, '"url" is not that of an endpoint'],
  ['POST clock', { advnce: 1 }, 'Did you mean "advance"?'],
  ['POST clock', {}, '"advance" of clock must be a number of milliseconds'],
  ['POST options', { stric: false }, 'Did you mean "strict"?'],
  ['POST options', { rateLimit: { calls: 1 } }, '"perMs" of rateLimit must be'],
  ['POST add/wallett', {}, 'Did you mean "POST add/wallet"?'],
  ['PUT faults', {}, 'There is no PUT /__fake/faults. Did you mean "POST faults"?'],
])('%s %j is refused: %s', async (route, body, reason) => {
  await expect(ask(route, body)).rejects.toThrow(reason);
  await expect(ask(route, body)).rejects.toThrow(/^400/);
  expect([fake.faults.pending(), fake.webhooks.faults.pending(), fake.webhooks.deliveries]).toEqual([[], [], []]);
});

it('lists the faults that happen always, and removes those of deliveries', async () => {
  await ask('POST faults', { operations: ['createCard'], fault: 'garble', how: 'cut', times: 'always' });
  expect(await ask('GET faults')).toEqual([
    { operationId: 'createCard', fault: { kind: 'garble', how: 'cut' }, times: 'always' },
  ]);
  await ask('POST delivery-faults', { fault: 'delay', milliseconds: 5, times: 'always' });
  expect(await ask('GET delivery-faults')).toEqual([{ fault: { kind: 'delay', milliseconds: 5 }, times: 'always' }]);
  await ask('DELETE delivery-faults');
  expect(await ask('GET delivery-faults')).toEqual([]);
});

it('lists endpoints, and removes one or all, but those that were created over the API', async () => {
  const others = ['a', 'b', 'c'].map((path) => `${service}/${path}`);
  for (const one of others) await ask('POST webhooks', { url: one });
  const token = fake.state.addToken();
  await createKobbleClient({ baseUrl: url, token }).webhooks.create({ url: `${service}/api` });
  await ask('GET settled');
  const urls = async () => {
    const endpoints = await ask<{ url: string; topicArn: string; isConfirmed: boolean }[]>('GET webhooks');
    const [topicArn] = fake.webhooks.trust.topicArns;
    for (const one of endpoints) expect(one).toMatchObject({ topicArn, isConfirmed: true });
    return endpoints.map((one) => new URL(one.url).pathname);
  };
  expect(await urls()).toEqual(['/a', '/b', '/c', '/api']);
  await ask('POST reset');
  expect(await urls()).toEqual(['/a', '/b', '/c']);
  await ask('DELETE webhooks', { url: others[1] });
  expect(await urls()).toEqual(['/a', '/c']);
  await ask('POST publish', { type: 'test' });
  await ask('GET settled');
  expect(fake.webhooks.deliveries.map((one) => new URL(one.url).pathname)).toEqual(['/a', '/c']);
  await ask('DELETE webhooks');
  expect(await urls()).toEqual([]);
});

it('does not ask an endpoint again that was removed before it has confirmed', async () => {
  const [failing, end] = await listen((_, response) => response.writeHead(503).end());
  const refused = expect(ask('POST webhooks', { url: failing })).rejects.toThrow(/did not confirm .* \(answer: 503\)/);
  await expect.poll(() => fake.webhooks.deliveries.at(0)?.status).toBe(503);
  await ask('DELETE webhooks', { url: failing });
  await ask('POST clock', { advance: 20_000 });
  await refused;
  await ask('GET settled');
  expect(fake.webhooks.deliveries).toHaveLength(1);
  await end();
});

it('sets options until the reset', async () => {
  const kobble = createKobbleClient({ baseUrl: url, token: fake.state.addToken(), retry: { maxRetries: 0 } });
  const statusOf = async () => {
    const card = { wallet_id: await add('active-wallet'), program_id: await add('program') };
    const { response } = await kobble.cards.create(card).withResponse();
    return response.status;
  };
  await ask('POST options', { cardCreatedStatus: 201, rateLimit: { calls: 3, perMs: 60_000 } });
  expect(await statusOf()).toBe(201);
  await ask('POST options', { cardCreatedStatus: 202 });
  expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([202, 202, 202]); // no limit: the last ones hold
  await ask('POST options', { rateLimit: { calls: 1, perMs: 60_000 } });
  expect(await statusOf()).toBe(200);
  await expect(statusOf()).rejects.toMatchObject({ status: 429 });
  await ask('POST options', { strict: false });
  expect(await ask('POST add/wallet', { amout: 1 })).toMatchObject({ amout: 1 });
  const id = await add('card');
  expect((await kobble.cards.createWidgetSession(id)).iframeUrl).toContain(url); // the fake's own page, as ever
  await ask('POST reset');
  expect(await statusOf()).toBe(200);
  await expect(ask('POST add/wallet', { amout: 1 })).rejects.toThrow('Did you mean "amount"?');
});

it('is listed in the documentation, which has the order of signed fields, too', async () => {
  const page = readFileSync('docs/testing.md', 'utf8');
  expect(page).toContain(`\`\`\`text\n${listRoutes().join('\n')}\n\`\`\``);
  const signed = [...(page.split('[Signed]')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  for (const type of ['Notification', 'SubscriptionConfirmation'] as const) {
    const message = JSON.parse(signTestWebhook({ type: 'x' }, { type }).rawBody) as Record<string, string>;
    const text = signed.flatMap((name) => (name in message ? [name, message[name]] : [])).join('\n') + '\n';
    const pem = await (await signTestWebhook().fetch(String(message['SigningCertURL']), {})).text();
    expect(verify('sha256', Buffer.from(text), pem, Buffer.from(String(message['Signature']), 'base64'))).toBe(true);
  }
});

it('is not there unless it is asked for, and then goes before other functions', async () => {
  const intercept = () => new Response('mine');
  const [without, both] = [await fake.listen(), await fake.listen(0, { control: true, intercept })];
  expect((await fetch(`${without.url}/__fake`)).status).toBe(404);
  expect(await (await fetch(`${both.url}/__fake`)).text()).toBe(`${FAKE_CONTROL_HELP}\n`);
  expect(await (await fetch(`${both.url}/other`)).text()).toBe('mine');
});
