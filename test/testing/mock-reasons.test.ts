// Proves that an error says why a mock or fake on loopback refused a request, and never what another server says.
import { expect, test } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, startKobbleMock } from '../../src/testing/index.js';
import { failureOf } from '../support/failure.js';
import { json } from '../support/replies.js';
import { listen } from '../support/listen.js';
import { setUp } from '../support/requests.js';

const WRONG = { wallet_id: 7 } as never;

test('Prism names each violation', async () => {
  const mock = await startKobbleMock();
  const kobble = createKobbleClient({ baseUrl: mock.url, token: 'T' });
  const { message } = await failureOf(kobble.cards.create(WRONG));
  await mock.close();
  expect(message).toMatch(/^POST \/customers\/v1\/cards → 4\d\d .*: Request body .*program_id/);
});

test('the fake names each violation', async () => {
  const fake = createFakeKobble();
  const { url } = await fake.listen();
  const kobble = createKobbleClient({ baseUrl: url, token: fake.state.addToken() });
  const { message } = await failureOf(kobble.cards.create(WRONG));
  await fake.close();
  expect(message).toMatch(/^POST \/customers\/v1\/cards → 400 Bad Request: .*program_id/);
});

test('the fake in process names each violation', async () => {
  const fake = createFakeKobble();
  const { message } = await failureOf(createKobbleClient(fake.clientOptions()).cards.create(WRONG));
  expect(message).toMatch(/^POST \/customers\/v1\/cards → 400 Bad Request: .*program_id/);
  await fake.close();
});

test.each<[string, unknown, Record<string, string>]>([
  ['without a mark', { message: 'said by a sidecar', errors: ['said by a sidecar'] }, {}],
  ['with a message that is no text', { message: { toString: null } }, { 'x-kobble-fake': '1' }],
])('a server on loopback %s is not quoted', async (_, body, headers) => {
  const [url, stop] = await listen((_request, response) => response.writeHead(400, headers).end(JSON.stringify(body)));
  const { message } = await failureOf(createKobbleClient({ baseUrl: url, token: 'T' }).cards.get('1'));
  expect(message).toBe('GET /customers/v1/cards/{id} → 400 Bad Request');
  await stop();
});

test('a reason is one line, and bounded', async () => {
  const [url, stop] = await listen((_request, response) =>
    response.writeHead(400, { 'x-kobble-fake': '1' }).end(JSON.stringify({ message: `a\n${'b'.repeat(2_000_000)}` })),
  );
  const { message } = await failureOf(createKobbleClient({ baseUrl: url, token: 'T' }).cards.get('1'));
  expect(message).toMatch(/^GET [^\n]{30,600}$/);
  await stop();
});

test('any other server is not quoted', async () => {
  const violations = { 'sl-violations': '[{"message":"said by the server"}]' };
  const { kobble } = setUp({ api: () => json({ errors: ['said by the server'] }, 400, violations) });
  expect((await failureOf(kobble.cards.get('1'))).message).toBe('GET /customers/v1/cards/{id} → 400 Bad Request');
});
