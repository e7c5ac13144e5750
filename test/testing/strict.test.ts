// Proves that a strict fake refuses what nothing is known to take, with a sentence that names the field first and without an
// effect, and that a fake that is not strict accepts it.
import { describe, expect, it, test } from 'vitest';
import { samples } from '../support/contract.js';
import { bodyOf, CARD, ENDUSER, WALLET } from '../support/samples.js';
import { WAYS, world, type World } from '../support/worlds.js';

/** Sends a request as plain JavaScript does, and returns status and body of the response. */
async function send({ fake }: World, verb: string, path: string, body?: unknown, key: string = crypto.randomUUID()) {
  const authorization = `Bearer ${fake.state.addToken()}`;
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': key };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fake.fetch(`https://kobble.test${path}`, { method: verb, headers, ...content });
  const { message } = (await response.json()) as { message?: string };
  return { status: response.status, message, isMarked: response.headers.get('x-kobble-fake') === '1' };
}

const TRANSACTIONS = '/customers/v1/transactions';
const CREDIT = `${TRANSACTIONS}/manual-credit`;
type Case = readonly [sentence: string, verb: string, path: string, body: (world: World) => unknown];
const active = ({ fake }: World): string => fake.state.addActiveWallet().id;
const inactive = ({ fake }: World): string => fake.state.addWallet().id;

/** What a strict fake refuses, and another accepts. */
const ONLY_STRICT: readonly Case[] = [
  ['ammount is not in the contract', 'POST', CREDIT, (w) => ({ amount: 1, ammount: 1, to: active(w) })],
  ['amount must be above 0', 'POST', CREDIT, (w) => ({ to: active(w) })],
  ['amount must be above 0', 'POST', CREDIT, (w) => ({ amount: 0, to: active(w) })],
  ['amount must be above 0', 'POST', `${TRANSACTIONS}/manual-debit`, (w) => ({ amount: -1, from: active(w) })],
  ['to must be the id of a wallet', 'POST', CREDIT, () => ({ amount: 1 })],
  ['to must be the id of a wallet', 'POST', TRANSACTIONS, (w) => ({ amount: 1, from: active(w) })],
  ['from must be the id of a wallet', 'POST', TRANSACTIONS, (w) => ({ amount: 1, to: active(w) })],
  [
    'to must be the id of an ACTIVE wallet, and this one is INACTIVE',
    ...(['POST', CREDIT] as const),
    (w) => ({ amount: 1, to: inactive(w) }),
  ],
  ['person.firstname is not in the contract', 'POST', '/customers/v1/endusers', () => ({ person: { firstname: 'A' } })],
  [
    'type must be VIRTUAL or PHYSICAL',
    'POST',
    '/customers/v1/card-programs',
    () => ({ ...bodyOf('createCardProgram'), type: 'PAPER' }),
  ],
  ['limt is not in the contract', 'GET', `${TRANSACTIONS}?limt=5`, () => undefined],
];

describe('a strict fake', () => {
  it.each(ONLY_STRICT)('refuses: %s, %s %s', async (sentence, verb, path, body) => {
    const place = await world('in process');
    expect(await send(place, verb, path, body(place))).toEqual({ status: 400, message: sentence, isMarked: true });
    expect(place.fake.state.effects).toEqual([]);
  });

  it('refuses an unknown status', async () => {
    const place = await world('in process');
    const card = place.fake.state.addCard();
    const message = 'status must be ACTIVE or SUSPENDED or STOLEN or INACTIVE or PENDING';
    const sent = await send(place, 'PATCH', `/customers/v1/cards/${card.id}/status`, { status: 'FROZEN' });
    expect(sent).toMatchObject({ status: 400, message });
    const wallet = await send(place, 'PATCH', `/customers/v1/wallets/${card.wallet_id}`, { status: 'STOLEN' });
    expect(wallet).toMatchObject({ status: 400, message: 'status must be ACTIVE or INACTIVE or SUSPENDED' });
  });

  it('refuses a key that was used for another operation', async () => {
    const { fake, kobble } = await world('in process');
    const idempotencyKey = crypto.randomUUID();
    const { id } = fake.state.addCard();
    await kobble.cards.createSecret(id, { remarks: '' }, { idempotencyKey });
    const message = 'The Idempotency-Key was used for createCardSecret.';
    const second = kobble.cards.createWidgetSession(id, { idempotencyKey });
    await expect(second).rejects.toMatchObject({ status: 422, body: { message } });
    expect(fake.state.effects).toHaveLength(1);
  });

  it('takes any name within a free map', async () => {
    const place = await world('in process');
    const metadata = { 'Any name': { at: ['any', 'depth'] } };
    expect(await send(place, 'POST', CREDIT, { amount: 1, to: active(place), metadata })).toMatchObject({
      status: 200,
    });
    expect(await send(place, 'POST', '/customers/v1/endusers', { ...ENDUSER, metadata })).toMatchObject({
      status: 200,
    });
  });

  it('takes a person and a company at once, as the older page has it', async () => {
    const body = { ...ENDUSER, company: { name: 'Example' }, metadata: {} };
    expect(await send(await world('in process'), 'POST', '/customers/v1/endusers', body)).toMatchObject({
      status: 200,
    });
  });
});

describe('a fake that is not strict', () => {
  it.each(ONLY_STRICT)('accepts what is refused otherwise: %s, %s %s', async (_sentence, verb, path, body) => {
    const place = await world('in process', { strict: false });
    expect(await send(place, verb, path, body(place))).toMatchObject({ status: 200, isMarked: true });
  });
  it('keeps the keys of each operation by themselves', async () => {
    const { fake, kobble } = await world('in process', { strict: false });
    const idempotencyKey = crypto.randomUUID();
    const { id } = fake.state.addCard();
    await kobble.cards.createSecret(id, { remarks: '' }, { idempotencyKey });
    expect((await kobble.cards.createWidgetSession(id, { idempotencyKey })).cardId).toBe(id);
  });
});

/** What both refuse: the contract forbids it. */
const FORBIDDEN: readonly Case[] = [
  ['amount must be an integer', 'POST', CREDIT, (w) => ({ amount: 1.5, to: active(w) })],
  ['program_id is missing', 'POST', '/customers/v1/cards', () => ({ wallet_id: CARD.wallet_id })],
  [
    'wallet_id must be a string; program_id must be a string',
    'POST',
    '/customers/v1/cards',
    () => ({ wallet_id: 7, program_id: null }),
  ],
  ['person.email must be a string', 'POST', '/customers/v1/endusers', () => ({ person: { email: 7 } })],
  ['the body has none of the forms that the contract allows', 'POST', '/customers/v1/endusers', () => ({})],
  ['the body must be an object', 'POST', '/customers/v1/cards', () => []],
  ['the body is missing', 'POST', '/customers/v1/cards', () => undefined],
  ['holder_id must be the id of an enduser', 'POST', '/customers/v1/wallets', () => ({ ...WALLET, holder_id: 'x' })],
  ['action must be replace or renew', 'POST', '/customers/v1/cards/a/mend', () => ({ reason: 'r', expiry: 'e' })],
  ['limit must be a number', 'GET', '/customers/v1/cards?limit=many', () => undefined],
  ['from must be a date-time', 'GET', '/customers/v1/cards?from=yesterday', () => undefined],
];

test.each(FORBIDDEN)('each fake refuses: %s, %s %s', async (sentence, verb, path, body) => {
  for (const strict of [true, false]) {
    const place = await world('in process', { strict });
    const { status, message } = await send(place, verb, path, body(place));
    expect({ status, message }).toEqual({ status: 400, message: sentence });
  }
});

/** Every JSON body whose fields the contract has. */
const OTHERS = ['getAccessToken', 'createClient', 'createCardWidgetSession'];
const BODIES = samples.filter(({ id, body }) => body !== undefined && !OTHERS.includes(id));

test.each(BODIES)(
  'a field too many in the body of $id is refused, and named',
  async ({ id, verb, path, values, body }) => {
    const place = await world('in process');
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    const answer = await send(place, verb, filled, { ...(body as object), misspelt_field: 1 });
    expect(answer).toMatchObject({ status: 400, message: 'misspelt_field is not in the contract' });
    expect(place.fake.calls.at(-1)?.operationId).toBe(id);
  },
);

test.each(WAYS)('each response of the fake itself is marked, and that of a fault is not, %s', async (way) => {
  const { fake, fetch, baseUrl } = await world(way);
  fake.faults.on('listWallets').respond(400);
  const markOf = async (path: string) => (await fetch(baseUrl + path)).headers.get('x-kobble-fake');
  expect(await markOf('/customers/v1/wallets')).toBeNull();
  expect(await markOf('/customers/v1/wallets')).toBe('1');
  expect(await markOf('/nothing')).toBe('1');
});
