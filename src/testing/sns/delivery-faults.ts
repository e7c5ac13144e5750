import { readStep, Steps, type GivenStep } from '../fault-steps.js';
import { checkFields, is, required, type Fields } from '../fields.js';
import { drawFrom, type Mix } from '../weather.js';

/** A fault of one message. */
export type DeliveryFault =
  | { readonly kind: 'repeat'; readonly more: number }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'swap' | 'lose' | 'forge' };

/** The name of a fault: the method of `fake.webhooks.faults.next()` that plans it. */
export type DeliveryFaultKind = DeliveryFault['kind'];

/**
 * Plan of what goes wrong with messages that carry an event. A message takes the first step that is left, otherwise a random
 * fault. With several endpoints, the fault happens at each of them.
 */
export interface DeliveryFaults {
  /**
   * Starts a step for so many messages (default 1), after the steps planned before.
   *
   * @example fake.webhooks.faults.next(2).lose();
   */
  next(count?: number): DeliveryFaultStep;
  /** Starts a step for all further messages. */
  always(): DeliveryFaultStep;
  /** Sets a random mix of faults, in place of the mix before. The same seed gives the same sequence. */
  random(rates: DeliveryRates): void;
  /** Returns the planned faults that have not happened yet, so that a test can check that its plan was carried out. */
  pending(): readonly PendingDeliveryFault[];
  /** Removes all steps and the random mix. */
  clear(): void;
}

/** A step of the plan, complete with one of these faults. */
export interface DeliveryFaultStep {
  /** Delivers the message again, so many times more (default 1), whatever the answer. */
  repeat(more?: number): void;
  /** Holds the message back until the next one has been sent, or until `settled()`. */
  swap(): void;
  /** Sends the message so many milliseconds later. It is as much older then. */
  delay(milliseconds: number): void;
  /** Never sends the message. */
  lose(): void;
  /**
   * Posts a forgery first: a copy with another `entity_id`, under the same message id and a signature that does not fit.
   */
  forge(): void;
}

/** Rates of a random mix: each is the share of messages, from 0 to 1, that the fault happens to. At most 1 together. */
export interface DeliveryRates {
  readonly seed: number;
  readonly repeat?: number | undefined;
  readonly swap?: number | undefined;
  readonly delay?: number | undefined;
  /** Milliseconds of `delay`. Default 60 000. */
  readonly delayMs?: number | undefined;
  readonly lose?: number | undefined;
  readonly forge?: number | undefined;
}

/** A planned fault that has not happened, or not often enough. */
export interface PendingDeliveryFault {
  readonly fault: DeliveryFault;
  /** The messages that it is still planned for. `Infinity` for a fault of `always()`, pending until it happens once. */
  readonly times: number;
}

/** The fields of each fault. */
export const DELIVERY_FAULTS: Readonly<Record<DeliveryFaultKind, Fields>> = {
  repeat: { more: is.count },
  swap: {},
  delay: { milliseconds: required(is.wait) },
  lose: {},
  forge: {},
};

const RATES: Fields = {
  seed: required(is.number),
  ...Object.fromEntries(Object.keys(DELIVERY_FAULTS).map((kind) => [kind, is.rate])),
  delayMs: is.wait,
};

/** The plan, and the means to take the next fault from it. */
export class DeliveryPlan implements DeliveryFaults {
  readonly #steps = new Steps<{ readonly fault: DeliveryFault }>();
  #draw: () => DeliveryFault | undefined = () => undefined;

  next(count = 1): DeliveryFaultStep {
    checkFields('next()', { count }, { count: is.count });
    return this.#step(count);
  }

  always(): DeliveryFaultStep {
    return this.#step(Number.POSITIVE_INFINITY);
  }

  /** Adds a step that is given as one object. */
  add(step: GivenStep): void {
    const { kind, details, times } = readStep(step, DELIVERY_FAULTS);
    const defaults = kind === 'repeat' ? { more: 1 } : {};
    this.#steps.add({ fault: { kind, ...defaults, ...details } as DeliveryFault }, times); // as was checked
  }

  random(rates: DeliveryRates): void {
    checkFields('webhooks.faults.random()', rates, RATES);
    this.#draw = drawFrom('webhooks.faults.random()', mixOf(rates), rates.seed);
  }

  pending(): readonly PendingDeliveryFault[] {
    return this.#steps.pending();
  }

  clear(): void {
    this.#steps.clear();
    this.#draw = () => undefined;
  }

  /** Takes the fault of the next message from the plan. */
  take(): DeliveryFault | undefined {
    return this.#steps.take()?.fault ?? this.#draw();
  }

  #step(times: number): DeliveryFaultStep {
    const add = ({ kind, ...details }: DeliveryFault) => {
      checkFields(`${kind}()`, details, DELIVERY_FAULTS[kind]);
      this.#steps.add({ fault: { kind, ...details } as DeliveryFault }, times); // put together again
    };
    // Callers without types can give fields to the faults that have none, which are refused.
    return {
      repeat: (more = 1) => add({ kind: 'repeat', more }),
      swap: (none?: object) => add({ ...none, kind: 'swap' }),
      delay: (milliseconds) => add({ kind: 'delay', milliseconds }),
      lose: (none?: object) => add({ ...none, kind: 'lose' }),
      forge: (none?: object) => add({ ...none, kind: 'forge' }),
    };
  }
}

const mixOf = ({ delayMs = 60_000, ...rates }: DeliveryRates): Mix<DeliveryFault> => [
  [rates.repeat ?? 0, { kind: 'repeat', more: 1 }],
  [rates.delay ?? 0, { kind: 'delay', milliseconds: delayMs }],
  ...(['swap', 'lose', 'forge'] as const).map((kind) => [rates[kind] ?? 0, { kind }] as const),
];
