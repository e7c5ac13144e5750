import { idempotencyKeyFrom, type Card, type Enduser, type KobbleClient, type Wallet } from 'kobble-client';

/** A customer of yours, by your own number. */
export interface Customer {
  readonly number: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone_number: string;
}

/**
 * The card of a customer: the one there is, or a new one. It may fail at any step, and be run again: a card has a key that
 * comes from the customer, and what takes no key (the enduser, the wallet) is looked for before it is made.
 *
 * A service with more than a few customers notes the ids of their endusers and wallets rather than look them up.
 */
export async function issueCard(kobble: KobbleClient, customer: Customer): Promise<Card> {
  const enduser = await enduserOf(kobble, customer);
  const wallet = await walletOf(kobble, enduser);
  for await (const card of kobble.cards.list()) if (card.wallet_id === wallet.id) return card;

  const program = (await kobble.cardPrograms.list()).find(({ status }) => status === 'ACTIVE');
  if (program === undefined) throw new Error('there is no ACTIVE card program');
  return kobble.cards.create(
    { wallet_id: wallet.id, program_id: program.id },
    { idempotencyKey: idempotencyKeyFrom('card', customer.number) },
  );
}

async function enduserOf(kobble: KobbleClient, customer: Customer): Promise<Enduser> {
  const { first_name, last_name, email, phone_number } = customer;
  const known = (await kobble.endusers.list()).find(({ person }) => person?.email === email);
  return known ?? kobble.endusers.create({ person: { first_name, last_name, email, phone_number } });
}

/** An ACTIVE wallet, as a card needs. */
async function walletOf(kobble: KobbleClient, enduser: Enduser): Promise<Wallet> {
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
