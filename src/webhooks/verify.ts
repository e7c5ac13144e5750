import { own } from '../checks.js';
import type { SnsMessage } from '../contract/types.js';
import { certificateAt } from './certificates.js';
import { checkHeaders, checkRawDelivery, readEnvelope, type WebhookHeaders } from './envelope.js';
import { readEvent, type Delivery, type WebhookEvent } from './event.js';
import type { RawBody } from './raw-body.js';
import { readRules, type Rules, type WebhookTrust } from './rules.js';
import { isSignedBy } from './signature.js';
import { checkCertificateUrl, checkSubscribeUrl, hostOfTopic } from './sns.js';
import {
  VerifiedConfirmation,
  type VerifiedSubscriptionConfirmation,
  type VerifiedUnsubscribeConfirmation,
} from './subscription.js';
import { WebhookError } from './webhook-error.js';

/** The time by which SNS's clock may be ahead of ours. */
export const CLOCK_SKEW_MS = 5 * 60 * 1_000;

/** Options of {@link verifyWebhook}. */
export interface VerifyWebhookOptions extends WebhookTrust {
  /** The headers of the request. If given, those of SNS must be about the same message as the body. */
  headers?: WebhookHeaders | undefined;
}

/** A genuine message that carries an event. */
export interface VerifiedNotification extends Delivery {
  readonly type: 'Notification';
  readonly event: WebhookEvent;
}

/** A genuine message; `type` tells the three apart. */
export type VerifiedWebhook = VerifiedNotification | VerifiedSubscriptionConfirmation | VerifiedUnsubscribeConfirmation;

/**
 * Proves that a webhook was signed by Amazon SNS for one of your topics, and returns its content. Pass the raw body: the
 * result of a body parser cannot be verified. It does not recognise repeats; `createWebhookHandler` does.
 *
 * Rejects with a `WebhookError`, whose `code` says why, or with a `TypeError` if an option is wrong; it never throws
 * synchronously. The certificate is fetched from SNS (at most 5 s and 16 KiB) once a day.
 *
 * @example
 * const webhook = await verifyWebhook(await request.text(), { topicArns: [topicArn], headers: request.headers });
 * if (webhook.type === 'Notification') await queue.add(webhook.event);
 * else if (webhook.type === 'SubscriptionConfirmation') await confirmSubscription(webhook);
 *
 * @see Kobble's guides doc-806843 and doc-1798440
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */
export async function verifyWebhook(rawBody: RawBody, options: VerifyWebhookOptions): Promise<VerifiedWebhook> {
  return verifyBy(readRules(options), rawBody, own(options, 'headers'));
}

/** Does the same as {@link verifyWebhook} with options that were checked before. */
export async function verifyBy(rules: Rules, rawBody: unknown, headers?: WebhookHeaders): Promise<VerifiedWebhook> {
  const message = checkEnvelope(rules, rawBody, headers);
  const { keys } = await certificateAt(message.SigningCertURL, rules.fetch, rules.now);
  if (!(await isSignedBy(keys, message))) throw new WebhookError('signature_invalid');
  return verified(message);
}

/** Checks everything that needs no request to SNS. */
function checkEnvelope(rules: Rules, rawBody: unknown, headers: WebhookHeaders | undefined): SnsMessage {
  if (headers) checkRawDelivery(headers);
  const message = readEnvelope(rawBody);
  if (headers) checkHeaders(headers, message);
  const { TopicArn, Timestamp } = message;
  const host = rules.topics.get(TopicArn);
  if (host === undefined) {
    // The topic is shown only if it is an ARN: anyone may have written it, and it ends in a log.
    throw new WebhookError('topic_not_allowed', hostOfTopic(TopicArn) && TopicArn);
  }
  checkCertificateUrl(message.SigningCertURL, host);
  if (message.Type !== 'Notification') checkSubscribeUrl(message.SubscribeURL, host, TopicArn, message.Token);
  const age = rules.now() - Date.parse(Timestamp);
  if (!(age <= rules.maxAgeMs)) throw new WebhookError('timestamp_too_old');
  if (!(age >= -CLOCK_SKEW_MS)) throw new WebhookError('timestamp_in_future');
  return message;
}

function verified(message: SnsMessage): VerifiedWebhook {
  switch (message.Type) {
    case 'Notification': {
      const { Type, MessageId, TopicArn, Timestamp } = message;
      const event = readEvent(message.Message);
      return { type: Type, event, messageId: MessageId, topicArn: TopicArn, timestamp: Timestamp };
    }
    case 'SubscriptionConfirmation':
      return new VerifiedConfirmation(message.Type, message);
    case 'UnsubscribeConfirmation':
      return new VerifiedConfirmation(message.Type, message);
  }
}
