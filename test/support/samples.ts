// Request bodies for tests: the first example of each operation in the contract, so that a renamed field of a request is
// renamed there and nowhere else.
import type {
  BeneficiaryCreate,
  CardCreate,
  EnduserCreatePerson,
  ProgramCreate,
  RelayCreate,
  TransactionCreate,
  TransactionCreateManualCredit,
  TransactionCreateManualDebit,
  WalletCreate,
  WebhookCreate,
} from '../../src/index.js';
import { samples } from './contract.js';

export const BENEFICIARY = bodyOf('createBeneficiary') as BeneficiaryCreate;
export const CARD = bodyOf('createCard') as CardCreate;
export const CREDIT = bodyOf('createManualCredit') as TransactionCreateManualCredit;
export const DEBIT = bodyOf('createManualDebit') as TransactionCreateManualDebit;
export const ENDUSER = bodyOf('createEnduser') as EnduserCreatePerson;
export const PROGRAM = bodyOf('createCardProgram') as ProgramCreate;
export const RELAY = bodyOf('createRelay') as RelayCreate;
export const TRANSACTION = bodyOf('createTransaction') as TransactionCreate;
export const WALLET = bodyOf('createWallet') as WalletCreate;
export const WEBHOOK = bodyOf('createWebhook') as WebhookCreate;

/** Returns the body of the operation's first example; the linter checks it against the schema that its type is from. */
function bodyOf(operationId: string): unknown {
  const sample = samples.find(({ id }) => id === operationId);
  if (sample?.body === undefined) throw new Error(`The contract has no example of a body of ${operationId}.`);
  return sample.body;
}
