import { idempotencyKeyFrom, type Card, type Enduser, type KobbleClient, type Wallet } from 'kobble-client';

/** A customer of yours, identified by your own number. */
export interface Customer {
  readonly number: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone_number: string;
}

/**
 * Returns the customer's card, and issues one if there is none. It may fail at any step and be run again: the card has a key
 * that is made from the customer number, and an enduser or wallet, which takes no key, is searched for before it is created.
 * An existing card is searched for too, because it is not documented for how long Kobble remembers a key.
 *
 * A service with many customers stores the ids of their endusers and wallets instead of searching for them.
 */
export async function issueCard(kobble: KobbleClient, customer: Customer): Promise<Card> {
  const enduser = await findOrCreateEnduser(kobble, customer);
  const wallet = await findOrCreateWallet(kobble, enduser);
  for await (const card of kobble.cards.list()) if (card.wallet_id === wallet.id) return card;

  const program = (await kobble.cardPrograms.list()).find(({ status }) => status === 'ACTIVE');
  if (program === undefined) throw new Error('There is no ACTIVE card program.');
  return kobble.cards.create(
    { wallet_id: wallet.id, program_id: program.id },
    { idempotencyKey: idempotencyKeyFrom('card', customer.number) },
  );
}

async function findOrCreateEnduser(kobble: KobbleClient, customer: Customer): Promise<Enduser> {
  const { first_name, last_name, email, phone_number } = customer;
  const known = (await kobble.endusers.list()).find(({ person }) => person?.email === email);
  return known ?? kobble.endusers.create({ person: { first_name, last_name, email, phone_number } });
}

/** Returns an ACTIVE wallet, which a card needs. */
async function findOrCreateWallet(kobble: KobbleClient, enduser: Enduser): Promise<Wallet> {
  const wallets = await kobble.wallets.list();
  const wallet =
    wallets.find(({ holder_id }) => holder_id === enduser.id) ??
    (await kobble.wallets.create({
      holder_id: enduser.id,
      asset_class: 'CURRENCY',
      asset: 'AUD',
      partner_product: 'KOBBLE_AUD_1',
    }));
  if (wallet.status !== 'ACTIVE') await kobble.wallets.update(wallet.id, { status: 'ACTIVE' });
  return wallet;
}
