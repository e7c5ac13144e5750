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
  createTransaction: (context) => move(context, context.body),
  createManualCredit: (context) => move(context, { to: context.body.to }),
  createManualDebit: (context) => move(context, { from: context.body.from }),
};

/**
 * Stores a transaction and moves its amount. Assumptions: `amount` has the unit of the wallet's own amounts; a balance
 * may go below zero; an unknown wallet is answered 400; a transaction is what was sent, with `id` and `created_at`.
 */
function move(
  { entities, body, now }: Context<CreateOperation>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Reply {
  const { amount = 0 } = body;
  const [debited, credited] = [walletOf(entities, from), walletOf(entities, to)];
  if (debited !== undefined) add(entities, debited.id, -amount);
  if (credited !== undefined) add(entities, credited.id, amount);
  return store(entities.transactions, { ...body, id: crypto.randomUUID(), created_at: isoDate(now) });
}

function walletOf({ wallets }: Entities, id: string | undefined): Wallet | undefined {
  if (id === undefined) return undefined;
  const wallet = wallets.get(id);
  if (wallet === undefined) throw new Refusal(400, 'Invalid wallet: there is none with this id');
  return wallet;
}

/** Reads the wallet anew, because both ends of a transaction can be the same wallet. */
function add({ wallets }: Entities, id: string, amount: number): void {
  const wallet = wallets.get(id);
  if (wallet === undefined) return;
  wallets.set(id, { ...wallet, amount: wallet.amount + amount, total_amount: wallet.total_amount + amount });
}
