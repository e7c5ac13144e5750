// Written by `npm run generate` from openapi/. Do not edit.

/** Kobble's documented hosts. */
export const environments = {
  development: 'https://dev.apikobble.net',
  staging: 'https://staging.apikobble.net',
} as const;

/** Every operation: how it may be retried, and whether its answer is open (nobody has seen it; it may be empty). */
export const operations = [
  { id: 'getAccessToken', method: 'POST', path: '/oauth2/token', retry: 'never' },
  { id: 'listBeneficiaries', method: 'GET', path: '/customers/v1/beneficiaries', retry: 'safe' },
  { id: 'createBeneficiary', method: 'POST', path: '/customers/v1/beneficiaries', retry: 'never', open: true },
  { id: 'getBeneficiary', method: 'GET', path: '/customers/v1/beneficiaries/{id}', retry: 'safe', open: true },
  { id: 'updateBeneficiary', method: 'PUT', path: '/customers/v1/beneficiaries/{id}', retry: 'safe', open: true },
  { id: 'listCards', method: 'GET', path: '/customers/v1/cards', retry: 'safe' },
  { id: 'createCard', method: 'POST', path: '/customers/v1/cards', retry: 'keyed' },
  { id: 'getCard', method: 'GET', path: '/customers/v1/cards/{id}', retry: 'safe' },
  { id: 'updateCardStatus', method: 'PATCH', path: '/customers/v1/cards/{id}/status', retry: 'safe', open: true },
  { id: 'replaceOrRenewCard', method: 'POST', path: '/customers/v1/cards/{id}/{action}', retry: 'keyed' },
  { id: 'createCardSecret', method: 'POST', path: '/customers/v1/cards/{id}/secrets', retry: 'keyed' },
  { id: 'createCardWidgetSession', method: 'POST', path: '/customers/v1/cards/{id}/widget-session', retry: 'keyed' },
  { id: 'listCardPrograms', method: 'GET', path: '/customers/v1/card-programs', retry: 'safe' },
  { id: 'createCardProgram', method: 'POST', path: '/customers/v1/card-programs', retry: 'never' },
  { id: 'getCardProgram', method: 'GET', path: '/customers/v1/card-programs/{id}', retry: 'safe' },
  { id: 'listClients', method: 'GET', path: '/customers/v1/clients', retry: 'safe' },
  { id: 'createClient', method: 'POST', path: '/customers/v1/clients', retry: 'never', open: true },
  { id: 'getClient', method: 'GET', path: '/customers/v1/clients/{id}', retry: 'safe', open: true },
  { id: 'listEndusers', method: 'GET', path: '/customers/v1/endusers', retry: 'safe' },
  { id: 'createEnduser', method: 'POST', path: '/customers/v1/endusers', retry: 'never' },
  { id: 'getEnduser', method: 'GET', path: '/customers/v1/endusers/{id}', retry: 'safe' },
  { id: 'listTransactions', method: 'GET', path: '/customers/v1/transactions', retry: 'safe' },
  { id: 'createTransaction', method: 'POST', path: '/customers/v1/transactions', retry: 'keyed', open: true },
  { id: 'getTransaction', method: 'GET', path: '/customers/v1/transactions/{id}', retry: 'safe', open: true },
  {
    id: 'createManualCredit',
    method: 'POST',
    path: '/customers/v1/transactions/manual-credit',
    retry: 'keyed',
    open: true,
  },
  {
    id: 'createManualDebit',
    method: 'POST',
    path: '/customers/v1/transactions/manual-debit',
    retry: 'keyed',
    open: true,
  },
  { id: 'listWallets', method: 'GET', path: '/customers/v1/wallets', retry: 'safe' },
  { id: 'createWallet', method: 'POST', path: '/customers/v1/wallets', retry: 'never' },
  { id: 'getWallet', method: 'GET', path: '/customers/v1/wallets/{id}', retry: 'safe' },
  { id: 'updateWallet', method: 'PATCH', path: '/customers/v1/wallets/{id}', retry: 'safe', open: true },
  { id: 'createRelay', method: 'POST', path: '/customers/v1/relays', retry: 'never', open: true },
  { id: 'listWebhooks', method: 'GET', path: '/customer/v1/webhooks/subscriptions', retry: 'safe' },
  { id: 'createWebhook', method: 'POST', path: '/customer/v1/webhooks/subscriptions', retry: 'never', open: true },
  {
    id: 'deleteWebhook',
    method: 'DELETE',
    path: '/customer/v1/webhooks/subscriptions/{id}',
    retry: 'safe',
    open: true,
  },
] as const;

/** The fields that are secret, whatever object they are in. */
export const sensitiveFields: ReadonlySet<string> = new Set([
  'SubscribeURL',
  'Token',
  'access_token',
  'account_number',
  'client_secret',
  'secret',
  'totp',
]);
