import { INSPECT, inspectWithoutGetters } from '../errors/kobble-error.js';
import type { SnsSubscriptionConfirmation, SnsUnsubscribeConfirmation, WebhookEvent } from '../contract/types.js';

/** What a genuine message says of itself. */
export interface Delivery {
  /** The same each time that SNS delivers this message. */
  readonly messageId: string;
  readonly topicArn: string;
  /** When it was published, as SNS writes it: `2026-03-02T09:30:01.000Z`. */
  readonly timestamp: string;
}

/** A genuine message that carries an event. */
export interface VerifiedNotification extends Delivery {
  readonly type: 'Notification';
  readonly event: WebhookEvent;
}

/**
 * A genuine message about the subscription itself. Its address and token are secrets: they can be read by name, but show
 * in no log, JSON or inspection. Only `verifyWebhook` makes one.
 */
export class VerifiedConfirmation<
  Type extends 'SubscriptionConfirmation' | 'UnsubscribeConfirmation',
> implements Delivery {
  readonly type: Type;
  readonly messageId: string;
  readonly topicArn: string;
  readonly timestamp: string;
  readonly #subscribeUrl: string;
  readonly #token: string;

  static {
    Object.defineProperty(this.prototype, INSPECT, { value: inspectWithoutGetters });
  }

  constructor(type: Type, message: SnsSubscriptionConfirmation | SnsUnsubscribeConfirmation) {
    this.type = type;
    this.messageId = message.MessageId;
    this.topicArn = message.TopicArn;
    this.timestamp = message.Timestamp;
    this.#subscribeUrl = message.SubscribeURL;
    this.#token = message.Token;
  }

  /** A GET to this address confirms the subscription (again). It is SNS's, in the region of the topic. */
  get subscribeUrl(): string {
    return this.#subscribeUrl;
  }

  get token(): string {
    return this.#token;
  }

  static isGenuine(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #subscribeUrl in value;
  }
}

/** The first message after a subscription is created: no event comes before `confirmSubscription` has answered it. */
export type VerifiedSubscriptionConfirmation = VerifiedConfirmation<'SubscriptionConfirmation'>;
/** The subscription has ended. A visit to its `subscribeUrl` would bring it back. */
export type VerifiedUnsubscribeConfirmation = VerifiedConfirmation<'UnsubscribeConfirmation'>;
/** A genuine message, told apart by `type`. */
export type VerifiedWebhook = VerifiedNotification | VerifiedSubscriptionConfirmation | VerifiedUnsubscribeConfirmation;
