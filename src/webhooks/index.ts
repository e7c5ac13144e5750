export { verifyWebhook, type VerifyWebhookOptions } from './verify.js';
export { confirmSubscription, type ConfirmSubscriptionOptions } from './confirm.js';
export { WebhookError, type WebhookErrorCode } from './webhook-error.js';
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
export type { WebhookEvent } from '../schema.js';
