// Proves that the fake refuses what the documentation does not allow, without an effect.
import { WALLET } from '../support/samples.js';
import { expect, test } from 'vitest';
import type { ApiError } from '../../src/index.js';
import { cardBody, rejectionOf, WAYS, world, type World } from '../support/worlds.js';

const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000';

type State = World['fake']['state'];
const CARD_REFUSALS: readonly [why: string, text: string | RegExp, spoil: (state: State) => object][] = [
  [
    'its wallet has an external_id',
    /^Invalid wallet with existing entity association$/,
    (state) => ({ wallet_id: state.addActiveWallet({ external_id: 'x' }).id }),
  ],
  ['its wallet is INACTIVE', 'wallet', (state) => ({ wallet_id: state.addWallet().id })],
  ['its wallet does not exist', 'wallet', () => ({ wallet_id: NO_SUCH_ID })],
  ['its program is INACTIVE', 'program', (state) => ({ program_id: state.addProgram({ status: 'INACTIVE' }).id })],
  [
    'its holder is a company',
    'person',
    (state) => {
      const holder = state.addEnduser({ person: null, company: { name: 'Example' } });
      return { wallet_id: state.addActiveWallet({ holder_id: holder.id }).id };
    },
  ],
  ...(['first_name', 'last_name', 'email', 'phone_number'] as const).map((field): (typeof CARD_REFUSALS)[number] => [
    `its holder has no ${field}`,
    field,
    (state) => {
      const holder = state.addEnduser();
      const person = { ...holder.person, [field]: '' };
      return { wallet_id: state.addActiveWallet({ holder_id: state.addEnduser({ person }).id }).id };
    },
  ]),
];

test.each(CARD_REFUSALS)('a card is refused if %s', async (_why, text, spoil) => {
  const { kobble, fake } = await world('in process', { cardRefusedStatus: 422 });
  const body = { ...cardBody(fake), ...spoil(fake.state) };
  const error = (await rejectionOf(kobble.cards.create(body))) as ApiError;
  expect(error.status).toBe(422);
  expect((error.body as { message: string }).message).toMatch(text);
  expect(fake.state.effects).toEqual([]);
  expect(fake.calls.of('createCard')).toMatchObject([{ status: 422, effect: false }]);
});

test('a refused card can be created with the same key once its wallet is ready', async () => {
  const { kobble, fake } = await world('in process');
  const wallet = fake.state.addWallet();
  const body = { ...cardBody(fake), wallet_id: wallet.id };
  const idempotencyKey = crypto.randomUUID();
  await expect(kobble.cards.create(body, { idempotencyKey })).rejects.toMatchObject({ status: 400 });
  await kobble.wallets.update(wallet.id, { status: 'ACTIVE' });
  expect((await kobble.cards.create(body, { idempotencyKey })).wallet_id).toBe(wallet.id);
});

test('a wallet needs an existing holder, and a transaction existing wallets', async () => {
  const { kobble, fake } = await world('in process');
  await expect(kobble.wallets.create({ ...WALLET, holder_id: NO_SUCH_ID })).rejects.toMatchObject({ status: 400 });
  const from = fake.state.addActiveWallet().id;
  await expect(kobble.transactions.create({ amount: 5, from, to: NO_SUCH_ID })).rejects.toMatchObject({ status: 400 });
  expect(fake.state.wallets.get(from)?.amount).toBe(0);
});

test.each(WAYS)('what does not exist is 404, %s', async (way) => {
  const { kobble } = await world(way);
  const body = { reason: 'r', expiry: 'e' };
  const calls = [
    () => kobble.beneficiaries.get('a'),
    () => kobble.beneficiaries.update('a', {}),
    () => kobble.cards.get('a'),
    () => kobble.cards.updateStatus('a', { status: 'ACTIVE' }),
    () => kobble.cards.renew('a', body),
    () => kobble.cards.createSecret('a', { remarks: '' }),
    () => kobble.cards.createWidgetSession('a'),
    () => kobble.cardPrograms.get('a'),
    () => kobble.clients.get('a'),
    () => kobble.endusers.get('a'),
    () => kobble.transactions.get('a'),
    () => kobble.wallets.get('a'),
    () => kobble.wallets.update('a', {}),
    () => kobble.webhooks.delete('a'),
    () => kobble.request('GET', '/customers/v1/nothing'),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ status: 404 });
  await expect(kobble.request('DELETE', '/customers/v1/cards')).rejects.toMatchObject({ status: 405 });
});

test.each(WAYS)('an id with special characters is found, %s', async (way) => {
  const { kobble, fake } = await world(way);
  for (const id of ['a/b', 'ü %?#', '%2e%2e.', 'a+b&c']) {
    fake.state.addCard({ id });
    expect((await kobble.cards.get(id)).id).toBe(id);
  }
});
