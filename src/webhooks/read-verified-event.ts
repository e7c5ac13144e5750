import { isObject, ownCopy, UUID } from '../checks.js';
import { isTimestamp } from './envelope.js';
import { hostOfTopic } from './sns.js';
import type { VerifiedNotification } from './verify.js';
import { WebhookError } from './webhook-error.js';

/**
 * Reads an event that was verified before it was put on a queue: the JSON of what `verifyWebhook` returned, or of
 * `{ event, ...delivery }` of a handler's callback; parsed, if the queue has done that. Other fields are dropped.
 *
 * It checks the form, and **verifies no signature**, since none is left: whoever can write to the queue can write events. If
 * the queue is not yours alone, put the raw body on it and call `verifyWebhook` behind it.
 *
 * @throws WebhookError with code `not_a_verified_event`.
 * @example
 * await queue.add(JSON.stringify({ event, ...delivery })); // in the callback of the handler
 * const { event, messageId } = readVerifiedEvent(job); // in the worker
 */
export function readVerifiedEvent(json: string | object): VerifiedNotification {
  const { type = 'Notification', event, messageId, topicArn, timestamp } = fieldsOf(json);
  if (type !== 'Notification') throw refusal('type');
  if (!isObject(event) || Array.isArray(event)) throw refusal('event');
  if (typeof messageId !== 'string' || !UUID.test(messageId)) throw refusal('messageId');
  if (typeof topicArn !== 'string' || hostOfTopic(topicArn) === undefined) throw refusal('topicArn');
  if (typeof timestamp !== 'string' || !isTimestamp(timestamp)) throw refusal('timestamp');
  return { type, event, messageId, topicArn, timestamp };
}

/** Parses JSON, and copies what is parsed already: what was checked cannot change then. */
function fieldsOf(json: string | object): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(typeof json === 'string' ? json : JSON.stringify(json));
    if (isObject(parsed)) return ownCopy(parsed);
  } catch {
    // refused below, without the reason, which quotes the text
  }
  throw refusal();
}

const refusal = (field?: string): WebhookError => new WebhookError('not_a_verified_event', field);
