// Proves that an error says why a mock or fake on loopback refused a request, and never what another server says.
import { expect, test } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, startKobbleMock } from '../../src/testing/index.js';
import { failureOf } from '../support/failure.js';
import { json } from '../support/replies.js';
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

test('any other server is not quoted', async () => {
  const violations = { 'sl-violations': '[{"message":"said by the server"}]' };
  const { kobble } = setUp({ api: () => json({ errors: ['said by the server'] }, 400, violations) });
  expect((await failureOf(kobble.cards.get('1'))).message).toBe('GET /customers/v1/cards/{id} → 400 Bad Request');
});
