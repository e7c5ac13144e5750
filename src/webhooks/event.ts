import { isObject, optionError, ownCopy, PREFIX } from '../checks.js';
import type { Transaction, Undocumented, WebhookEvent as DocumentedEvent } from '../contract/types.js';
import type { CallOptions } from '../options.js';
import { WebhookError } from './webhook-error.js';

/**
 * An event as it arrived. Kobble's documentation describes the fields, but no field of a genuine event is checked: it may
 * be absent, null or of another type, so check its type before use. Further fields may be present.
 */
export type WebhookEvent = { [Field in keyof DocumentedEvent]?: unknown };

/** Facts about a genuine message. */
export interface Delivery {
  /** The same each time that SNS delivers this message. */
  readonly messageId: string;
  readonly topicArn: string;
  /** When the message was published, as SNS writes it: `2026-03-02T09:30:01.000Z`. */
  readonly timestamp: string;
}

/** The data of `transactions.get`: no page shows them. */
export type TransactionRecord = Undocumented<Transaction>;

/** The methods that `record()` calls. A client of `createKobbleClient` has them. */
export interface RecordClient {
  readonly transactions: {
    get(id: string, options?: CallOptions): Promise<TransactionRecord>;
  };
}

/** What a callback is told of a message if the handler has a `client`. */
export interface RecordDelivery<Record = unknown> extends Delivery {
  /**
   * Fetches the record that the event names, as it is now: it may have changed since, and two events be delivered in the
   * wrong order. Each time it is called is a call. Resolves to `undefined`, with nothing sent, for events of types that no
   * page shows (call a method of the client with `entity_id` yourself), and if `entity_id` is no text. Rejects as the client's
   * method does; a callback that passes this on has the event delivered again. `deadlineMs` is 10 s by default: a callback
   * has 14 s.
   */
  readonly record: (options?: CallOptions) => Promise<Record>;
}

/** What a callback is told of a message, with this `client` of the handler. */
export type DeliveryWith<Client extends RecordClient | undefined, Record = unknown> = Client extends RecordClient
  ? RecordDelivery<Record>
  : Delivery;

/**
 * Receiver of an event. SNS waits 15 s for the answer, so put long work in a queue. The returned value is awaited; if that
 * rejects, the event is delivered again.
 */
export type EventCallback<Event extends WebhookEvent = WebhookEvent, Told extends Delivery = Delivery> = (
  event: Event,
  delivery: Told,
) => unknown;

/** A callback for each type of event. The documentation shows one type; all others go to `unknown`. */
export interface EventCallbacks<Client extends RecordClient | undefined = undefined> {
  'transaction-create'?:
    EventCallback<WebhookEvent & { type: 'transaction-create' }, DeliveryWith<Client, TransactionRecord>> | undefined;
  /** Events of every other type. Default: answered with 200 and dropped, with a warning. */
  unknown?: EventCallback<WebhookEvent, DeliveryWith<Client>> | undefined;
}

/** The receiver of events: one callback for all of them, or one for each type. */
export type EventSink<Client extends RecordClient | undefined = undefined> =
  | { onEvent: EventCallback<WebhookEvent, DeliveryWith<Client>>; on?: undefined }
  | { onEvent?: undefined; on: EventCallbacks<Client> };

/** Reads the event in a `Message`. Any JSON object passes: to refuse a genuine event would be to lose it. */
export function readEvent(message: string): WebhookEvent {
  const event = parse(message);
  if (!isObject(event) || Array.isArray(event)) throw new WebhookError('event_invalid');
  return event;
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    throw new WebhookError('event_not_json'); // without its cause, whose message quotes the text
  }
}

const NAMES: readonly string[] = ['transaction-create', 'unknown'] satisfies (keyof EventCallbacks)[];

/** A callback of a handler that may have a client. */
type AnyCallback = EventCallback<WebhookEvent, Delivery | RecordDelivery<TransactionRecord>>;

/** Returns one callback for all events. Throws a `TypeError` unless exactly one of `onEvent` and `on` is given. */
export function resolveCallback(
  { onEvent, on }: Partial<EventSink<RecordClient | undefined>>,
  warn: (message: string) => void,
): AnyCallback {
  if ((onEvent === undefined) === (on === undefined)) throw optionError('onEvent', 'or on must be given, and not both');
  if (onEvent !== undefined) {
    if (typeof onEvent !== 'function') throw optionError('onEvent', 'must be a function');
    return onEvent;
  }
  checkCallbacks(on);
  const { 'transaction-create': created, unknown }: NonNullable<typeof on> = ownCopy(on ?? {});
  return (event, delivery) => {
    if (created !== undefined && isTransactionCreate(event)) return created(event, delivery);
    if (unknown !== undefined) return unknown(event, delivery);
    return warn(`${PREFIX}an event ${describe(event)} was dropped, because no callback in on takes it`);
  };
}

/** Refuses what would drop events silently. The option is not typed here: callers may write JavaScript. */
function checkCallbacks(on: unknown): void {
  if (!isObject(on)) throw optionError('on', 'must be an object of functions');
  for (const [name, callback] of Object.entries(on)) {
    if (!NAMES.includes(name)) throw optionError(`on.${name}`, 'is never called: use on.unknown for other types');
    if (callback !== undefined && typeof callback !== 'function') throw optionError(`on.${name}`, 'must be a function');
  }
}

function describe({ type }: WebhookEvent): string {
  return typeof type === 'string' ? `of type ${JSON.stringify(type.slice(0, 100))}` : 'without a type';
}

const isTransactionCreate = (event: WebhookEvent): event is WebhookEvent & { type: 'transaction-create' } =>
  event.type === 'transaction-create';
