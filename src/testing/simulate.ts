import { optionError } from '../checks.js';
import type { Card, Transaction, Wallet } from '../contract/types.js';
import { isoDate, type Entities, type Publisher } from './resources/resource.js';
import { record } from './resources/transactions.js';

/**
 * What happens at Kobble without a call of yours. A transaction changes `amount` and `total_amount` of its wallet, is listed by
 * `kobble.transactions.list` and sends the event `transaction-create`, as one made over the API does. Amounts are whole
 * numbers above 0, in the unit of the wallet's amounts, which no page states. No page describes what follows from any of
 * this: all of it is an assumption.
 *
 * @throws TypeError if an id is unknown or an amount is wrong.
 */
export interface Simulate {
  /**
   * A payment by card: a transaction `from` its wallet, settled at once. Declined, with the reason, unless card and wallet
   * are ACTIVE, the card has not expired, and the `amount` of the wallet suffices.
   */
  purchase(purchase: SimulatedPayment): SimulatedPurchase;
  /**
   * A payment that is declined for a reason of your own. No money moves, and nothing is stored or sent, unless `fields` say
   * what a declined transaction looks like: then it is.
   */
  decline(decline: SimulatedDecline): SimulatedPurchase;
  /** Money back for a purchase, in whole or in part: a transaction `to` its wallet. Default: what is left of it. */
  refund(refund: SimulatedRefund): Transaction;
  /** A purchase is undone as a whole: a transaction `to` its wallet. Not after a refund. */
  reversal(reversal: SimulatedReturn): Transaction;
  /** A card expires: its `expiry` is now, and purchases are declined from then on. Its status stays; no event is sent. */
  expiry(expiry: { readonly card: string }): Card;
  /** Money from outside, such as a bank transfer: a transaction `to` the wallet. */
  topUp(topUp: SimulatedTopUp): Transaction;
  /** Kobble sets the status of a card. An event is sent only if `eventType` names its type: no page states one. */
  status(change: CardStatusChange): Card;
  /** Kobble sets the status of a wallet, likewise. */
  status(change: WalletStatusChange): Wallet;
}

/** Fields of a transaction that is stored. */
export interface SimulatedFields {
  /** Default: what happens, such as `purchase`. */
  readonly reference?: string | undefined;
  /** Default `{}`. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Further fields, as you have seen them at Kobble: no page shows those of a transaction. They replace those of the
   * fake, but for `id`: `created_at` dates the transaction. What moves is the `amount` that is simulated.
   */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** A payment by card. */
export interface SimulatedPayment extends SimulatedFields {
  /** Id of the card. */
  readonly card: string;
  readonly amount: number;
}

/** A payment by card that is declined. */
export interface SimulatedDecline extends SimulatedPayment {
  /** Default `declined`. */
  readonly reason?: string | undefined;
}

/** Money back for a purchase. */
export interface SimulatedReturn extends SimulatedFields {
  /** Id of the transaction of the purchase. */
  readonly transaction: string;
}

/** Money back for a purchase, or for a part of it. */
export interface SimulatedRefund extends SimulatedReturn {
  readonly amount?: number | undefined;
}

/** Money from outside. */
export interface SimulatedTopUp extends SimulatedFields {
  /** Id of the wallet. */
  readonly wallet: string;
  readonly amount: number;
}

/** A status of a card that Kobble sets. */
export interface CardStatusChange {
  /** Id of the card. */
  readonly card: string;
  readonly status: Card['status'];
  readonly eventType?: string | undefined;
}

/** A status of a wallet that Kobble sets. */
export interface WalletStatusChange {
  /** Id of the wallet. */
  readonly wallet: string;
  readonly status: Wallet['status'];
  readonly eventType?: string | undefined;
}

/** What became of a payment by card. */
export interface SimulatedPurchase {
  /** Why it was declined. Undefined: it was approved. */
  readonly declined: string | undefined;
  /** What is stored. */
  readonly transaction: Transaction | undefined;
}

/** The parts of a fake that are changed. */
interface SimulatorParts {
  readonly entities: Entities;
  readonly publisher: Publisher;
  readonly now: () => number;
}

/** Lets it happen. */
export class Simulator implements Simulate {
  readonly #parts: SimulatorParts;
  /** What a purchase can still give back. */
  readonly #purchases = new WeakMap<Transaction, { readonly wallet: string; readonly amount: number; left: number }>();

  constructor(parts: SimulatorParts) {
    this.#parts = parts;
  }

  purchase(payment: SimulatedPayment): SimulatedPurchase {
    const card = find('card', this.#parts.entities.cards, payment.card);
    const amount = checkAmount(payment.amount);
    const declined = this.#reasonToDecline(card, amount);
    if (declined !== undefined) return { declined, transaction: undefined };
    const transaction = this.#record('purchase', { amount, from: card.wallet_id }, payment);
    this.#purchases.set(transaction, { wallet: card.wallet_id, amount, left: amount });
    return { declined, transaction };
  }

  decline({ reason = 'declined', ...payment }: SimulatedDecline): SimulatedPurchase {
    const { wallet_id: from } = find('card', this.#parts.entities.cards, payment.card);
    const amount = checkAmount(payment.amount);
    if (payment.fields === undefined) return { declined: reason, transaction: undefined };
    const fields = { from, amount, ...payment.fields };
    return { declined: reason, transaction: this.#record('decline', { amount: 0 }, { ...payment, fields }) };
  }

  refund({ amount, ...more }: SimulatedRefund): Transaction {
    return this.#giveBack('refund', amount, more);
  }

  reversal(more: SimulatedReturn): Transaction {
    const purchase = this.#purchaseOf(more);
    if (purchase.left < purchase.amount)
      throw optionError('transaction', 'must be a purchase that nothing was given back for');
    return this.#giveBack('reversal', undefined, more);
  }

  expiry({ card }: { readonly card: string }): Card {
    const { cards } = this.#parts.entities;
    const now = isoDate(this.#parts.now());
    return store(cards, { ...find('card', cards, card), expiry: now, updated_at: now });
  }

  topUp({ wallet, amount, ...more }: SimulatedTopUp): Transaction {
    const { id } = find('wallet', this.#parts.entities.wallets, wallet);
    return this.#record('top-up', { amount: checkAmount(amount), to: id }, more);
  }

  status(change: CardStatusChange): Card;
  status(change: WalletStatusChange): Wallet;
  status(change: CardStatusChange | WalletStatusChange): Card | Wallet {
    const { cards, wallets } = this.#parts.entities;
    const updated_at = isoDate(this.#parts.now());
    if (typeof change.status !== 'string') throw optionError('status', 'must be a text');
    const changed =
      'card' in change
        ? store(cards, { ...find('card', cards, change.card), status: change.status, updated_at })
        : store(wallets, { ...find('wallet', wallets, change.wallet), status: change.status, updated_at });
    if (change.eventType !== undefined) {
      this.#parts.publisher.publish({ type: change.eventType, entity_id: changed.id });
    }
    return changed;
  }

  #reasonToDecline({ status, expiry, wallet_id }: Card, amount: number): string | undefined {
    const wallet = find('wallet', this.#parts.entities.wallets, wallet_id);
    if (status !== 'ACTIVE') return `the card is ${status}`;
    if (Date.parse(expiry) <= this.#parts.now()) return 'the card has expired';
    if (wallet.status !== 'ACTIVE') return `the wallet is ${wallet.status}`;
    return wallet.amount < amount ? 'the amount of the wallet does not suffice' : undefined;
  }

  #purchaseOf({ transaction }: SimulatedReturn) {
    const purchase = this.#purchases.get(find('transaction', this.#parts.entities.transactions, transaction));
    if (purchase === undefined) throw optionError('transaction', 'must be the id of a simulated purchase');
    return purchase;
  }

  #giveBack(what: string, wanted: number | undefined, more: SimulatedReturn): Transaction {
    const purchase = this.#purchaseOf(more);
    const amount = checkAmount(wanted ?? purchase.left);
    if (amount > purchase.left) throw optionError('amount', 'must be at most what is left of the purchase');
    purchase.left -= amount;
    return this.#record(what, { amount, to: purchase.wallet }, more);
  }

  #record(
    what: string,
    movement: { readonly amount: number; readonly from?: string; readonly to?: string },
    { reference = what, metadata = {}, fields = {} }: SimulatedFields,
  ): Transaction {
    const { entities, publisher, now } = this.#parts;
    return record({ entities, publisher, now: now() }, movement, { ...movement, reference, metadata }, fields).body;
  }
}

function find<T>(what: string, entities: ReadonlyMap<string, T>, id: string): T {
  const entity = entities.get(id);
  if (entity === undefined) throw optionError(what, `must be the id of a ${what}`);
  return entity;
}

function store<T extends { readonly id: string }>(entities: Map<string, T>, entity: T): T {
  entities.set(entity.id, entity);
  return entity;
}

function checkAmount(amount: number): number {
  if (Number.isSafeInteger(amount) && amount > 0) return amount;
  throw optionError('amount', 'must be a whole number above 0');
}
