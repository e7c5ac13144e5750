import { fetchFromSns, type Fetch } from './fetch-from-sns.js';
import { VerifiedConfirmation, type VerifiedSubscriptionConfirmation } from './verified.js';

/** What {@link confirmSubscription} takes beside the message. */
export interface ConfirmSubscriptionOptions {
  /** What visits the address. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
}

/**
 * Confirms a subscription by a GET to its SubscribeURL (5 s at most, no redirect followed); events come from then on.
 * `createWebhookHandler` does it by itself. A second confirmation does no harm.
 *
 * Takes only what `verifyWebhook` returned: an address that somebody posted is never visited unproved. Rejects with
 * a `WebhookError` of code `confirmation_failed` where the answer is not 200: answer 5xx then, and SNS asks again.
 *
 * @see Kobble's guide doc-806843
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html
 */
export async function confirmSubscription(
  webhook: VerifiedSubscriptionConfirmation,
  { fetch = globalThis.fetch }: ConfirmSubscriptionOptions = {},
): Promise<void> {
  const genuine = VerifiedConfirmation.isGenuine(webhook);
  // The types say as much; callers who write JavaScript may not have read them.
  if (!genuine || (webhook.type as string) !== 'SubscriptionConfirmation') {
    throw new TypeError('kobble-client: confirmSubscription takes a SubscriptionConfirmation of verifyWebhook');
  }
  await fetchFromSns(webhook.subscribeUrl, fetch, 'confirmation_failed', async (body) => body?.cancel());
}
