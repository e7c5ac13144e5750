import type { WebhookEvent } from '../contract/types.js';
import type { Delivery } from './verified.js';

/**
 * Takes an event. SNS waits 15 s for the answer: put long work in a queue. What it returns is awaited; where that rejects,
 * the event is delivered again.
 */
export type EventCallback<Event extends WebhookEvent = WebhookEvent> = (event: Event, delivery: Delivery) => unknown;

/** A callback for each type of event. The documentation shows one type; whatever else comes goes to `unknown`. */
export interface EventCallbacks {
  'transaction-create'?: EventCallback<WebhookEvent & { type: 'transaction-create' }> | undefined;
  /** Events of every other type. Default: answered with 200 and dropped, with a warning. */
  unknown?: EventCallback | undefined;
}

/** The one place where events go. */
export type EventSink = { onEvent: EventCallback; on?: undefined } | { onEvent?: undefined; on: EventCallbacks };

/** The callback for all events; a `TypeError` where there is none, or two ways to find one. */
export function dispatcherOf({ onEvent, on }: Partial<EventSink>, warn: (message: string) => void): EventCallback {
  if ((onEvent === undefined) === (on === undefined)) wrong('give either onEvent or on');
  for (const callback of [onEvent ?? [], Object.values(on ?? {})].flat()) {
    if (callback !== undefined && typeof callback !== 'function') wrong('onEvent and the members of on are functions');
  }
  if (onEvent !== undefined) return onEvent;
  return (event, delivery) => {
    const created = on?.['transaction-create'];
    if (created !== undefined && isTransactionCreate(event)) return created(event, delivery);
    if (on?.unknown !== undefined) return on.unknown(event, delivery);
    return warn(`an event of type ${JSON.stringify(event.type)} was dropped: nothing in \`on\` takes it`);
  };
}

const isTransactionCreate = (event: WebhookEvent): event is WebhookEvent & { type: 'transaction-create' } =>
  event.type === 'transaction-create';

function wrong(what: string): never {
  throw new TypeError(`kobble-client: ${what}`);
}
