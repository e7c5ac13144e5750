export { verifyWebhook, type VerifiedNotification, type VerifiedWebhook, type VerifyWebhookOptions } from './verify.js';
export { readVerifiedEvent } from './read-verified-event.js';
export { createWebhookHandler, type WebhookHandler, type WebhookHandlerOptions } from './handler.js';
export { toNodeHandler, type NodeHandlerOptions, type NodeRequest, type NodeResponse } from './node.js';
export {
  confirmSubscription,
  type ConfirmSubscriptionOptions,
  type VerifiedConfirmation,
  type VerifiedSubscriptionConfirmation,
  type VerifiedUnsubscribeConfirmation,
} from './subscription.js';
export { WebhookError, type WebhookErrorCode } from './webhook-error.js';
export type {
  Delivery,
  DeliveryWith,
  EventCallback,
  EventCallbacks,
  EventSink,
  RecordClient,
  RecordDelivery,
  TransactionRecord,
  WebhookEvent,
} from './event.js';
export type { SeenStore } from './once.js';
export type { RawBody } from './raw-body.js';
export type { WebhookHeaders } from './envelope.js';
export type { WebhookTrust } from './rules.js';
export type { Fetch } from './sns.js';
export { signTestWebhook, type SignTestWebhookOptions, type TestWebhook } from './sign-test-webhook.js';
