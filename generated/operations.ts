// Written by `npm run generate` from openapi/. Do not edit.

/** Kobble's documented hosts. */
export const environments = {
  development: 'https://dev.apikobble.net',
  staging: 'https://staging.apikobble.net',
} as const;

/**
 * All operations: verb, path, retry class, `list` if the response is an array, `unknownResult` if no page shows the
 * response. As text, the table is half as large in a bundle as it is as objects.
 */
export const operations = {
  getAccessToken: 'POST /oauth2/token never',
  listBeneficiaries: 'GET /customers/v1/beneficiaries safe list',
  createBeneficiary: 'POST /customers/v1/beneficiaries never unknownResult',
  getBeneficiary: 'GET /customers/v1/beneficiaries/{id} safe unknownResult',
  updateBeneficiary: 'PUT /customers/v1/beneficiaries/{id} never unknownResult',
  listCards: 'GET /customers/v1/cards safe list',
  createCard: 'POST /customers/v1/cards keyed',
  getCard: 'GET /customers/v1/cards/{id} safe',
  updateCardStatus: 'PATCH /customers/v1/cards/{id}/status never unknownResult',
  createCardSecret: 'POST /customers/v1/cards/{id}/secrets keyed',
  createCardWidgetSession: 'POST /customers/v1/cards/{id}/widget-session keyed',
  replaceOrRenewCard: 'POST /customers/v1/cards/{id}/{action} keyed',
  listCardPrograms: 'GET /customers/v1/card-programs safe list',
  createCardProgram: 'POST /customers/v1/card-programs never',
  getCardProgram: 'GET /customers/v1/card-programs/{id} safe',
  listClients: 'GET /customers/v1/clients safe list',
  createClient: 'POST /customers/v1/clients never unknownResult',
  getClient: 'GET /customers/v1/clients/{id} safe unknownResult',
  listEndusers: 'GET /customers/v1/endusers safe list',
  createEnduser: 'POST /customers/v1/endusers never',
  getEnduser: 'GET /customers/v1/endusers/{id} safe',
  listTransactions: 'GET /customers/v1/transactions safe list',
  createTransaction: 'POST /customers/v1/transactions keyed unknownResult',
  createManualCredit: 'POST /customers/v1/transactions/manual-credit keyed unknownResult',
  createManualDebit: 'POST /customers/v1/transactions/manual-debit keyed unknownResult',
  getTransaction: 'GET /customers/v1/transactions/{id} safe unknownResult',
  listWallets: 'GET /customers/v1/wallets safe list',
  createWallet: 'POST /customers/v1/wallets never',
  getWallet: 'GET /customers/v1/wallets/{id} safe',
  updateWallet: 'PATCH /customers/v1/wallets/{id} never unknownResult',
  createRelay: 'POST /customers/v1/relays never unknownResult',
  listWebhooks: 'GET /customer/v1/webhooks/subscriptions safe list',
  createWebhook: 'POST /customer/v1/webhooks/subscriptions never unknownResult',
  deleteWebhook: 'DELETE /customer/v1/webhooks/subscriptions/{id} safe unknownResult',
} as const;

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
