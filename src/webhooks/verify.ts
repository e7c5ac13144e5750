import { verify } from 'node:crypto';
import type { SnsMessage } from '../contract/types.js';
import { certificateAt } from './certificate-cache.js';
import { readEnvelope, type RawBody } from './envelope.js';
import { readEvent } from './event.js';
import { checkHeaders, type WebhookHeaders } from './headers.js';
import { rulesOf, type Rules, type WebhookTrust } from './rules.js';
import { checkCertificateUrl, checkSubscribeUrl, hostOfTopic } from './sns-address.js';
import { DIGESTS, stringToSign } from './string-to-sign.js';
import { VerifiedConfirmation, type VerifiedWebhook } from './verified.js';
import { WebhookError } from './webhook-error.js';

/** How far SNS's clock may be ahead of ours. */
export const CLOCK_SKEW_MS = 5 * 60 * 1_000;

/** What {@link verifyWebhook} takes. */
export interface VerifyWebhookOptions extends WebhookTrust {
  /** The headers of the request. Where given, those of SNS must speak of the same message as the body. */
  headers?: WebhookHeaders | undefined;
}

/**
 * Proves that a webhook was signed by Amazon SNS for one of your topics, and says what it holds. Give it the raw body: what
 * a body parser made of it cannot be proved. It does not know repeats; `createWebhookHandler` does.
 *
 * Rejects with a `WebhookError`, whose `code` says why, or with a `TypeError` where an option is wrong; it never
 * throws. The certificate is fetched from SNS (5 s, 16 KiB at most) once a day.
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
  return verifyBy(rulesOf(options), rawBody, options.headers);
}

/** {@link verifyWebhook}, its options checked beforehand. */
export async function verifyBy(rules: Rules, rawBody: unknown, headers?: WebhookHeaders): Promise<VerifiedWebhook> {
  const message = checkEnvelope(rules, rawBody, headers);
  const certificate = await certificateAt(message.SigningCertURL, rules.fetch, rules.now);
  const signed = Buffer.from(stringToSign(message), 'utf8');
  const signature = Buffer.from(message.Signature, 'base64');
  if (!verify(DIGESTS[message.SignatureVersion], signed, certificate.publicKey, signature)) {
    throw new WebhookError('signature_invalid');
  }
  return verified(message);
}

/** All that can be refused without asking anyone. */
function checkEnvelope(rules: Rules, rawBody: unknown, headers: WebhookHeaders | undefined): SnsMessage {
  checkHeaders(headers, undefined);
  const message = readEnvelope(rawBody);
  checkHeaders(headers, message);
  const { TopicArn, Timestamp } = message;
  const host = rules.topics.get(TopicArn);
  if (host === undefined) {
    // A topic is named only where it looks like one: anyone may have written this, and it ends in a log.
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
