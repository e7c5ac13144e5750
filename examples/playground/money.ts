import type { Card } from 'kobble-client';
import type { FakeKobble } from 'kobble-client/testing';

/** Lets happen what happens to a card at Kobble without a call of the client. It happens to the newest card. */
export class Money {
  readonly #fake: FakeKobble;
  /** The last purchase by each card whose money was not given back: ids of transactions, by the id of the card. */
  readonly #purchases = new Map<string, string>();

  /** The actions of the page, by name. Each returns what it came to. */
  readonly actions: ReadonlyMap<string, { readonly title: string; readonly run: () => string }>;

  constructor(fake: FakeKobble) {
    this.#fake = fake;
    this.actions = new Map([
      ['purchase', { title: 'Purchase of 4', run: () => this.#pay(4) }],
      ['tooMuch', { title: 'Purchase of 1000', run: () => this.#pay(1_000) }],
      ['refund', { title: 'Refund', run: () => this.#giveBack('refund') }],
      ['reversal', { title: 'Reversal', run: () => this.#giveBack('reversal') }],
    ]);
  }

  /** Returns why actions cannot happen now, by their names. */
  impossible(): Readonly<Record<string, string>> {
    if (this.#card === undefined) {
      return Object.fromEntries([...this.actions.keys()].map((name) => [name, 'Issue a card first.']));
    }
    const reason = 'Only a purchase that was approved can be refunded or reversed, and once.';
    return this.#purchases.has(this.#card.id) ? {} : { refund: reason, reversal: reason };
  }

  /** Returns the balance of each card, by the last four digits of its number. */
  balances(): Readonly<Record<string, number>> {
    const { cards, wallets } = this.#fake.state;
    const entries = [...cards.values()].map(({ m_pan, wallet_id }) => [
      m_pan.slice(-4),
      wallets.get(wallet_id)?.amount ?? 0,
    ]);
    return Object.fromEntries(entries) as Record<string, number>;
  }

  get #card(): Card | undefined {
    return [...this.#fake.state.cards.values()].at(-1);
  }

  #pay(amount: number): string {
    const card = this.#card?.id ?? '';
    const { declined, transaction } = this.#fake.simulate.purchase({ card, amount });
    if (declined !== undefined) return `Declined: ${declined}. No money moved, so no webhook is sent.`;
    this.#purchases.set(card, String(transaction?.id));
    return `Approved. ${this.#left()}`;
  }

  #giveBack(how: 'refund' | 'reversal'): string {
    const card = this.#card?.id ?? '';
    this.#fake.simulate[how]({ transaction: this.#purchases.get(card) ?? '' });
    this.#purchases.delete(card);
    return `The money is back. ${this.#left()}`;
  }

  #left(): string {
    return `The wallet has ${this.#fake.state.wallets.get(this.#card?.wallet_id ?? '')?.amount ?? 0}.`;
  }
}
