import type { WebhookEvent } from '../contract/types.js';
import { WebhookError } from './webhook-error.js';

const STRINGS = ['id', 'type', 'entity_id', 'client_id', 'created_at'] as const satisfies (keyof WebhookEvent)[];

/** The event in a `Message`. Unknown types and further fields pass; a known field of another kind than documented does not. */
export function readEvent(message: string): WebhookEvent {
  const event = parse(message);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw new WebhookError('event_invalid');
  const fields = new Map<string, unknown>(Object.entries(event));
  for (const name of STRINGS) {
    if (fields.has(name) && typeof fields.get(name) !== 'string') throw new WebhookError('event_invalid', name);
  }
  return event;
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    throw new WebhookError('event_not_json'); // without its cause, whose message quotes the text
  }
}
