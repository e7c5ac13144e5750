// Proves that a fake that was reset has forgotten what it was sent and told, and that its callers can go on.
import { expect, test } from 'vitest';
import { cardBody, world } from '../support/worlds.js';

test('reset forgets entities, effects, calls, faults and keys, and keeps tokens', async () => {
  const { fake, once } = await world('in process');
  const idempotencyKey = crypto.randomUUID();
  const first = await once.cards.create(cardBody(fake), { idempotencyKey });
  fake.faults.on('listCards').always().respond(500);
  fake.faults.random({ seed: 1, respond500: 1 });
  fake.reset();
  expect(fake.faults.pending()).toEqual([]);
  expect([...fake.calls]).toEqual([]);
  const { state } = fake;
  expect(state.effects).toEqual([]);
  const kinds = [state.beneficiaries, state.cards, state.clients, state.endusers, state.programs, state.relays];
  for (const kind of [...kinds, state.transactions, state.wallets, state.webhooks]) expect(kind.size).toBe(0);
  const second = await once.cards.create(cardBody(fake), { idempotencyKey });
  expect(second.id).not.toBe(first.id);
});
