import { isLoopback, optionError, PREFIX } from '../../checks.js';
import type { Clock } from '../../time.js';
import type { WebhookEvent } from '../../webhooks/event.js';
import { checkFields, is, type Rule } from '../fields.js';
import { isoDate, type Publisher } from '../resources/resource.js';
import type { WireRequest, WireResponse } from '../wire.js';
import type { WebhookDelivery } from './delivery.js';
import { DeliveryPlan, type DeliveryFaults } from './delivery-faults.js';
import { Endpoint, type EndpointParts, type EndpointStatus, type WebhookTarget } from './endpoint.js';
import type { Message } from './message.js';
import { SnsStandIn, TEST_TOPIC, type FakeWebhookTrust } from './stand-in.js';

/** Webhooks of a fake: what happens in it is sent as Amazon SNS sends it, signed by a throwaway certificate. */
export interface FakeWebhooks {
  /**
   * Options by which a handler trusts the fake: `createWebhookHandler({ ...fake.webhooks.trust, onEvent })`. For a handler
   * in another process, see `trustFake`.
   */
  readonly trust: FakeWebhookTrust;
  /**
   * Subscribes an endpoint to all events: a URL on loopback or with a route, or a handler as `createWebhookHandler` returns.
   * It is asked to confirm first; what happens meanwhile waits for that. Resolves once it has confirmed, and rejects with the
   * reason if it has not: it receives nothing then. An endpoint that is subscribed already is not asked again.
   *
   * As by SNS's default, an answer is awaited for 15 s. After a 5xx, a 429 or no answer the message is sent again, 3 times,
   * 20 s apart; any other status is final. Waits for a handler take no time, as `fake.clock` moves ahead. Waits for a URL
   * do, unless `fake.clientOptions()` was called, or `fake.clock.advance()` ends them. `fake.reset()` keeps the endpoint.
   *
   * @example await fake.webhooks.deliverTo(createWebhookHandler({ ...fake.webhooks.trust, onEvent }));
   */
  deliverTo(target: string | WebhookTarget, options?: DeliverToOptions): Promise<void>;
  /** Hands what is posted to this URL to a handler: nothing goes over the network, and waits take no time. */
  route(url: string, handler: WebhookTarget): void;
  /** Sends an event of your own. `id`, `client_id` and `created_at` are added, unless given. Returns the event. */
  publish(event: WebhookEvent): WebhookEvent;
  /** Plan of what goes wrong with messages. */
  readonly faults: DeliveryFaults;
  /** All attempts, in order: confirmations, repeats, forgeries, and messages that were lost. */
  readonly deliveries: readonly WebhookDelivery[];
  /** Resolves when nothing is on its way, and nothing waits to be sent again. Sends what was held back first. */
  settled(): Promise<void>;
}

/** Options of an endpoint. */
export interface DeliverToOptions {
  /** Topic of its messages. Default: the one in `trust`. */
  readonly topicArn?: string | undefined;
  /** Milliseconds from the start of an attempt that failed to the next. Default 20 000, as SNS. */
  readonly retryDelayMs?: number | undefined;
}

/** The fields of these options. */
export const SUBSCRIPTION = { topicArn: is.text, retryDelayMs: is.wait } satisfies Record<keyof DeliverToOptions, Rule>;

/** The parts of a fake that webhooks need. */
export interface WebhookParts {
  readonly now: () => number;
  /** Clock whose waits take no time. */
  readonly skipping: Clock;
  /** Clock of the fake's other waits. */
  readonly delays: () => Clock;
  readonly closing: AbortSignal;
}

/** Whom a subscription is for, if not for a webhook of the API. */
const CALLER = 'deliverTo';

/** The webhooks as the fake itself uses them. */
export class Webhooks implements FakeWebhooks, Publisher {
  readonly faults = new DeliveryPlan();
  readonly trust: FakeWebhookTrust;
  deliveries: WebhookDelivery[] = [];
  readonly #parts: WebhookParts;
  readonly #standIn = new SnsStandIn();
  readonly #clientId = crypto.randomUUID();
  readonly #routes = new Map<string, WebhookTarget>();
  readonly #work = new Set<Promise<void>>();
  #endpoints: Endpoint[] = [];
  /** Ends what is on its way when the fake is reset or closed. */
  #epoch = new AbortController();

  constructor(parts: WebhookParts) {
    this.#parts = parts;
    this.trust = this.#standIn.trust;
    parts.closing.addEventListener('abort', () => this.#epoch.abort(parts.closing.reason));
  }

  async deliverTo(target: string | WebhookTarget, options: DeliverToOptions = {}): Promise<void> {
    this.#parts.closing.throwIfAborted();
    checkFields('deliverTo()', options, SUBSCRIPTION);
    if (typeof target === 'string' && !this.#isReached(checkTarget(target))) {
      throw optionError('deliverTo()', 'takes a URL on loopback or with a route: a fake never reaches the network');
    }
    await this.#subscribe(CALLER, target, options);
  }

  route(url: string, handler: WebhookTarget): void {
    this.#routes.set(checkTarget(url), handler);
  }

  publish(event: WebhookEvent): WebhookEvent {
    const defaults = { id: crypto.randomUUID(), client_id: this.#clientId, created_at: isoDate(this.#parts.now()) };
    const complete: WebhookEvent = { ...defaults, ...event };
    if (this.#endpoints.length > 0) {
      const message = this.#message({ type: 'Notification', event: complete, fault: this.faults.take() });
      for (const endpoint of this.#endpoints) endpoint.send(message);
    }
    return complete;
  }

  /** Returns all endpoints, those of webhooks of the API included. */
  endpoints(): readonly EndpointStatus[] {
    return this.#endpoints.map(({ status }) => status);
  }

  /** Undoes `deliverTo(url)`; without a URL, each one. */
  unsubscribe(url?: string): void {
    const href = url === undefined ? undefined : checkTarget(url);
    const isMeant = (one: Endpoint) => one.owners.has(CALLER) && (href === undefined || one.options.url === href);
    if (href !== undefined && !this.#endpoints.some(isMeant)) throw optionError('"url"', 'is not that of an endpoint');
    this.#keep((owner, endpoint) => owner !== CALLER || !isMeant(endpoint));
  }

  async settled(): Promise<void> {
    do {
      for (const endpoint of this.#endpoints) endpoint.release();
      await Promise.all(this.#work);
    } while (this.#work.size > 0 || this.#endpoints.some(({ holdsBack }) => holdsBack));
  }

  /** Subscribes the URL of a webhook, if it is reached. */
  webhookCreated(id: string, url: string): void {
    if (this.#isReached(url)) this.#subscribe(id, url, {}).catch(() => {}); // its deliveries tell
  }

  webhookDeleted(id: string): void {
    this.#keep((owner) => owner !== id);
  }

  /** Serves the certificate, and takes confirmations, over HTTP. Undefined: the request is for another path. */
  serve(request: WireRequest): Promise<WireResponse | undefined> {
    return this.#standIn.serve(request);
  }

  /** Forgets all but the endpoints of `deliverTo` and the routes. */
  clear(): void {
    this.#epoch.abort(new Error(`${PREFIX}The fake Kobble was reset.`));
    this.#epoch = new AbortController();
    this.#keep((owner) => owner === CALLER);
    this.faults.clear();
    this.deliveries = [];
  }

  /** Without a route, nothing is sent but to loopback: a fake never reaches the network. */
  #isReached(url: string): boolean {
    if (!isWebUrl(url)) return false;
    const { href, hostname } = new URL(url);
    return this.#routes.has(href) || isLoopback(hostname);
  }

  /** Ends the endpoints that have no owner left but others. */
  #keep(isOwner: (owner: string, endpoint: Endpoint) => boolean): void {
    for (const endpoint of this.#endpoints) {
      for (const owner of endpoint.owners) if (!isOwner(owner, endpoint)) endpoint.owners.delete(owner);
    }
    this.#endpoints = this.#endpoints.filter(({ owners }) => owners.size > 0);
  }

  /** Resolves once the endpoint has confirmed. SNS has one subscription of an endpoint to a topic. */
  #subscribe(owner: string, target: string | WebhookTarget, options: DeliverToOptions): Promise<void> {
    const { topicArn = TEST_TOPIC, retryDelayMs = 20_000 } = options;
    const url = typeof target === 'string' ? checkTarget(target) : 'http://localhost/';
    const handler = typeof target === 'string' ? this.#routes.get(url) : target;
    const clock = handler === undefined ? this.#parts.delays : () => this.#parts.skipping;
    const same = this.#endpoints.find(
      ({ options: its }) => its.url === url && its.handler === handler && its.topicArn === topicArn,
    );
    if (same && !same.hasFailed) {
      same.owners.add(owner);
      return same.asking;
    }
    const message = this.#message({ type: 'SubscriptionConfirmation', event: undefined, fault: undefined });
    const endpoint = new Endpoint({ url, handler, topicArn, retryDelayMs, clock }, this.#endpointParts, message);
    endpoint.owners.add(owner);
    this.#endpoints = [...this.#endpoints.filter((other) => other !== same), endpoint];
    return endpoint.asking;
  }

  #message(content: Pick<Message, 'type' | 'event' | 'fault'>): Message {
    const published = { fake: this.#parts.now(), real: Date.now() };
    const signal = content.type === 'Notification' ? this.#epoch.signal : this.#parts.closing;
    return { ...content, id: crypto.randomUUID(), published, signal };
  }

  readonly #endpointParts: EndpointParts = {
    now: () => this.#parts.now(),
    onConfirm: (token, callback) => this.#standIn.onConfirm(token, callback),
    log: (delivery) => void this.deliveries.push(delivery),
    track: (work) => this.#track(work),
  };

  #track(work: Promise<void>): void {
    const tracked = work.catch(() => {}); // a wait ended by reset() or close()
    this.#work.add(tracked);
    void tracked.then(() => this.#work.delete(tracked));
  }
}

/** Returns the URL as `URL` writes it. */
function checkTarget(url: string): string {
  if (!isWebUrl(url)) throw optionError('deliverTo()', 'takes an http or https URL, or a handler');
  return new URL(url).href;
}

const isWebUrl = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
