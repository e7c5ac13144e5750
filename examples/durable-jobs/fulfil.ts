import { idempotencyKeyFrom, type KobbleClient, type PersonInput } from 'kobble-client';
import type { Journal } from './journal.js';
import { once, type Step } from './once.js';

/** An order of a card with money on it. */
export interface Order {
  readonly id: string;
  readonly person: PersonInput;
  readonly programId: string;
  readonly amount: number;
}

/**
 * Makes an enduser, a wallet, a card and a top-up of it, each once, in steps that can be killed and run again. Let your queue
 * run one job an order at a time. `onItsWayMs` is how long a request can be on its way: longer than the client's
 * `deadlineMs`. Default: 2 minutes, for a deadline of one.
 */
export async function fulfil(kobble: KobbleClient, order: Order, journal: Journal, onItsWayMs?: number): Promise<void> {
  const holder_id = await once(journal, enduserStep(kobble, order), onItsWayMs);
  const wallet_id = await once(journal, walletStep(kobble, holder_id), onItsWayMs);
  const { status } = await kobble.wallets.get(wallet_id);
  if (status === 'INACTIVE') await kobble.wallets.update(wallet_id, { status: 'ACTIVE' }); // again changes nothing
  await once(journal, cardStep(kobble, order, wallet_id), onItsWayMs);
  await once(journal, {
    name: 'top-up',
    hasKey: true,
    // No `find`: no page says by which field a transaction is recognised, and a payment must not be repeated in doubt.
    make: () =>
      kobble.transactions.createManualCredit(
        { amount: order.amount, to: wallet_id, reference: order.id, metadata: {} },
        { idempotencyKey: idempotencyKeyFrom('top-up', order.id) },
      ),
  });
}

const enduserStep = ({ endusers }: KobbleClient, { id, person }: Order): Step => ({
  name: 'enduser',
  make: () => endusers.create({ person, metadata: { order: id } }), // Kobble returns metadata as it was sent
  find: async () => (await endusers.list()).find(({ metadata }) => metadata['order'] === id),
});

const walletStep = ({ wallets }: KobbleClient, holder_id: string): Step => ({
  name: 'wallet',
  make: () => wallets.create({ holder_id, asset_class: 'CURRENCY', asset: 'AUD', partner_product: 'KOBBLE_AUD_1' }),
  find: async () => (await wallets.list()).find((wallet) => wallet.holder_id === holder_id),
});

const cardStep = ({ cards }: KobbleClient, { id, programId }: Order, wallet_id: string): Step => ({
  name: 'card',
  hasKey: true,
  make: () => cards.create({ wallet_id, program_id: programId }, { idempotencyKey: idempotencyKeyFrom('card', id) }),
  find: async () => {
    for await (const card of cards.list({ limit: 100 })) if (card.wallet_id === wallet_id) return card;
    return undefined;
  },
});
