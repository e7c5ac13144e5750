import type { Wallet } from '../../contract/types.js';
import { Refusal } from '../wire.js';
import { get, isoDate, page, store, type Context, type Entities, type Operations, type Reply } from './resource.js';

type CreateOperation = 'createTransaction' | 'createManualCredit' | 'createManualDebit';

/** Movements of money between wallets. */
export const transactions: Operations<'listTransactions' | 'getTransaction' | CreateOperation> = {
  listTransactions: (context) => {
    const { wallet } = context.query;
    const all = [...context.entities.transactions.values()];
    const found = wallet === undefined ? all : all.filter(({ from, to }) => from === wallet || to === wallet);
    return page(found, context);
  },
  getTransaction: ({ entities, path }) => get(entities.transactions, path),
  createTransaction: (context) => move(context, ['from', 'to'], context.body),
  createManualCredit: (context) => move(context, ['to'], context.body),
  createManualDebit: (context) => move(context, ['from'], context.body),
};

/** The wallets that a transaction takes from and gives to. */
interface Ends {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Stores a transaction and moves its amount. Assumptions: `amount` has the unit of the wallet's own amounts; a balance
 * may go below zero; a transaction is what was sent, with `id` and `created_at`. `names` are the ends that it has.
 */
function move(
  { entities, body, behaviour, now }: Context<CreateOperation>,
  names: readonly (keyof Ends)[],
  ends: Ends,
): Reply {
  const { amount = 0 } = body;
  if (behaviour.strict && !(amount > 0)) throw new Refusal(400, 'amount must be above 0');
  const wallets = names.flatMap((name) => {
    const wallet = walletAt(name, ends[name], entities, behaviour.strict);
    return wallet === undefined ? [] : [{ name, wallet }];
  });
  for (const { name, wallet } of wallets) add(entities, wallet.id, name === 'from' ? -amount : amount);
  return store(entities.transactions, { ...body, id: crypto.randomUUID(), created_at: isoDate(now) });
}

/** Returns the wallet at one end of a transaction. Assumption: one that is missing, unknown or not ACTIVE is refused. */
function walletAt(
  name: keyof Ends,
  id: string | undefined,
  { wallets }: Entities,
  isStrict: boolean,
): Wallet | undefined {
  if (id === undefined && !isStrict) return undefined;
  const wallet = wallets.get(id ?? '');
  if (wallet === undefined) throw new Refusal(400, `${name} must be the id of a wallet`);
  if (isStrict && wallet.status !== 'ACTIVE') {
    throw new Refusal(400, `${name} must be the id of an ACTIVE wallet, and this one is ${wallet.status}`);
  }
  return wallet;
}

/** Reads the wallet anew, because both ends of a transaction can be the same wallet. */
function add({ wallets }: Entities, id: string, amount: number): void {
  const wallet = wallets.get(id);
  if (wallet === undefined) return;
  wallets.set(id, { ...wallet, amount: wallet.amount + amount, total_amount: wallet.total_amount + amount });
}
