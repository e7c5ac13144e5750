// Proves that a keyed operation is carried out once for each key, whatever happens to its responses.
import { expect, test } from 'vitest';
import { cardBody, idOf, WAYS, world } from '../support/worlds.js';

test.each(WAYS)('a repeat gets the stored response and is not carried out, %s', async (way) => {
  const { fake, kobble } = await world(way);
  const body = cardBody(fake);
  const idempotencyKey = crypto.randomUUID();
  const first = await kobble.cards.create(body, { idempotencyKey });
  const again = await kobble.cards.create(
    { program_id: body.program_id, wallet_id: body.wallet_id },
    { idempotencyKey },
  );
  expect(again).toEqual(first);
  expect(fake.state.cards.size).toBe(1);
  expect(fake.calls.withKey(idempotencyKey).map(({ status, effect }) => [status, effect])).toEqual([
    [200, true],
    [200, false],
  ]);
});

test('another key is another card', async () => {
  const { fake, kobble } = await world('in process');
  const body = cardBody(fake);
  await Promise.all([kobble.cards.create(body), kobble.cards.create(body)]);
  const keys = fake.state.effectsOf('createCard').map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

test('a lost response is stored all the same', async () => {
  const { fake, kobble } = await world('over HTTP');
  fake.faults.on('createManualCredit').times(2).dropAnswer();
  const to = fake.state.addActiveWallet().id;
  const credit = await kobble.transactions.createManualCredit({ amount: 7, to });
  expect(fake.state.wallets.get(to)?.amount).toBe(7);
  expect(fake.state.effects).toMatchObject([{ operationId: 'createManualCredit', entityId: idOf(credit) }]);
  const attempts = fake.calls.of('createManualCredit');
  expect(attempts.map(({ status, effect }) => [status, effect])).toEqual([
    ['dropped', true],
    ['dropped', false],
    [200, false],
  ]);
  expect(new Set(attempts.map(({ key }) => key)).size).toBe(1);
});

test('a repeat waits for the first request if that has not ended', async () => {
  const { fake, kobble } = await world('over HTTP');
  fake.faults.on('createCard').slow(300);
  const body = cardBody(fake);
  const idempotencyKey = crypto.randomUUID();
  const started = performance.now();
  const [first, second] = await Promise.all([1, 2].map(() => kobble.cards.create(body, { idempotencyKey })));
  expect(performance.now() - started).toBeGreaterThan(290);
  expect(second).toEqual(first);
  expect(fake.state.cards.size).toBe(1);
});

test.each(WAYS)('such a repeat is refused if the option says so, %s', async (way) => {
  const { fake, once } = await world(way, { pendingKeyStatus: 409 });
  fake.faults.on('createCard').slow(300);
  const body = cardBody(fake);
  const idempotencyKey = crypto.randomUUID();
  const create = (more = {}) => once.cards.create({ ...body, ...more }, { idempotencyKey });
  const first = create();
  void first.catch(() => {});
  await expect.poll(() => fake.calls.of('createCard').length).toBe(1);
  const message = 'A request with this Idempotency-Key is still being carried out.';
  await expect(create()).rejects.toMatchObject({ status: 409, body: { message } });
  await expect(create({ wallet_id: fake.state.addActiveWallet().id })).rejects.toMatchObject({ status: 422 });
  await first;
  expect(await create()).toEqual(await first);
  expect(fake.state.cards.size).toBe(1);
});

test('a key with other data is refused: another body, or another id in the path', async () => {
  const { fake, kobble } = await world('in process');
  const idempotencyKey = crypto.randomUUID();
  const [one, other] = [fake.state.addCard(), fake.state.addCard()];
  await kobble.cards.createSecret(one.id, { remarks: 'a' }, { idempotencyKey });
  const refused = { status: 422, code: 'unprocessable_entity' };
  await expect(kobble.cards.createSecret(one.id, { remarks: 'b' }, { idempotencyKey })).rejects.toMatchObject(refused);
  await expect(kobble.cards.createSecret(other.id, { remarks: 'a' }, { idempotencyKey })).rejects.toMatchObject(
    refused,
  );
  expect(fake.state.effects).toHaveLength(1);
  const another = await world('in process', { reusedKeyStatus: 409 });
  const card = another.fake.state.addCard();
  await another.kobble.cards.createSecret(card.id, { remarks: 'a' }, { idempotencyKey });
  const reused = another.kobble.cards.createSecret(card.id, { remarks: 'b' }, { idempotencyKey });
  await expect(reused).rejects.toMatchObject({ status: 409 });
});

test('a key means nothing to an operation that takes none', async () => {
  const { fake } = await world('in process');
  const idempotencyKey = crypto.randomUUID();
  const company = { name: 'Example' };
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${fake.state.addToken()}`,
    'idempotency-key': idempotencyKey,
  };
  const create = () =>
    fake.fetch('https://kobble.test/customers/v1/endusers', {
      method: 'POST',
      headers,
      body: JSON.stringify({ company }),
    });
  await create();
  await create();
  expect(fake.state.endusers.size).toBe(2);
});
