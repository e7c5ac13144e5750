import type { WebhookEvent } from '../../webhooks/event.js';
import type { DeliveryFaultKind } from './delivery-faults.js';

/** One attempt to deliver a message to one endpoint. */
export interface WebhookDelivery {
  /** The same for all attempts at one message. */
  readonly messageId: string;
  readonly type: 'Notification' | 'SubscriptionConfirmation';
  /** The URL of the endpoint. `http://localhost/` for a handler without one. */
  readonly url: string;
  /** As it was published. Undefined for a confirmation. */
  readonly event: WebhookEvent | undefined;
  /** From 1; copies of `repeat` are counted, too. 0 for a forgery. */
  readonly attempt: number;
  /** Milliseconds since 1970, by the clock of the fake. */
  readonly at: number;
  /**
   * Status of the answer; `pending` if there is none yet; `timeout` after 15 s; `unreachable` if the connection failed or
   * the handler threw. `unconfirmed` and `lost` messages were not sent.
   */
  readonly status: number | 'pending' | 'timeout' | 'unreachable' | 'unconfirmed' | 'lost';
  /** True if the message is not sent again for this attempt: it was delivered, refused for good, lost or given up. */
  readonly isFinal: boolean;
  /** The fault that happened to it. */
  readonly fault: DeliveryFaultKind | undefined;
}

/** A delivery to which the fake can still add what becomes of it. */
export type OpenDelivery = { -readonly [Field in keyof WebhookDelivery]: WebhookDelivery[Field] };
