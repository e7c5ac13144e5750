// Calls that succeed, at once or after a retry.
import { buildWidgetUrl, callOf, idempotencyKeyFrom } from 'kobble-client';
import { check, equal, failureOf, holds, NO_CREDENTIALS } from './harness.js';

const cardOf = ({ wallet, program }) => ({ wallet_id: wallet, program_id: program });
const statuses = async (world, operation) => (await world.ask('calls', operation)).map(({ status }) => status);

check('token: one request serves 20 calls that begin at once', async (world) => {
  const kobble = world.client();
  const cards = await Promise.all(Array.from({ length: 20 }, () => kobble.cards.get(world.card)));
  equal(cards.filter(({ id }) => id === world.card).length, 20, 'the number of cards');
  equal((await world.ask('calls', 'getAccessToken')).length, 1, 'the number of token requests');
});

check('token: a 401 is followed by a new token and a replay', async (world) => {
  await world.ask('fault', 'getCard', 1, 'expireToken');
  equal((await world.client().cards.get(world.card)).id, world.card);
  equal(await statuses(world, 'getCard'), [401, 200], 'statuses');
  equal((await world.ask('calls', 'getAccessToken')).length, 2, 'the number of token requests');
});

check('token: an own function is called for each call', async (world) => {
  let calls = 0;
  const token = async () => (calls++, world.token);
  const kobble = world.client({ ...NO_CREDENTIALS, token });
  await kobble.cards.get(world.card);
  await kobble.cards.get(world.card);
  equal(calls, 2, 'the number of calls');
});

check('keys: one key and one effect, though two responses are lost', async (world) => {
  const kobble = world.client();
  await kobble.cards.get(world.card);
  await world.ask('fault', 'createCard', 2, 'dropAnswer');
  const card = await kobble.cards.create(cardOf(world));
  const attempts = await world.ask('calls', 'createCard');
  holds(typeof card.id === 'string', 'the card has an id');
  equal(attempts.filter(({ effect }) => effect).length, 1, 'the number of effects');
  equal(new Set(attempts.map(({ key }) => key)).size, 1, 'the number of keys');
});

check('keys: one effect, though a request is lost', async (world) => {
  await world.ask('fault', 'createCard', 1, 'dropRequest');
  await world.client().cards.create(cardOf(world));
  equal((await world.ask('calls', 'createCard')).filter(({ effect }) => effect).length, 1, 'the number of effects');
});

check('keys: idempotencyKeyFrom makes the same key everywhere', async () => {
  equal(idempotencyKeyFrom('topup', 'order-1'), '5610490f-7dc3-4113-a7d5-fcc4d97e1af8');
});

check('retry: a read after 503', async (world) => {
  await world.ask('fault', 'getCard', 2, 'respond', 503);
  await world.client().cards.get(world.card);
  equal(await statuses(world, 'getCard'), [503, 503, 200], 'statuses');
});

check('retry: Retry-After is honoured', async (world) => {
  const kobble = world.client();
  await kobble.cards.get(world.card);
  await world.ask('fault', 'getCard', 1, 'respond', 429, { retryAfter: 1 });
  const started = performance.now();
  await kobble.cards.get(world.card);
  holds(performance.now() - started >= 990, 'the call took a second');
});

check('retry: a read whose connection is lost', async (world) => {
  await world.ask('fault', 'getCard', 1, 'dropRequest');
  equal((await world.client().cards.get(world.card)).id, world.card);
});

check('lists: for await walks all pages, each item once', async (world) => {
  await world.ask('addCards', 24);
  const ids = [];
  for await (const { id } of world.client().cards.list()) ids.push(id);
  equal([ids.length, new Set(ids).size], [25, 25], 'items and different items');
  equal((await world.ask('calls', 'listCards')).length >= 3, true, 'at least three pages');
});

check('lists: one page has items, total and the next page', async (world) => {
  await world.ask('addCards', 4);
  const page = await world.client().cards.list({ limit: 3 });
  const next = await page.nextPage();
  equal([page.items.length, page.total, next?.items.length], [3, 5, 2], 'items, total, items of the next page');
});

check('results: withResponse gives data and a genuine Response', async (world) => {
  const { data, response } = await world.client().cards.list().withResponse();
  holds(response instanceof Response, 'it is a Response');
  equal([response.status, response.headers.get('x-total-count'), data.items.length], [200, '1', 1]);
});

check('results: kobble.fetch gives a Response whatever its status, and callOf its outcome', async (world) => {
  const { baseUrl, fetch } = world.client();
  const found = await fetch(`${baseUrl}/customers/v1/cards/${world.card}`);
  const missing = await fetch(`${baseUrl}/customers/v1/cards/${world.program}`);
  equal([(await found.json()).id, found.status, callOf(found)?.outcome], [world.card, 200, 'ok']);
  equal([missing instanceof Response, missing.status, callOf(missing)?.outcome], [true, 404, 'rejected']);
});

check('results: kobble.request takes a path as text', async (world) => {
  const card = await world.client().request('GET', '/customers/v1/cards/{id}', { path: { id: world.card } });
  equal(card.id, world.card);
});

check('results: text of every language arrives as it was sent', async (world) => {
  const metadata = { text: 'Zoë 日本語 🎉 \u2028 "\\' };
  const person = { first_name: 'Zoë', last_name: '李', email: 'a@example.com', phone_number: '+61400000000' };
  const enduser = await world.client().endusers.create({ person, metadata });
  equal(enduser.metadata, metadata);
});

check('results: writes without a key are carried out once', async (world) => {
  const kobble = world.client();
  const body = { holder_id: world.holder, asset_class: 'CURRENCY', asset: 'AUD', partner_product: 'KOBBLE_AUD_1' };
  const wallet = await kobble.wallets.create(body);
  await kobble.cards.updateStatus(world.card, { status: 'SUSPENDED' });
  equal(await world.ask('effects', 'createWallet'), 1, 'the number of wallets created');
  equal((await kobble.wallets.get(wallet.id)).id, wallet.id);
});

check('options: hooks and log lines tell of each attempt', async (world) => {
  const seen = [];
  const line = () => seen.push('line');
  const logger = { debug: line, info: line, warn: line, error: line };
  const hooks = { onRequest: () => seen.push('request'), onResponse: () => seen.push('response') };
  await world.client({ logger, logLevel: 'debug', hooks }).cards.get(world.card);
  for (const one of ['line', 'request', 'response']) holds(seen.includes(one), `there was a ${one}`);
});

check('options: an own fetch carries the calls', async (world) => {
  const urls = [];
  const own = (url, init) => (urls.push(url), fetch(url, init));
  await world.client({ fetch: own }).cards.get(world.card);
  equal(urls.length, 2, 'the number of requests');
});

check('widget: the URL of a session', async (world) => {
  const session = await world.client().cards.createWidgetSession(world.card);
  const url = new URL(session.iframeUrl);
  equal([url.searchParams.get('cardId'), url.searchParams.get('totp')], [world.card, session.totp]);
  equal(buildWidgetUrl({ widgetUrl: 'https://w.example.com/', cardId: 'c', totp: 'a#1' }).endsWith('totp=a%231'), true);
});

check('options: a wrong one is refused by name', async (world) => {
  const error = await failureOf((async () => world.client({ timeoutMs: -1 }))());
  holds(error instanceof TypeError && error.message.includes('timeoutMs'), 'the TypeError names timeoutMs');
});
