import type { Wallet } from '../../contract/types.js';
import { Refusal } from '../wire.js';
import {
  get,
  isoDate,
  page,
  store,
  type Context,
  type Entities,
  type OpenEntity,
  type Operations,
  type Reply,
  type Stored,
  type Surroundings,
} from './resource.js';

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

/** Checks and carries out a request. `names` are the ends that the transaction has. */
function move(context: Context<CreateOperation>, names: readonly (keyof Ends)[], ends: Ends): Reply {
  const { entities, body, behaviour } = context;
  const { amount = 0 } = body;
  if (behaviour.strict && !(amount > 0)) throw new Refusal(400, 'amount must be above 0');
  const wallets = names.map((name) => [name, walletAt(name, ends[name], entities, behaviour.strict)?.id]);
  return record(context, { amount, ...(Object.fromEntries(wallets) as Ends) }, body);
}

/**
 * Stores a transaction, moves its amount and tells of it. Assumptions: `amount` has the unit of the wallet's own amounts; a
 * balance may go below zero; a transaction is what was sent, with `id` and `created_at`. What a test gives replaces all
 * but the `id`.
 */
export function record(
  { entities, publisher, now }: Pick<Surroundings, 'entities' | 'publisher' | 'now'>,
  { amount, from, to }: Ends & { readonly amount: number },
  sent: object,
  given: object = {},
): Stored<OpenEntity> {
  if (from !== undefined) add(entities, from, -amount);
  if (to !== undefined) add(entities, to, amount);
  const transaction = { ...sent, created_at: isoDate(now), ...given, id: crypto.randomUUID() };
  publisher.publish({ type: 'transaction-create', entity_id: transaction.id });
  return store(entities.transactions, transaction);
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
