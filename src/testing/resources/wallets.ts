import type { Wallet } from '../../contract/types.js';
import { Refusal } from '../wire.js';
import { find, get, isoDate, list, newEntity, store, type Operations } from './resource.js';

/** Balances. Assumptions: only the status can be updated, any may follow any, and the response is the wallet. */
export const wallets: Operations<'listWallets' | 'createWallet' | 'getWallet' | 'updateWallet'> = {
  listWallets: ({ entities }) => list(entities.wallets),
  createWallet: ({ entities, body, now }) => {
    const { holder_id, asset_class, asset, partner_product } = body;
    if (!entities.endusers.has(holder_id)) throw new Refusal(400, 'holder_id must be the id of an enduser');
    // The contract takes any text for these three, but lists the values of a wallet: what was sent is stored as it is.
    const sent = { asset_class, asset, partner_product } as Pick<Wallet, 'asset_class' | 'asset' | 'partner_product'>;
    return store(entities.wallets, newWallet({ ...sent, holder_id }, now));
  },
  getWallet: ({ entities, path }) => get(entities.wallets, path),
  updateWallet: ({ entities, path, body, now }) => {
    const wallet = find(entities.wallets, path);
    const { status = wallet.status } = body;
    return store(entities.wallets, { ...wallet, status, updated_at: isoDate(now) });
  },
};

/** Returns a new wallet. It is INACTIVE and has no `external_id`, as in the sample on the page. */
export const newWallet = (fields: Partial<Wallet> & Pick<Wallet, 'holder_id'>, now: number): Wallet => ({
  external_id: null,
  asset: 'AUD',
  asset_class: 'CURRENCY',
  status: 'INACTIVE',
  partner_product: 'KOBBLE_AUD_1',
  total_amount: 0,
  amount: 0,
  reserved_amount: 0,
  ...newEntity(now),
  ...fields,
});
