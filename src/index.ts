export { createKobbleClient, KobbleClient, type ClosableClient, type ClosedByUsing } from './client.js';
export type {
  CallOptions,
  CallRetryOptions,
  CloseOptions,
  KeyedCallOptions,
  KobbleClientOptions,
  KobbleFetchInit,
  RequestInput,
  RetryOptions,
  StoredToken,
  TokenStore,
} from './options.js';
export type {
  AttemptEndEvent,
  AttemptEvent,
  CallEndEvent,
  CallEvent,
  Hooks,
  Logger,
  LoggerWithLog,
  LogLevel,
  RetryEvent,
} from './hooks.js';
export type { ApiPromise, Arrived, DataWithResponse, Read, Unusable } from './api-promise.js';
export type { ListItems, ListPromise, Page, PagePromise } from './paginate.js';
export { idempotencyKeyFrom } from './idempotency.js';
export type { Clock } from './time.js';
export { redact } from './errors/redact.js';
export {
  AbortedError,
  ConfigError,
  ConnectionError,
  isKobbleError,
  KobbleError,
  TimeoutError,
  type CallFacts,
  type ErrorFacts,
  type Outcome,
} from './errors/kobble-error.js';
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  DecodeError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
  type ResponseFacts,
} from './errors/api-error.js';
export type { Environment, OperationId, Verb } from './contract/operations.js';
export type * from './contract/types.js';
export type { KobbleFetch, Send } from './http/transport.js';
export { callOf, type CompletedCall } from './http/response.js';
export type * from './resources/index.js';
export { buildWidgetUrl, type WidgetUrlParts } from './widget/url.js';
