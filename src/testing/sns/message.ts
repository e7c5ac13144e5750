import type { WebhookEvent } from '../../webhooks/event.js';
import { signTestWebhook, type TestWebhook } from '../../webhooks/sign-test-webhook.js';
import type { DeliveryFault } from './delivery-faults.js';

/** What SNS posts, apart from the signature of the topic that it goes through. */
export interface Message {
  readonly id: string;
  readonly type: 'Notification' | 'SubscriptionConfirmation';
  readonly event: WebhookEvent | undefined;
  readonly fault: DeliveryFault | undefined;
  /** Milliseconds of the fake's clock and of the machine's, at the time of publishing. */
  readonly published: { readonly fake: number; readonly real: number };
  /** Aborts when the message is no longer to be delivered. */
  readonly signal: AbortSignal;
}

type Signed = Pick<TestWebhook, 'headers' | 'rawBody'>;

/** Returns a function that signs a message for a topic. The text is the same each time, unless the fake's clock has jumped. */
export function signerOf(message: Message, topicArn: string, now: () => number): () => Signed {
  const { id: messageId, type, event, published } = message;
  let signed: (Signed & { readonly time: number }) | undefined;
  return () => {
    // An endpoint has no part in the fake's clock, so the message gets the age that it has by that clock.
    const jump = now() - published.fake - (Date.now() - published.real);
    const time = published.real - Math.round(jump / 1000) * 1000;
    if (signed?.time !== time) {
      signed = { time, ...signTestWebhook(event, { messageId, type, topicArn, now: () => time }) };
    }
    return signed;
  };
}

/** Returns a message about another entity. Its signature no longer fits. */
export function forged({ headers, rawBody }: Signed): Signed {
  const envelope = JSON.parse(rawBody) as { readonly Message: string };
  const event = JSON.parse(envelope.Message) as WebhookEvent;
  const Message = JSON.stringify({ ...event, entity_id: crypto.randomUUID() });
  return { headers, rawBody: JSON.stringify({ ...envelope, Message }) };
}

/** Returns the token by which a confirmation is to be confirmed. */
export const tokenOf = ({ rawBody }: Signed): string => (JSON.parse(rawBody) as { readonly Token: string }).Token;
