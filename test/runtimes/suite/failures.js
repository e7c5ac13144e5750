// Calls that fail: each error has its name, code and outcome, and shows no secret.
import * as library from 'kobble-client';
import { check, CREDENTIALS, equal, failsWith, failureOf, holds, NO_CREDENTIALS } from './harness.js';

const ONCE = { retry: { maxRetries: 0 } };
const walletOf = ({ holder }) => ({
  ...{ holder_id: holder, asset_class: 'CURRENCY', asset: 'AUD', partner_product: 'KOBBLE_AUD_1' },
});

for (const [status, name, code] of [
  [400, 'BadRequestError', 'bad_request'],
  [403, 'PermissionDeniedError', 'permission_denied'],
  [404, 'NotFoundError', 'not_found'],
  [422, 'UnprocessableEntityError', 'unprocessable_entity'],
]) {
  check(`errors: ${status} is ${name}`, async (world) => {
    await world.ask('fault', 'getCard', 1, 'respond', status, { headers: { 'x-request-id': 'request-1' } });
    const error = await failsWith(world.client().cards.get(world.card), { name, code, outcome: 'rejected' });
    holds(error instanceof library[name] && library.isKobbleError(error), `it is a ${name}`);
    equal([error.status, error.requestId, error.name], [status, 'request-1', name]);
  });
}

check('errors: 429 has retryAfterMs', async (world) => {
  await world.ask('fault', 'getCard', 1, 'respond', 429, { retryAfter: 7 });
  const error = await failureOf(world.client().cards.get(world.card, ONCE));
  equal([error.code, error.retryAfterMs, error.outcome], ['rate_limited', 7000, 'rejected']);
});

check('errors: 500 of a keyless write leaves the outcome open', async (world) => {
  await world.ask('fault', 'createWallet', 1, 'respond', 500);
  const error = await failureOf(world.client().wallets.create(walletOf(world)));
  equal([error.code, error.outcome, error.attempts], ['server_error', 'unknown', 1]);
});

check('errors: HTML instead of JSON', async (world) => {
  await world.ask('fault', 'getCard', 1, 'garble');
  await failsWith(world.client().cards.get(world.card), {
    name: 'DecodeError',
    code: 'invalid_json',
    outcome: 'unknown',
  });
});

check('errors: a body that is too large', async (world) => {
  const kobble = world.client({ ...NO_CREDENTIALS, token: world.token, maxResponseBytes: 100 });
  await failsWith(kobble.cards.get(world.card), { name: 'DecodeError', code: 'body_too_large', outcome: 'unknown' });
});

check('errors: no token', async (world) => {
  await world.ask('fault', 'getAccessToken', 9, 'respond', 400);
  const error = await failureOf(world.client().cards.get(world.card));
  equal([error.name, error.code, error.outcome], ['AuthenticationError', 'token_unavailable', 'not-sent']);
});

check('errors: a redirect is not followed, and the message tells of it', async (world) => {
  await world.ask('fault', 'getCard', 1, 'respond', 302, { headers: { location: world.given.elsewhere } });
  const error = await failureOf(world.client().cards.get(world.card, ONCE));
  equal([error.name, error.outcome], ['ApiError', 'rejected']);
  holds(/302|Redirect/.test(error.message), `"${error.message}" tells of a redirect`);
  equal(await world.ask('elsewhere'), 0, 'the number of requests to the other host');
});

check('time: an abort ends a call at once', async (world) => {
  const kobble = world.client();
  await kobble.cards.get(world.card);
  await world.ask('fault', 'getCard', 1, 'stallHeaders');
  const controller = new AbortController();
  const started = performance.now();
  setTimeout(() => controller.abort(new Error('enough')), 200);
  const call = kobble.cards.get(world.card, { signal: controller.signal });
  const error = await failsWith(call, { name: 'AbortError', code: 'aborted', outcome: 'unknown' });
  equal([error.name, error.cause?.message], ['AbortError', 'Error']);
  holds(performance.now() - started < 5_000, 'it ended at once');
});

check('time: AbortSignal.timeout ends a call that is retried', async (world) => {
  await world.ask('fault', 'getCard', 99, 'respond', 503);
  const started = performance.now();
  const error = await failureOf(world.client().cards.get(world.card, { signal: AbortSignal.timeout(1_500) }));
  equal(error.name, 'AbortError');
  holds(performance.now() - started < 8_000, 'it ended in time');
});

check('time: after an abort nothing is sent', async (world) => {
  const call = world.client().cards.get(world.card, { signal: AbortSignal.abort() });
  await failsWith(call, { name: 'AbortError', code: 'aborted', outcome: 'not-sent' });
  equal((await world.ask('calls', 'getCard')).length, 0, 'the number of requests');
});

check('time: a timeout ends an attempt without headers', async (world) => {
  await world.ask('fault', 'createWallet', 1, 'stallHeaders');
  const call = world.client().wallets.create(walletOf(world), { timeoutMs: 500 });
  await failsWith(call, { name: 'TimeoutError', code: 'attempt_timeout', outcome: 'unknown' });
});

check('time: a timeout ends an attempt with half a body', async (world) => {
  await world.ask('fault', 'getCard', 1, 'stallBody');
  const call = world.client().cards.get(world.card, { timeoutMs: 1_000, ...ONCE });
  await failsWith(call, { name: 'TimeoutError', code: 'attempt_timeout', outcome: 'unknown' });
});

check('time: the deadline ends a call', async (world) => {
  await world.ask('fault', 'getCard', 99, 'stallHeaders');
  const started = performance.now();
  const call = world.client().cards.get(world.card, { deadlineMs: 1_500 });
  await failsWith(call, { name: 'TimeoutError', code: 'deadline_exceeded', outcome: 'unknown' });
  holds(performance.now() - started < 5_000, 'it ended in time');
});

check('secrets: redact masks tokens and card numbers', async () => {
  const shown = JSON.stringify(library.redact({ access_token: 'abcdefgh', note: 'card 4111 1111 1111 1111' }));
  holds(!shown.includes('abcdefgh') && !shown.includes('1111 1111'), `${shown} shows nothing`);
});

check('secrets: the error of a lost connection shows no id, token or secret', async (world) => {
  await world.ask('fault', 'getCard', 99, 'dropRequest');
  const error = await failureOf(world.client().cards.get(world.card, ONCE));
  const shown = [];
  for (let one = error; one instanceof Error; one = one.cause) shown.push(one.message, one.stack, JSON.stringify(one));
  for (const secret of [world.card, CREDENTIALS.clientSecret]) {
    holds(!shown.join().includes(secret), 'neither id nor secret is shown');
  }
  holds(error.message.includes('/cards/{id}'), 'the message names the path template');
});
