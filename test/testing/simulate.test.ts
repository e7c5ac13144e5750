// Proves that what is simulated moves money as it says, is listed by the API, and is told of by webhooks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKobbleClient, type KobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { createWebhookHandler, type WebhookEvent } from '../../src/webhooks/index.js';

let fake: FakeKobble;
let kobble: KobbleClient;
let wallet: string;
let card: string;
let told: unknown[];
beforeEach(async () => {
  fake = createFakeKobble();
  kobble = createKobbleClient(fake.clientOptions());
  wallet = fake.state.addActiveWallet({ amount: 100, total_amount: 100 }).id;
  card = fake.state.addCard({ wallet_id: wallet }).id;
  const events: unknown[] = (told = []); // what the fake of the test before still delivers is not of this test
  const onEvent = ({ type, entity_id }: WebhookEvent) => void events.push([type, entity_id]);
  await fake.webhooks.deliverTo(createWebhookHandler({ ...fake.webhooks.trust, onEvent }));
});
afterEach(() => fake.close());

const balance = async () => {
  const { amount, total_amount, reserved_amount } = await kobble.wallets.get(wallet);
  return [amount, total_amount, reserved_amount];
};
const listed = async () => [...(await kobble.transactions.list({ wallet }))];
const purchase = (amount: number) => fake.simulate.purchase({ card, amount });
const idOf = (amount: number) => String(purchase(amount).transaction?.['id']);

describe('a purchase', () => {
  it('takes its amount from the wallet of the card, is listed, and is told of', async () => {
    const { declined, transaction } = fake.simulate.purchase({
      card,
      amount: 30,
      reference: 'coffee',
      metadata: { till: 1 },
      fields: { status: 'SETTLED' },
    });
    expect(declined).toBeUndefined();
    expect(await balance()).toEqual([70, 70, 0]);
    expect(transaction).toEqual({
      id: expect.any(String) as string,
      created_at: expect.stringMatching(/Z$/) as string,
      from: wallet,
      amount: 30,
      reference: 'coffee',
      metadata: { till: 1 },
      status: 'SETTLED',
    });
    expect(await listed()).toEqual([transaction]);
    await fake.webhooks.settled();
    expect(told).toEqual([['transaction-create', transaction?.['id']]]);
    expect(fake.state.effects).toEqual([]); // nothing came over the API
  });

  it('of all that is left is approved, and of more is declined', async () => {
    expect(purchase(101)).toEqual({ declined: 'the amount of the wallet does not suffice', transaction: undefined });
    expect(purchase(100).declined).toBeUndefined();
    expect(purchase(1).declined).toMatch(/amount/);
    expect(await balance()).toEqual([0, 0, 0]);
    expect(await listed()).toHaveLength(1);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['the card is suspended', () => kobble.cards.updateStatus(card, { status: 'SUSPENDED' }), /card is SUSPENDED/],
    ['Kobble suspends the card', () => fake.simulate.status({ card, status: 'STOLEN' }), /card is STOLEN/],
    ['the wallet is suspended', () => fake.simulate.status({ wallet, status: 'SUSPENDED' }), /wallet is SUSPENDED/],
    ['the card has expired', () => fake.simulate.expiry({ card }), /expired/],
    ['its time is over', () => fake.clock.advance(4 * 366 * 86_400_000), /expired/],
  ])('is declined if %s', async (_, happen, reason) => {
    await happen();
    expect(purchase(1).declined).toMatch(reason);
    expect(await listed()).toEqual([]);
    await fake.webhooks.settled();
    expect(told).toEqual([]);
  });
});

it('a decline moves nothing, and is stored and told of only if its fields are given', async () => {
  expect(fake.simulate.decline({ card, amount: 5 })).toEqual({ declined: 'declined', transaction: undefined });
  expect(await listed()).toEqual([]);
  const fields = { status: 'DECLINED' };
  const { declined, transaction } = fake.simulate.decline({ card, amount: 5, reason: 'fraud', fields });
  expect(declined).toBe('fraud');
  expect(transaction).toMatchObject({ amount: 5, from: wallet, reference: 'decline', status: 'DECLINED' });
  expect(await listed()).toEqual([transaction]);
  expect(await balance()).toEqual([100, 100, 0]);
  await fake.webhooks.settled();
  expect(told).toHaveLength(1);
});

describe('money back', () => {
  it('comes in parts, up to the amount of the purchase', async () => {
    const transaction = idOf(30);
    expect(fake.simulate.refund({ transaction, amount: 10 })).toMatchObject({
      amount: 10,
      to: wallet,
      reference: 'refund',
    });
    expect(() => fake.simulate.refund({ transaction, amount: 21 })).toThrow(TypeError);
    expect(() => fake.simulate.reversal({ transaction })).toThrow(/nothing was given back/);
    expect(fake.simulate.refund({ transaction })).toMatchObject({ amount: 20 });
    expect(() => fake.simulate.refund({ transaction })).toThrow(TypeError);
    expect(await balance()).toEqual([100, 100, 0]);
    expect(await listed()).toHaveLength(3);
  });

  it('by a reversal is all of it, once', async () => {
    const transaction = idOf(30);
    expect(fake.simulate.reversal({ transaction })).toMatchObject({ amount: 30, to: wallet, reference: 'reversal' });
    expect(() => fake.simulate.reversal({ transaction })).toThrow(TypeError);
    expect(await balance()).toEqual([100, 100, 0]);
    await fake.webhooks.settled();
    expect(told).toHaveLength(2);
  });

  it('is of a purchase only', async () => {
    const { id } = fake.simulate.topUp({ wallet, amount: 1 }) as { id: string };
    expect(() => fake.simulate.refund({ transaction: id })).toThrow(/simulated purchase/);
  });
});

it('a top-up adds to the wallet, whatever its status', async () => {
  fake.simulate.status({ wallet, status: 'SUSPENDED' });
  const transaction = fake.simulate.topUp({ wallet, amount: 7, reference: 'salary' });
  expect(transaction).toMatchObject({ amount: 7, to: wallet, reference: 'salary' });
  expect(await balance()).toEqual([107, 107, 0]);
  await fake.webhooks.settled();
  expect(told).toEqual([['transaction-create', transaction['id']]]);
});

it('a status of Kobble shows, and is told of only under a type that the test names', async () => {
  fake.clock.advance(1000);
  expect(fake.simulate.status({ card, status: 'SUSPENDED', eventType: 'card-update' }).status).toBe('SUSPENDED');
  fake.simulate.status({ wallet, status: 'INACTIVE' });
  const changed = await kobble.cards.get(card);
  expect(changed.status).toBe('SUSPENDED');
  expect(changed.updated_at > changed.created_at).toBe(true);
  expect((await kobble.wallets.get(wallet)).status).toBe('INACTIVE');
  await fake.webhooks.settled();
  expect(told).toEqual([['card-update', card]]);
});

describe('given fields', () => {
  const created_at = '2026-02-10T00:00:00.000Z';
  const fields = { created_at, amount: 3, from: 'a', to: 'b', reference: 'given', metadata: { a: 1 } };

  it.each<[string, () => unknown]>([
    ['a purchase', () => fake.simulate.purchase({ card, amount: 5, reference: 'mine', fields }).transaction],
    ['a decline', () => fake.simulate.decline({ card, amount: 5, fields }).transaction],
    ['a refund', () => fake.simulate.refund({ transaction: idOf(5), amount: 5, fields })],
    ['a reversal', () => fake.simulate.reversal({ transaction: idOf(5), fields })],
    ['a top-up', () => fake.simulate.topUp({ wallet, amount: 5, fields })],
  ])('of %s win over those of the fake, but for the id', async (_, happen) => {
    const transaction = happen() as { id: string };
    expect(transaction).toEqual({ ...fields, id: expect.any(String) as string });
    expect(await kobble.transactions.get(transaction.id)).toEqual(transaction);
  });

  it('do not replace the id, by which the fake finds the transaction', () => {
    const { transaction } = fake.simulate.purchase({ card, amount: 5, fields: { id: 'mine' } });
    expect(transaction?.['id']).not.toBe('mine');
    expect(fake.simulate.refund({ transaction: String(transaction?.['id']) })).toMatchObject({ amount: 5 });
  });

  it('date a transaction, so that it is listed in its month', async () => {
    const dated = (at: string) => fake.simulate.topUp({ wallet, amount: 1, fields: { created_at: at } });
    const first = dated('2026-02-01T00:00:00.000Z');
    const last = dated('2026-02-28T23:59:59.999Z');
    dated('2026-03-01T00:00:00.000Z');
    const month = { from: '2026-02-01T00:00:00.000Z', to: '2026-02-28T23:59:59.999Z' };
    expect([...(await kobble.transactions.list(month))]).toEqual([first, last]); // both ends are included
    const earlier = dated('2026-02-02T00:00:00.000Z');
    const listed = await kobble.transactions.list({ ...month, order: 'desc' });
    expect([...listed]).toEqual([earlier, last, first]); // in the order in which they were made
  });

  it.each<[string, () => object]>([
    ['enduser', () => fake.state.addEnduser({ id: 'mine', metadata: { a: 1 } })],
    ['wallet', () => fake.state.addWallet({ id: 'mine', created_at })],
    ['program', () => fake.state.addProgram({ id: 'mine', created_at })],
    ['card', () => fake.state.addCard({ id: 'mine', created_at, type: 'PHYSICAL' })],
  ])('of a stored %s win, the id too', (_, add) => {
    const added = add();
    expect(added).toMatchObject({ id: 'mine' });
    if ('created_at' in added) expect(added.created_at).toBe(created_at);
  });
});

it.each<[string, () => unknown]>([
  ['an unknown card', () => fake.simulate.purchase({ card: 'none', amount: 1 })],
  ['an unknown card of a decline', () => fake.simulate.decline({ card: 'none', amount: 1 })],
  ['an unknown card that expires', () => fake.simulate.expiry({ card: 'none' })],
  ['an unknown wallet', () => fake.simulate.topUp({ wallet: 'none', amount: 1 })],
  ['an unknown transaction', () => fake.simulate.refund({ transaction: 'none' })],
  ['an amount of 0', () => purchase(0)],
  ['an amount below 0', () => fake.simulate.topUp({ wallet, amount: -1 })],
  ['a fraction', () => purchase(0.5)],
  ['NaN', () => purchase(NaN)],
  ['no status', () => fake.simulate.status({ card } as never)],
  ['a status of nothing', () => fake.simulate.status({ status: 'ACTIVE' } as never)],
])('%s is a TypeError, and changes nothing', async (_, simulate) => {
  expect(simulate).toThrow(TypeError);
  expect(await balance()).toEqual([100, 100, 0]);
  expect(await listed()).toEqual([]);
});
