import type { Wallet } from '../../contract/types.js';
import { newWallet } from '../entities.js';
import { Refusal } from '../refusal.js';
import { put, type State } from '../state.js';
import { listed, named, openEntity, text, type Context, type Operations, type Reply } from './context.js';
import { page } from './paging.js';

export const wallets: Operations<'listWallets' | 'createWallet' | 'getWallet' | 'updateWallet'> = {
  listWallets: ({ state }) => listed(state.wallets),
  createWallet: (context) => {
    const { state, body, now } = context;
    const holderId = text(context, 'holder_id') ?? '';
    if (!state.endusers.has(holderId)) throw new Refusal(400, 'Invalid holder_id: there is no such enduser');
    return { body: put(state.wallets, newWallet({ ...sent(body), holder_id: holderId }, now)) };
  },
  getWallet: (context) => ({ body: named(context.state.wallets, context) }),
  // Assumptions: only the status can be changed, any may follow any, and the answer is the wallet.
  updateWallet: (context) => {
    const wallet = named(context.state.wallets, context);
    const status = (text(context, 'status') ?? wallet.status) as Wallet['status'];
    return { body: put(context.state.wallets, { ...wallet, status, updated_at: new Date(context.now).toISOString() }) };
  },
};

/** What the contract lets a caller say of a new wallet, beside its holder. */
const sent = ({ asset, asset_class, partner_product }: Partial<Wallet>): Partial<Wallet> =>
  ({ asset, asset_class, partner_product }) as Partial<Wallet>;

export const transactions: Operations<
  'listTransactions' | 'createTransaction' | 'getTransaction' | 'createManualCredit' | 'createManualDebit'
> = {
  listTransactions: (context) => {
    const { state, query } = context;
    const ofWallet = [...state.transactions.values()].filter(
      ({ from, to }) => query['wallet'] === undefined || from === query['wallet'] || to === query['wallet'],
    );
    return page(ofWallet, context);
  },
  getTransaction: (context) => ({ body: named(context.state.transactions, context) }),
  createTransaction: (context) => move(context),
  createManualCredit: (context) => move(context),
  createManualDebit: (context) => move(context),
};

/**
 * Stores a transaction, and moves the amount. Assumptions: `amount` is in the unit of the wallet's own amounts, a balance
 * may go below zero, an unknown wallet is answered 400, and a transaction is what was sent, with `id` and `created_at`.
 */
function move(context: Context): Reply {
  const { state, body, now } = context;
  const from = walletOf(state, text(context, 'from'));
  const to = walletOf(state, text(context, 'to'));
  const amount = Number(body['amount'] ?? 0);
  if (from !== undefined) add(state, from.id, -amount);
  if (to !== undefined) add(state, to.id, amount);
  const transaction = { ...openEntity(body), created_at: new Date(now).toISOString() };
  return { body: put(state.transactions, transaction) };
}

function walletOf({ wallets }: State, id: string | undefined): Wallet | undefined {
  if (id === undefined) return undefined;
  const wallet = wallets.get(id);
  if (wallet === undefined) throw new Refusal(400, 'Invalid wallet: there is none with this id');
  return wallet;
}

function add({ wallets }: State, id: string, amount: number): void {
  const wallet = wallets.get(id);
  if (wallet === undefined) return;
  put(wallets, { ...wallet, amount: wallet.amount + amount, total_amount: wallet.total_amount + amount });
}
