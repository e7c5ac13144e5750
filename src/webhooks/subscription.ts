import { isObject, optionError, ownCopy } from '../checks.js';
import type { SnsSubscriptionConfirmation, SnsUnsubscribeConfirmation } from '../contract/types.js';
import type { Delivery } from './event.js';
import { fetchFromSns, type Fetch } from './sns.js';

/** Options of {@link confirmSubscription}. */
export interface ConfirmSubscriptionOptions {
  /** Sends the request. Default: the platform's `fetch`. */
  fetch?: Fetch | undefined;
}

/**
 * Confirms a subscription by a GET to its SubscribeURL (5 s at most, no redirect followed); events arrive from then on.
 * `createWebhookHandler` does this by itself. A second confirmation does no harm.
 *
 * Takes only a result of `verifyWebhook`, so that an unverified address is never requested. Rejects with a `WebhookError`
 * of code `confirmation_failed` if the answer is not 200: answer 5xx then, and SNS asks again.
 *
 * @see Kobble's guide doc-806843
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html
 */
export async function confirmSubscription(
  webhook: VerifiedSubscriptionConfirmation,
  options: ConfirmSubscriptionOptions = {},
): Promise<void> {
  const { fetch = globalThis.fetch } = ownCopy(options);
  // The types refuse the same; callers may write JavaScript.
  if (!VerifiedConfirmation.isGenuine(webhook) || (webhook.type as string) !== 'SubscriptionConfirmation') {
    throw optionError('webhook', 'must be a SubscriptionConfirmation that verifyWebhook returned');
  }
  const codes = { failed: 'confirmation_failed', unknown: 'confirmation_failed' } as const;
  await fetchFromSns(webhook.subscribeUrl, fetch, codes, async (body) => body?.cancel());
}

/**
 * A genuine message about the subscription itself. Its address and token are secrets: they can be read by name, but are
 * not shown in logs, JSON or inspection. Only `verifyWebhook` makes one.
 */
export class VerifiedConfirmation<
  Type extends 'SubscriptionConfirmation' | 'UnsubscribeConfirmation',
> implements Delivery {
  static {
    // Node's inspect, told to show getters and hidden members, calls the getters of classes, but not of built-in ones: it
    // takes the class from here. A custom inspect function would not do, since console.dir ignores it.
    Object.defineProperty(this.prototype, 'constructor', { value: Object });
  }
  readonly type: Type;
  readonly messageId: string;
  readonly topicArn: string;
  readonly timestamp: string;
  readonly #subscribeUrl: string;
  readonly #token: string;

  constructor(type: Type, message: SnsSubscriptionConfirmation | SnsUnsubscribeConfirmation) {
    this.type = type;
    this.messageId = message.MessageId;
    this.topicArn = message.TopicArn;
    this.timestamp = message.Timestamp;
    this.#subscribeUrl = message.SubscribeURL;
    this.#token = message.Token;
  }

  /** Address at SNS, in the region of the topic. A GET to it confirms the subscription, also one that has ended. */
  get subscribeUrl(): string {
    return this.#subscribeUrl;
  }

  get token(): string {
    return this.#token;
  }

  static isGenuine(value: unknown): boolean {
    return isObject(value) && #subscribeUrl in value;
  }
}

/** The first message after a subscription is created. No event arrives before `confirmSubscription` has answered it. */
export type VerifiedSubscriptionConfirmation = VerifiedConfirmation<'SubscriptionConfirmation'>;
/** The message about the end of a subscription. A GET to its `subscribeUrl` would restore the subscription. */
export type VerifiedUnsubscribeConfirmation = VerifiedConfirmation<'UnsubscribeConfirmation'>;
