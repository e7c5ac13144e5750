// Connections that cannot be made, or break: why, and how often a write reaches the server.
import { check, equal, failsWith, failureOf, holds, NO_CREDENTIALS } from './harness.js';

const ONCE = { retry: { maxRetries: 0 } };
const at = (world, baseUrl) => world.client({ ...NO_CREDENTIALS, token: world.token, baseUrl });

for (const [what, place, code] of [
  ['a refused connection', 'refused', 'connection_refused'],
  ['a name that does not exist', 'noSuchName', 'name_not_resolved'],
  ['a certificate that nobody vouches for', 'untrusted', 'tls_failed'],
]) {
  check(`reasons: ${what} is ${code}, and nothing was sent`, async (world) => {
    const call = at(world, world.given[place]).wallets.create({}, ONCE);
    const error = await failsWith(call, { name: 'ConnectionError', code, outcome: 'not-sent' });
    holds(error.cause instanceof Error, 'it has a cause');
  });
}

// Only Deno can be denied one host.
if ('Deno' in globalThis) {
  check('reasons: a host that is not permitted is network_access_denied, and nothing was sent', async (world) => {
    const call = at(world, world.given.denied).wallets.create({});
    const error = await failsWith(call, {
      name: 'ConnectionError',
      code: 'network_access_denied',
      outcome: 'not-sent',
    });
    equal(error.attempts, 1, 'the number of attempts');
  });
}

check('sent once: a keyless POST whose connection is lost', async (world) => {
  await world.ask('fault', 'createWallet', 1, 'dropRequest');
  const call = world.client().wallets.create({
    holder_id: world.holder,
    asset_class: 'CURRENCY',
    asset: 'AUD',
    partner_product: 'KOBBLE_AUD_1',
  });
  const error = await failsWith(call, { name: 'ConnectionError', code: 'connection_failed', outcome: 'unknown' });
  equal(error.attempts, 1, 'the number of attempts');
});

for (const [verb, call] of [
  ['POST', (kobble, options) => kobble.wallets.create({ holder_id: 'h' }, options)],
  ['PATCH', (kobble, options) => kobble.cards.updateStatus('card-1', { status: 'SUSPENDED' }, options)],
  ['POST without a body', (kobble, options) => kobble.request('POST', '/customers/v1/things', options)],
]) {
  for (const ending of ['fin', 'reset']) {
    check(`sent once: a keyless ${verb} on a kept connection that then ends (${ending})`, async (world) => {
      const kobble = at(world, `${world.given.dying}/${world.id}/${ending}`);
      await Promise.all([1, 2, 3].map(() => kobble.cards.get('card-1'))); // connections that are kept
      const error = await failureOf(call(kobble));
      equal([error.name, error.outcome], ['ConnectionError', 'unknown']);
      equal(await world.ask('writes'), 1, 'the number of writes that arrived');
    });
  }
}

check('sent once: a keyless POST whose server is gone after it, so that its outcome is unknown', async (world) => {
  const { url } = await world.ask('lastServer');
  const kobble = at(world, url);
  await kobble.cards.get('card-1');
  const error = await failureOf(kobble.wallets.create({}, ONCE));
  equal([error.name, error.outcome], ['ConnectionError', 'unknown']);
});
