// Request bodies for tests: the first example of each operation in the contract, so that a renamed field of a request is
// renamed there and nowhere else.
import type {
  BeneficiaryCreate,
  CardCreate,
  EnduserCreatePerson,
  TransactionCreate,
  WalletCreate,
} from '../../src/index.js';
import { samples } from './contract.js';

export const BENEFICIARY = bodyOf('createBeneficiary') as BeneficiaryCreate;
export const CARD = bodyOf('createCard') as CardCreate;
export const ENDUSER = bodyOf('createEnduser') as EnduserCreatePerson;
export const TRANSACTION = bodyOf('createTransaction') as TransactionCreate;
export const WALLET = bodyOf('createWallet') as WalletCreate;

/** Returns the body of the operation's first example; the linter checks it against the schema that its type is from. */
export function bodyOf(operationId: string): object {
  const sample = samples.find(({ id }) => id === operationId);
  if (sample?.body === undefined) throw new Error(`The contract has no example of a body of ${operationId}.`);
  return sample.body as object; // each body of the contract is one
}
