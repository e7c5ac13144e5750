export { createKobbleClient, type KobbleClient, type RequestInput } from './client.js';
export type { KobbleClientOptions } from './options.js';
export type { CallOptions, RetryOptions } from './call.js';
export type { ApiPromise, DataWithResponse } from './api-promise.js';
export type { Page, PagePromise } from './paginate.js';
export { idempotencyKeyFrom } from './idempotency.js';
export { buildWidgetUrl, type WidgetUrlParts } from './widget/url.js';
export { redact } from './redact.js';
export type { StoredToken, TokenStore } from './token-store.js';
export type { AttemptEndEvent, AttemptEvent, Hooks, Logger, LogLevel, RetryEvent } from './observe.js';
export {
  ConfigError,
  ConnectionError,
  DecodeError,
  isKobbleError,
  KobbleError,
  TimeoutError,
  type CallFacts,
  type ErrorKind,
  type Outcome,
} from './errors.js';
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './api-error.js';
export type { CardWidgetSessionWithUrl } from './resources/cards.js';
export type {
  Beneficiary,
  BeneficiaryCreate,
  BeneficiaryUpdate,
  Card,
  CardCreate,
  CardListQuery,
  CardRenewReplace,
  CardSecret,
  CardSecretCreate,
  CardStatusUpdate,
  CardWidgetSession,
  Client,
  ClientCreate,
  Company,
  Enduser,
  EnduserCreate,
  EnduserCreateCompany,
  EnduserCreatePerson,
  Environment,
  Metadata,
  MetadataKobbleDebit1,
  OperationId,
  Person,
  Program,
  ProgramCreate,
  Relay,
  RelayCreate,
  Transaction,
  TransactionCreate,
  TransactionCreateManualCredit,
  TransactionCreateManualDebit,
  TransactionListQuery,
  Verb,
  Wallet,
  WalletCreate,
  WalletUpdate,
  Webhook,
  WebhookCreate,
  WebhookEvent,
} from './schema.js';
