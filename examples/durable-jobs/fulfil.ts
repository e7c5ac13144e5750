import { idempotencyKeyFrom, type KobbleClient, type PersonInput } from 'kobble-client';
import type { Journal } from './journal.js';
import { once } from './once.js';

/** An order of a card with money on it. */
export interface Order {
  readonly id: string;
  readonly person: PersonInput;
  readonly programId: string;
  readonly amount: number;
}

/**
 * Makes an enduser, a wallet, a card and a top-up of it, each once, in steps that can be killed and run again. Let your queue
 * run one job an order at a time. `onItsWayMs` is for tests.
 */
export async function fulfil(kobble: KobbleClient, order: Order, journal: Journal, onItsWayMs?: number): Promise<void> {
  const metadata = { order: order.id }; // by which the enduser is found: Kobble returns metadata as it was sent
  const holder_id = await once(
    journal,
    {
      name: 'enduser',
      make: () => kobble.endusers.create({ person: order.person, metadata }),
      find: async () => (await kobble.endusers.list()).find((one) => one.metadata['order'] === order.id),
    },
    onItsWayMs,
  );
  const wallet_id = await once(
    journal,
    {
      name: 'wallet',
      make: () =>
        kobble.wallets.create({ holder_id, asset_class: 'CURRENCY', asset: 'AUD', partner_product: 'KOBBLE_AUD_1' }),
      find: async () => (await kobble.wallets.list()).find((one) => one.holder_id === holder_id),
    },
    onItsWayMs,
  );
  const { status } = await kobble.wallets.get(wallet_id);
  if (status === 'INACTIVE') await kobble.wallets.update(wallet_id, { status: 'ACTIVE' }); // again changes nothing
  await once(journal, {
    name: 'card',
    make: () => kobble.cards.create({ wallet_id, program_id: order.programId }, { idempotencyKey: key('card', order) }),
  });
  await once(journal, {
    name: 'top-up',
    make: () =>
      kobble.transactions.createManualCredit(
        { amount: order.amount, to: wallet_id, reference: order.id, metadata: {} },
        { idempotencyKey: key('top-up', order) },
      ),
  });
}

const key = (what: string, { id }: Order): string => idempotencyKeyFrom(what, id);
