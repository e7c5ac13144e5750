import { PREFIX } from '../../checks.js';
import { onAbort, pause, systemClock, withTimeLimit, type Cancellation, type Clock } from '../../time.js';
import type { OpenDelivery, WebhookDelivery } from './delivery.js';
import { forged, signerOf, tokenOf, type Message } from './message.js';
import type { SnsStandIn } from './stand-in.js';

/** SNS's default for HTTP: https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html */
const ANSWER_MS = 15_000;
const MAX_RETRIES = 3;
/** Time for an endpoint that confirms after it has answered. */
const GRACE_MS = 500;

/** Function that answers a request, as `createWebhookHandler` returns. */
export type WebhookTarget = (request: Request) => Response | Promise<Response>;

/** An endpoint and its subscription. */
export interface EndpointOptions {
  readonly url: string;
  /** Undefined: the messages are posted to the URL. */
  readonly handler: WebhookTarget | undefined;
  readonly topicArn: string;
  readonly retryDelayMs: number;
  /** Returns the clock of the waits between attempts. */
  readonly clock: () => Clock;
}

/** What is listed of an endpoint. */
export interface EndpointStatus {
  readonly url: string;
  readonly topicArn: string;
  /** True from its confirmation on: it receives events. */
  readonly isConfirmed: boolean;
}

/** The parts of a fake that an endpoint works with. */
export interface EndpointParts {
  readonly now: () => number;
  readonly onConfirm: SnsStandIn['onConfirm'];
  /** Adds an attempt to the log. */
  readonly log: (delivery: OpenDelivery) => void;
  /** Keeps work in mind until it has ended. */
  readonly track: (work: Promise<void>) => void;
}

/** A message on its way to one endpoint. */
interface Outgoing {
  readonly message: Message;
  readonly sign: ReturnType<typeof signerOf>;
  attempts: number;
}

/**
 * A subscribed endpoint. Messages are sent one after the other, in order of publishing; one that has to wait, for a retry or
 * by a fault, does not hold up the others.
 */
export class Endpoint {
  readonly options: EndpointOptions;
  /** Whom the subscription is for. It ends with the last of them. */
  readonly owners = new Set<string>();
  /** Rejects with the reason if the endpoint has not confirmed, once the attempts are over. */
  readonly asking: Promise<void>;
  hasFailed = false;
  readonly #parts: EndpointParts;
  #isConfirmed = false;
  #line: Promise<void>;
  #heldBack: Outgoing[] = [];

  constructor(options: EndpointOptions, parts: EndpointParts, confirmation: Message) {
    this.options = options;
    this.#parts = parts;
    const outgoing = this.#outgoing(confirmation);
    const token = tokenOf(outgoing.sign());
    const confirmed = new Promise<void>((resolve) => parts.onConfirm(token, resolve)).then(() => {
      this.#isConfirmed = true;
      this.hasFailed = false;
    });
    this.asking = this.#ask(outgoing, confirmed);
    this.#line = this.asking.catch(() => void (this.hasFailed = true));
    parts.track(this.#line);
  }

  /** As it is listed. */
  get status(): EndpointStatus {
    return { url: this.options.url, topicArn: this.options.topicArn, isConfirmed: this.#isConfirmed };
  }

  get holdsBack(): boolean {
    return this.#heldBack.length > 0;
  }

  /** Sends an event, after those before. */
  send(message: Message): void {
    const outgoing = this.#outgoing(message);
    this.#next(() => this.#begin(outgoing));
  }

  /** Sends what was held back. */
  release(): void {
    this.#next(() => this.#sendHeldBack());
  }

  #next(work: () => Promise<void>): void {
    this.#line = this.#line.then(work);
    this.#parts.track(this.#line);
  }

  #isOver({ message }: Outgoing): boolean {
    return message.signal.aborted || this.owners.size === 0;
  }

  #outgoing(message: Message): Outgoing {
    return { message, sign: signerOf(message, this.options.topicArn, this.#parts.now), attempts: 0 };
  }

  async #ask(outgoing: Outgoing, confirmed: Promise<void>): Promise<void> {
    const { signal } = outgoing.message;
    for (;;) {
      const { status, isFinal, at } = await this.#post(outgoing);
      const wait = () => (isFinal ? pause(systemClock, GRACE_MS, signal) : this.#pauseUntilRetry(at, outgoing));
      if (!this.#isConfirmed) await Promise.race([confirmed, wait()]);
      if (this.#isConfirmed) return;
      if (!isFinal && this.owners.size > 0) continue;
      throw new Error(`${PREFIX}${this.options.url} did not confirm the subscription (answer: ${status})`);
    }
  }

  async #begin(outgoing: Outgoing): Promise<void> {
    const { fault } = outgoing.message;
    if (this.#isOver(outgoing)) return;
    if (!this.#isConfirmed) return void this.#log(outgoing, { status: 'unconfirmed', isFinal: true });
    if (fault?.kind === 'lose') return void this.#log(outgoing, { status: 'lost', isFinal: true });
    if (fault?.kind === 'swap') return void this.#heldBack.push(outgoing);
    if (fault?.kind === 'delay') return this.#parts.track(this.#sendLater(outgoing, fault.milliseconds));
    if (fault?.kind === 'forge') await this.#post(outgoing, true);
    await this.#sendNow(outgoing);
    await this.#sendHeldBack();
  }

  async #sendLater(outgoing: Outgoing, milliseconds: number): Promise<void> {
    await this.#pauseUntil(outgoing.message.published.fake + milliseconds, outgoing);
    await this.#sendNow(outgoing);
  }

  async #sendHeldBack(): Promise<void> {
    for (const outgoing of this.#heldBack.splice(0)) await this.#sendNow(outgoing);
  }

  /** Makes an attempt. Further ones are made in the background. */
  async #sendNow(outgoing: Outgoing): Promise<void> {
    if (this.#isOver(outgoing)) return;
    const { isFinal, at } = await this.#post(outgoing);
    if (isFinal) await this.#repeat(outgoing);
    else this.#parts.track(this.#pauseUntilRetry(at, outgoing).then(() => this.#sendNow(outgoing)));
  }

  async #repeat(outgoing: Outgoing): Promise<void> {
    const { fault } = outgoing.message;
    for (let left = fault?.kind === 'repeat' ? fault.more : 0; left > 0; left--) await this.#post(outgoing);
  }

  /** From the start of the attempt, so that a jump of the clock during an attempt counts, too. */
  #pauseUntilRetry(start: number, outgoing: Outgoing): Promise<void> {
    return this.#pauseUntil(start + this.options.retryDelayMs, outgoing);
  }

  #pauseUntil(time: number, { message: { signal } }: Outgoing): Promise<void> {
    return pause(this.options.clock(), Math.max(0, time - this.#parts.now()), signal);
  }

  /** Makes one attempt. Never rejects. */
  async #post(outgoing: Outgoing, isForgery = false): Promise<WebhookDelivery> {
    if (!isForgery) outgoing.attempts++;
    const { headers, rawBody } = isForgery ? forged(outgoing.sign()) : outgoing.sign();
    const delivery = this.#log(outgoing, { attempt: isForgery ? 0 : outgoing.attempts });
    const init = { method: 'POST', headers: { 'user-agent': AGENT, ...headers }, body: rawBody };
    const work = (wait: Cancellation) => this.#request(init, wait, outgoing.message.signal);
    const onTimeout = () => new AnswerTimeout();
    try {
      delivery.status = await withTimeLimit(work, { clock: systemClock, ms: ANSWER_MS, onTimeout });
    } catch (error) {
      delivery.status = error instanceof AnswerTimeout ? 'timeout' : 'unreachable';
    }
    delivery.isFinal = isForgery || !isRetried(delivery.status) || outgoing.attempts > MAX_RETRIES;
    return delivery;
  }

  /** Resolves to the status of the answer. */
  async #request(init: RequestInit, wait: Cancellation, signal: AbortSignal): Promise<number> {
    const { url, handler } = this.options;
    const stop = onAbort(signal, () => wait.abort(signal.reason));
    try {
      const answer = handler
        ? await handler(new Request(url, init))
        : await globalThis.fetch(url, { ...init, redirect: 'manual', signal: wait.signal });
      answer.body?.cancel().catch(() => {}); // the status says all
      return answer.status;
    } finally {
      stop();
    }
  }

  #log({ message }: Outgoing, more: Partial<WebhookDelivery>): OpenDelivery {
    const { id: messageId, type, event, fault } = message;
    const { url } = this.options;
    const delivery: OpenDelivery = {
      ...{ messageId, type, url, event, attempt: 0, at: this.#parts.now() },
      ...{ status: 'pending', isFinal: false, fault: fault?.kind },
      ...more,
    };
    this.#parts.log(delivery);
    return delivery;
  }
}

const AGENT = 'Amazon Simple Notification Service Agent';

class AnswerTimeout extends Error {}

/** Returns true for what SNS tries again: no answer, 429 and 5xx. Assumption: a redirect is as final as a 4xx. */
const isRetried = (status: WebhookDelivery['status']): boolean =>
  typeof status !== 'number' || status === 429 || status >= 500;
