import { AsyncLocalStorage } from 'node:async_hooks';
import type { AttemptEndEvent, CallEndEvent, CallEvent, Hooks } from 'kobble-client';

/** What the user did, with all that it caused on the wire. It goes to the browser, so it contains no secret. */
export interface Activity {
  readonly id: number;
  readonly kind: 'open' | 'issue' | 'show' | 'topUp' | 'money';
  readonly title: string;
  readonly calls: WireCall[];
  /** Number of cards on the wallet, or of credits of the order. Undefined: it did not work, or not yet. */
  count?: number | undefined;
  /** What it came to, if Kobble alone knows. */
  said?: string | undefined;
  /** The switches that were on, and still are: their faults could not happen. */
  missed?: readonly string[] | undefined;
  /** Milliseconds from its start to its end. Undefined: it goes on. */
  durationMs?: number | undefined;
}

/** A call of the client, or a webhook that was delivered to the service. */
export interface WireCall {
  readonly name: string;
  readonly path: string;
  /** The start of its idempotency key. */
  readonly key: string | undefined;
  readonly steps: Step[];
  /** True for a webhook, which comes from Kobble. */
  readonly isWebhook?: boolean;
  /** What the client says of the call. Undefined: it goes on. */
  outcome?: CallEndEvent['outcome'];
}

/** An attempt, or the wait before the next one. Times are milliseconds since the activity started. */
export interface Step {
  readonly kind: 'attempt' | 'wait';
  readonly from: number;
  to?: number | undefined;
  status?: number | undefined;
  /** True if it was carried out at Kobble, which the client cannot know if the answer is lost. */
  isCarriedOut?: boolean | undefined;
}

/** The answer to a webhook, and whether its event was handed over for the first time. */
interface Delivered {
  readonly response: Response;
  readonly isHandedOver: boolean;
}

/** An activity, and the time of its start. */
interface Begun {
  readonly activity: Activity;
  readonly start: number;
}

/** Facts of an attempt that only Kobble knows. */
export type Witness = (attempt: AttemptEndEvent) => boolean | undefined;

const KEPT = 30;

/** Collects what happens on the wire, from the hooks of a client. */
export class Timeline {
  readonly activities: Activity[] = [];
  readonly #current = new AsyncLocalStorage<Begun>();
  readonly #witness: Witness;
  readonly #onChange: (activity: Activity) => void;
  readonly #calls = new Map<number, WireCall>();
  #begun: Begun | undefined;
  #ids = 0;

  constructor(witness: Witness, onChange: (activity: Activity) => void) {
    this.#witness = witness;
    this.#onChange = onChange;
  }

  /** The hooks of the client. They are called where its caller was, so that each call has its activity. */
  readonly hooks: Hooks = {
    onRequest: (event) => {
      this.#callOf(event).steps.push({ kind: 'attempt', from: this.#now() });
      this.#changed();
    },
    onResponse: (event) => {
      const ended = { to: this.#now(), status: event.status, isCarriedOut: this.#witness(event) };
      Object.assign(this.#callOf(event).steps.at(-1) ?? {}, ended);
      this.#changed();
    },
    onRetry: (event) => {
      const now = this.#now();
      this.#callOf(event).steps.push({ kind: 'wait', from: now, to: Math.round(now + event.waitMs) });
      this.#changed();
    },
    onCallEnd: (event) => {
      this.#callOf(event).outcome = event.outcome;
      this.#calls.delete(event.callId);
      this.#changed();
    },
  };

  /** Runs something that the user did. All calls that it makes belong to it. */
  async run<T>(kind: Activity['kind'], title: string, work: (activity: Activity) => Promise<T>): Promise<T> {
    const activity: Activity = { id: ++this.#ids, kind, title, calls: [] };
    this.activities.push(activity);
    if (this.activities.length > KEPT) this.activities.shift();
    this.#begun = { activity, start: performance.now() };
    return this.#current.run(this.#begun, async () => {
      try {
        return await work(activity);
      } finally {
        activity.durationMs = this.#now();
        this.#changed();
      }
    });
  }

  /**
   * Runs an attempt that is no call of the client: the delivery of a webhook. It belongs to what the user did last, because
   * Kobble sends it, whom no caller called.
   */
  async deliver(name: string, path: string, send: () => Promise<Delivered>): Promise<Response> {
    const begun = this.#begun;
    if (begun === undefined) return (await send()).response;
    return this.#current.run(begun, async () => {
      const step: Step = { kind: 'attempt', from: this.#now() };
      begun.activity.calls.push({ name, path, key: undefined, steps: [step], isWebhook: true });
      this.#changed();
      const { response, isHandedOver } = await send();
      Object.assign(step, { to: this.#now(), status: response.status, isCarriedOut: isHandedOver });
      this.#changed();
      return response;
    });
  }

  /** Returns the call of an event. One that is new is added to what the user is doing. */
  #callOf({ callId, operationId, method, path, idempotencyKey }: CallEvent): WireCall {
    const known = this.#calls.get(callId);
    if (known !== undefined) return known;
    const key = idempotencyKey?.slice(0, 8);
    const call: WireCall = { name: operationId ?? path, path: `${method} ${path}`, key, steps: [] };
    this.#calls.set(callId, call);
    this.#current.getStore()?.activity.calls.push(call);
    return call;
  }

  #now(): number {
    return Math.round(performance.now() - (this.#current.getStore()?.start ?? 0));
  }

  #changed(): void {
    const activity = this.#current.getStore()?.activity;
    if (activity !== undefined) this.#onChange(activity);
  }
}
