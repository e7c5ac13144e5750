// Written by `npm run generate` from openapi/. Do not edit.

/** Kobble's documented hosts. */
export const environments = {
  development: 'https://dev.apikobble.net',
  staging: 'https://staging.apikobble.net',
} as const;

/**
 * All operations by path: verb and name, then `keyed` if it takes an idempotency key, `list` if the response is an
 * array, `unknownResult` if no page shows the response. As text, the table is half as large in a bundle as it is as objects.
 */
export const operations: Readonly<Record<string, readonly string[]>> = {
  '/oauth2/token': ['POST getAccessToken'],
  '/customers/v1/beneficiaries': ['GET listBeneficiaries list', 'POST createBeneficiary unknownResult'],
  '/customers/v1/beneficiaries/{id}': ['GET getBeneficiary unknownResult', 'PUT updateBeneficiary unknownResult'],
  '/customers/v1/cards': ['GET listCards list', 'POST createCard keyed'],
  '/customers/v1/cards/{id}': ['GET getCard'],
  '/customers/v1/cards/{id}/status': ['PATCH updateCardStatus unknownResult'],
  '/customers/v1/cards/{id}/secrets': ['POST createCardSecret keyed'],
  '/customers/v1/cards/{id}/widget-session': ['POST createCardWidgetSession keyed'],
  '/customers/v1/cards/{id}/{action}': ['POST replaceOrRenewCard keyed'],
  '/customers/v1/card-programs': ['GET listCardPrograms list', 'POST createCardProgram'],
  '/customers/v1/card-programs/{id}': ['GET getCardProgram'],
  '/customers/v1/clients': ['GET listClients list', 'POST createClient unknownResult'],
  '/customers/v1/clients/{id}': ['GET getClient unknownResult'],
  '/customers/v1/endusers': ['GET listEndusers list', 'POST createEnduser'],
  '/customers/v1/endusers/{id}': ['GET getEnduser'],
  '/customers/v1/transactions': ['GET listTransactions list', 'POST createTransaction keyed unknownResult'],
  '/customers/v1/transactions/manual-credit': ['POST createManualCredit keyed unknownResult'],
  '/customers/v1/transactions/manual-debit': ['POST createManualDebit keyed unknownResult'],
  '/customers/v1/transactions/{id}': ['GET getTransaction unknownResult'],
  '/customers/v1/wallets': ['GET listWallets list', 'POST createWallet'],
  '/customers/v1/wallets/{id}': ['GET getWallet', 'PATCH updateWallet unknownResult'],
  '/customers/v1/relays': ['POST createRelay unknownResult'],
  '/customer/v1/webhooks/subscriptions': ['GET listWebhooks list', 'POST createWebhook unknownResult'],
  '/customer/v1/webhooks/subscriptions/{id}': ['DELETE deleteWebhook unknownResult'],
};

/** The contract's name of an operation. */
export type OperationId =
  | 'getAccessToken'
  | 'listBeneficiaries'
  | 'createBeneficiary'
  | 'getBeneficiary'
  | 'updateBeneficiary'
  | 'listCards'
  | 'createCard'
  | 'getCard'
  | 'updateCardStatus'
  | 'createCardSecret'
  | 'createCardWidgetSession'
  | 'replaceOrRenewCard'
  | 'listCardPrograms'
  | 'createCardProgram'
  | 'getCardProgram'
  | 'listClients'
  | 'createClient'
  | 'getClient'
  | 'listEndusers'
  | 'createEnduser'
  | 'getEnduser'
  | 'listTransactions'
  | 'createTransaction'
  | 'createManualCredit'
  | 'createManualDebit'
  | 'getTransaction'
  | 'listWallets'
  | 'createWallet'
  | 'getWallet'
  | 'updateWallet'
  | 'createRelay'
  | 'listWebhooks'
  | 'createWebhook'
  | 'deleteWebhook';

/** Names of the fields that are secret, in any object. */
export const sensitiveFields: ReadonlySet<string> = new Set([
  'SubscribeURL',
  'Token',
  'access_token',
  'account_number',
  'client_secret',
  'secret',
  'totp',
]);
