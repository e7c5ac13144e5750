import type { OperationId } from '../../contract/operations.js';
import { authorization } from './authorization.js';
import { cards } from './cards.js';
import type { Operations } from './context.js';
import { transactions, wallets } from './money.js';
import { beneficiaries, cardPrograms, clients, endusers } from './parties.js';
import { relays, webhooks } from './subscriptions.js';

/** Every operation of the contract: one that is missing does not compile. */
export const operations: Operations<OperationId> = {
  ...authorization,
  ...beneficiaries,
  ...cardPrograms,
  ...cards,
  ...clients,
  ...endusers,
  ...relays,
  ...transactions,
  ...wallets,
  ...webhooks,
};
