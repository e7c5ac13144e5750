export { verifyWebhook, type VerifyWebhookOptions } from './verify.js';
export { createWebhookHandler, type WebhookHandler, type WebhookHandlerOptions } from './handler.js';
export { toNodeHandler, type NodeHandlerOptions, type NodeRequest, type NodeResponse } from './node.js';
export { confirmSubscription, type ConfirmSubscriptionOptions } from './confirm.js';
export { WebhookError, type WebhookErrorCode } from './webhook-error.js';
export type { EventCallback, EventCallbacks, EventSink } from './dispatch.js';
export type { SeenStore } from './seen.js';
export type { RawBody } from './envelope.js';
export type { WebhookHeaders } from './headers.js';
export type { WebhookTrust } from './rules.js';
export type { Fetch } from './fetch-from-sns.js';
export type {
  Delivery,
  VerifiedNotification,
  VerifiedSubscriptionConfirmation,
  VerifiedUnsubscribeConfirmation,
  VerifiedWebhook,
} from './verified.js';
export { signTestWebhook, type SignTestWebhookOptions, type TestWebhook } from './sign-test-webhook.js';
export type { WebhookEvent } from '../contract/types.js';
