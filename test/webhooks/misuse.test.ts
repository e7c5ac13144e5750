// Proves, by compiling, that a caller cannot forget the topics or the callback, nor confirm what was not verified.
import { expect, it } from 'vitest';
import {
  confirmSubscription,
  createWebhookHandler,
  signTestWebhook,
  verifyWebhook,
  type VerifiedWebhook,
  type WebhookError,
  type WebhookErrorCode,
} from '../../src/webhooks/index.js';

const { topicArn, rawBody } = signTestWebhook();
const topicArns = [topicArn];
const made = { type: 'SubscriptionConfirmation' as const, subscribeUrl: 'http://localhost/', token: 'x' };
const mistakes = {
  // @ts-expect-error topicArns is required
  'no topics': () => createWebhookHandler({ onEvent: () => undefined }),
  // @ts-expect-error onEvent or on is required
  'no callback': () => createWebhookHandler({ topicArns }),
  // @ts-expect-error either, not both
  'two callbacks': () => createWebhookHandler({ topicArns, onEvent: () => undefined, on: {} }),
  // @ts-expect-error a parsed body is no raw body
  'a parsed body': () => verifyWebhook(JSON.parse(rawBody) as object, { topicArns }),
  // @ts-expect-error verifyWebhook has not returned it
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the mistake itself
  'a made-up confirmation': () => confirmSubscription(made),
};

it.each(Object.entries(mistakes))('%s is refused by the types, and at run time', async (_, mistake) => {
  await expect((async () => mistake())()).rejects.toThrow(/^kobble-client: /);
});

/** Never run: its types are the proof. */
export async function told(webhook: VerifiedWebhook, error: WebhookError): Promise<string | undefined> {
  const code: WebhookErrorCode = error.code;
  if (webhook.type === 'SubscriptionConfirmation') await confirmSubscription(webhook);
  // @ts-expect-error the end of a subscription is not confirmed: it would bring it back
  if (webhook.type === 'UnsubscribeConfirmation') await confirmSubscription(webhook);
  if (webhook.type !== 'Notification') return code;
  const { entity_id, created_at } = webhook.event;
  // @ts-expect-error a field can be absent, null or of another type than documented
  const assumed: string | undefined = created_at;
  return typeof entity_id === 'string' ? entity_id : assumed;
}
