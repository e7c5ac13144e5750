import { PREFIX, optionError } from '../checks.js';
import type { WebhookEvent } from '../contract/types.js';
import { WebhookError } from './webhook-error.js';

/** Facts about a genuine message. */
export interface Delivery {
  /** The same each time that SNS delivers this message. */
  readonly messageId: string;
  readonly topicArn: string;
  /** When the message was published, as SNS writes it: `2026-03-02T09:30:01.000Z`. */
  readonly timestamp: string;
}

/**
 * Receiver of an event. SNS waits 15 s for the answer, so put long work in a queue. The returned value is awaited; if that
 * rejects, the event is delivered again.
 */
export type EventCallback<Event extends WebhookEvent = WebhookEvent> = (event: Event, delivery: Delivery) => unknown;

/** A callback for each type of event. The documentation shows one type; all others go to `unknown`. */
export interface EventCallbacks {
  'transaction-create'?: EventCallback<WebhookEvent & { type: 'transaction-create' }> | undefined;
  /** Events of every other type. Default: answered with 200 and dropped, with a warning. */
  unknown?: EventCallback | undefined;
}

/** The receiver of events: one callback for all of them, or one for each type. */
export type EventSink = { onEvent: EventCallback; on?: undefined } | { onEvent?: undefined; on: EventCallbacks };

const STRINGS = ['id', 'type', 'entity_id', 'client_id', 'created_at'] as const satisfies (keyof WebhookEvent)[];

/** Reads the event in a `Message`. Unknown types and further fields pass. */
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

/** Returns one callback for all events. Throws a `TypeError` unless exactly one of `onEvent` and `on` is given. */
export function resolveCallback({ onEvent, on }: Partial<EventSink>, warn: (message: string) => void): EventCallback {
  if ((onEvent === undefined) === (on === undefined)) throw optionError('onEvent', 'or on must be given, and not both');
  for (const [name, callback] of Object.entries({ ...on, onEvent })) {
    if (callback !== undefined && typeof callback !== 'function') throw optionError(name, 'must be a function');
  }
  if (onEvent !== undefined) return onEvent;
  return (event, delivery) => {
    const created = on?.['transaction-create'];
    if (created !== undefined && isTransactionCreate(event)) return created(event, delivery);
    if (on?.unknown !== undefined) return on.unknown(event, delivery);
    return warn(
      `${PREFIX}an event of type ${JSON.stringify(event.type)} was dropped, because no callback of on takes it`,
    );
  };
}

const isTransactionCreate = (event: WebhookEvent): event is WebhookEvent & { type: 'transaction-create' } =>
  event.type === 'transaction-create';
