// Proves that the fake stores what it is sent and returns it as documented, from an enduser to a card on screen.
import { BENEFICIARY, WALLET } from '../support/samples.js';
import { expect, test } from 'vitest';
import { cardBody, idOf, WAYS, world } from '../support/worlds.js';

test.each(WAYS)('from nothing to a card on screen, %s', async (way) => {
  const { kobble, fake } = await world(way);
  const person = { first_name: 'Mira', last_name: 'Chen', email: 'mira@example.com', phone_number: '+61400000000' };
  const enduser = await kobble.endusers.create({ person });
  expect(enduser).toMatchObject({ person, company: null, company_id: null, metadata: {} });
  const made = await kobble.wallets.create({ ...WALLET, holder_id: enduser.id });
  expect(made).toMatchObject({ status: 'INACTIVE', external_id: null, holder_id: enduser.id, amount: 0 });
  await kobble.wallets.update(made.id, { status: 'ACTIVE' });
  expect((await kobble.wallets.get(made.id)).status).toBe('ACTIVE');
  const metadata = { parent_account_id: 'p', product_id: 'q' };
  const program = await kobble.cardPrograms.create({ type: 'PHYSICAL', partner_product: 'KOBBLE_DEBIT_1', metadata });
  const card = await kobble.cards.create({ wallet_id: made.id, program_id: program.id });
  expect(card).toMatchObject({ wallet_id: made.id, program_id: program.id, type: 'PHYSICAL' });
  expect(await kobble.cards.get(card.id)).toEqual(card);
  const session = await kobble.cards.createWidgetSession(card.id);
  expect(new URL(session.iframeUrl).searchParams.get('totp')).toBe(session.totp);
  expect((await kobble.cards.createSecret(card.id, { remarks: 'call' })).secret).toMatch(/#\d{6}$/);
  expect(fake.state.effects.map(({ operationId }) => operationId)).toEqual([
    'createEnduser',
    'createWallet',
    'updateWallet',
    'createCardProgram',
    'createCard',
    'createCardWidgetSession',
    'createCardSecret',
  ]);
});

test('a company is an enduser, with an id of its own', async () => {
  const { kobble } = await world('in process');
  const enduser = await kobble.endusers.create({ company: { name: 'Example' }, metadata: { any: [1] } });
  expect(enduser).toMatchObject({ person: null, person_id: null, metadata: { any: [1] } });
  expect(enduser.company).toEqual({ id: enduser.company_id, name: 'Example' });
  expect(await kobble.endusers.list()).toEqual([enduser]);
});

test('a card takes a status, and has a successor', async () => {
  const { kobble, fake } = await world('in process');
  const card = fake.state.addCard();
  await kobble.cards.updateStatus(card.id, { status: 'STOLEN' });
  const next = await kobble.cards.replace(card.id, { reason: 'stolen', expiry: '2031-01-01T00:00:00Z' });
  expect(next).toMatchObject({ wallet_id: card.wallet_id, expiry: '2031-01-01T00:00:00.000Z', status: 'ACTIVE' });
  expect(next.id).not.toBe(card.id);
  expect(fake.state.cards.get(card.id)?.status).toBe('STOLEN');
});

test('money moves between wallets', async () => {
  const { kobble, fake } = await world('in process');
  const [from, to] = [fake.state.addActiveWallet().id, fake.state.addActiveWallet().id];
  await kobble.transactions.createManualCredit({ amount: 1000, to });
  await kobble.transactions.createManualDebit({ amount: 1, reference: '', metadata: {}, from });
  const moved = await kobble.transactions.create({ amount: 50, from: to, to: from });
  expect(await kobble.transactions.get(idOf(moved))).toEqual(moved);
  expect(fake.state.wallets.get(to)).toMatchObject({ amount: 950, total_amount: 950 });
  expect(fake.state.wallets.get(from)).toMatchObject({ amount: 49 });
  expect((await kobble.transactions.list({ wallet: from })).total).toBe(2);
});

test('beneficiaries, clients, relays and webhooks are kept as they were sent', async () => {
  const { kobble, fake } = await world('in process');
  const beneficiary = await kobble.beneficiaries.create(BENEFICIARY);
  const id = idOf(beneficiary);
  await kobble.beneficiaries.update(id, { status: 'INACTIVE' });
  expect(await kobble.beneficiaries.get(id)).toEqual({ ...BENEFICIARY, id, status: 'INACTIVE' });
  expect(await kobble.beneficiaries.list()).toHaveLength(1);
  const client = await kobble.clients.create({ any: 'thing' });
  expect(await kobble.clients.list()).toEqual([client]);
  expect(await kobble.clients.get(idOf(client))).toEqual(client);
  const url = 'https://hooks.example.com/';
  await kobble.relays.create({ url });
  expect([...fake.state.relays.values()]).toMatchObject([{ url }]);
  const webhook = await kobble.webhooks.create({ url });
  expect(await kobble.webhooks.list()).toMatchObject([{ url }]);
  await kobble.webhooks.delete(idOf(webhook));
  expect(await kobble.webhooks.list()).toEqual([]);
});

test('lists page, with the documented headers', async () => {
  const { kobble, fake } = await world('over HTTP', { pageLimit: 2, maxPageLimit: 3 });
  const ids = Array.from({ length: 5 }, () => {
    fake.clock.advance(1000);
    return fake.state.addCard().id;
  });
  const first = await kobble.cards.list();
  expect(first).toMatchObject({ total: 5, offset: 0, limit: 2 });
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(await kobble.cards.list({ offset: 4, limit: 9 })).toMatchObject({
    total: 5,
    limit: 3,
    items: [{ id: ids[4] }],
  });
  expect((await kobble.cards.list({ order: 'desc', limit: 1 })).items[0]?.id).toBe(ids[4]);
  const walked: string[] = [];
  for await (const { id } of kobble.cards.list()) walked.push(id);
  expect(walked).toEqual(ids);
  const third = fake.state.cards.get(ids[2] ?? '')?.created_at ?? '';
  expect((await kobble.cards.list({ from: third })).total).toBe(3);
  expect((await kobble.cards.list({ from: third, to: third })).items.map(({ id }) => id)).toEqual([ids[2]]);
});

test('options decide what is not documented about cards', async () => {
  const { kobble, fake } = await world('in process', { cardCreatedStatus: 202, cardSetsExternalId: true });
  const body = cardBody(fake);
  const { response } = await kobble.cards.create(body).withResponse();
  expect(response.status).toBe(202);
  await expect(kobble.cards.create(body)).rejects.toMatchObject({ status: 400 });
  expect(fake.state.cards.size).toBe(1);
});
