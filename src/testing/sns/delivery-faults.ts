import { checkPositive, optionError } from '../../checks.js';
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

interface Planned {
  readonly fault: DeliveryFault;
  left: number;
  hasHappened: boolean;
}

/** The plan, and the means to take the next fault from it. */
export class DeliveryPlan implements DeliveryFaults {
  #planned: Planned[] = [];
  #draw: () => DeliveryFault | undefined = () => undefined;

  next(count = 1): DeliveryFaultStep {
    if (!Number.isInteger(count) || count < 1) throw optionError('next()', 'takes a whole number from 1');
    return this.#step(count);
  }

  always(): DeliveryFaultStep {
    return this.#step(Number.POSITIVE_INFINITY);
  }

  random(rates: DeliveryRates): void {
    this.#draw = drawFrom('webhooks.faults.random()', mixOf(rates), rates.seed);
  }

  pending(): readonly PendingDeliveryFault[] {
    return this.#planned
      .filter(({ left, hasHappened }) => Number.isFinite(left) || !hasHappened)
      .map(({ fault, left }) => ({ fault, times: left }));
  }

  clear(): void {
    this.#planned = [];
    this.#draw = () => undefined;
  }

  /** Takes the fault of the next message from the plan. */
  take(): DeliveryFault | undefined {
    const [planned] = this.#planned;
    if (planned === undefined) return this.#draw();
    planned.left--;
    planned.hasHappened = true;
    if (planned.left <= 0) this.#planned.shift();
    return planned.fault;
  }

  #step(left: number): DeliveryFaultStep {
    const add = (fault: DeliveryFault) => void this.#planned.push({ fault, left, hasHappened: false });
    return {
      repeat: (more = 1) => {
        if (!Number.isInteger(more) || more < 1) throw optionError('repeat()', 'takes a whole number from 1');
        add({ kind: 'repeat', more });
      },
      swap: () => add({ kind: 'swap' }),
      delay: (milliseconds) => add({ kind: 'delay', milliseconds: checkPositive('delay()', milliseconds) }),
      lose: () => add({ kind: 'lose' }),
      forge: () => add({ kind: 'forge' }),
    };
  }
}

const mixOf = ({ delayMs = 60_000, ...rates }: DeliveryRates): Mix<DeliveryFault> => [
  [rates.repeat ?? 0, { kind: 'repeat', more: 1 }],
  [rates.delay ?? 0, { kind: 'delay', milliseconds: checkPositive('delayMs', delayMs) }],
  ...(['swap', 'lose', 'forge'] as const).map((kind) => [rates[kind] ?? 0, { kind }] as const),
];
