import type { OperationId } from '../contract/operations.js';
import type { Fault, FaultAnswer, Garbling } from './fault.js';
import { weather, type Weather } from './weather.js';

/** What is to go wrong, and how often. Each method adds it to the plan, and starts the next step for the same operations. */
export interface FaultStep {
  /** For so many attempts. Default 1. */
  times(count: number): FaultStep;
  /** For every attempt from there on. */
  always(): FaultStep;
  /** Answers with this status; the operation is not carried out. */
  respond(status: number, answer?: FaultAnswer): FaultStep;
  /** Carries the operation out, and lets the connection die before the answer. */
  dropAnswer(): FaultStep;
  /** Lets the connection die before anything is carried out. */
  dropRequest(): FaultStep;
  /** Carries the operation out, and never answers. */
  stallHeaders(): FaultStep;
  /** Carries the operation out, sends status, headers and half of the body, and no more. */
  stallBody(): FaultStep;
  /** Waits before the operation is carried out; also where the caller has gone meanwhile. */
  slow(milliseconds: number): FaultStep;
  /** Carries the operation out, and answers with HTML (the default) or with cut JSON. */
  garble(how?: Garbling): FaultStep;
  /** The token of the request is not valid from then on: 401. */
  expireToken(): FaultStep;
}

/** The fault plan. An attempt takes the first step that is meant for its operation and not used up, else what the weather brings. */
export interface FaultPlan {
  on(...operationIds: readonly [OperationId, ...OperationId[]]): FaultStep;
  /** A seeded mix, instead of any mix before. */
  random(weather: Weather): void;
  /** Nothing goes wrong any more. */
  clear(): void;
}

interface Planned {
  readonly operations: readonly OperationId[];
  readonly fault: Fault;
  left: number;
}

export class Faults implements FaultPlan {
  #planned: Planned[] = [];
  #weather: (operation: OperationId) => Fault | undefined = () => undefined;

  on(...operations: readonly [OperationId, ...OperationId[]]): FaultStep {
    return new Step((fault, left) => {
      this.#planned.push({ operations, fault, left });
      return this.on(...operations);
    });
  }

  random(rates: Weather): void {
    this.#weather = weather(rates);
  }

  clear(): void {
    this.#planned = [];
    this.#weather = () => undefined;
  }

  /** What hits the next attempt at this operation. */
  next(operation: OperationId): Fault | undefined {
    const index = this.#planned.findIndex(({ operations }) => operations.includes(operation));
    const planned = this.#planned[index];
    if (planned === undefined) return this.#weather(operation);
    planned.left--;
    if (planned.left <= 0) this.#planned.splice(index, 1);
    return planned.fault;
  }
}

class Step implements FaultStep {
  readonly #plan: (fault: Fault, times: number) => FaultStep;
  #times = 1;

  constructor(plan: (fault: Fault, times: number) => FaultStep) {
    this.#plan = plan;
  }

  times(count: number): FaultStep {
    if (!Number.isInteger(count) || count < 1) throw new TypeError('kobble-client: times() takes a count from 1 up');
    this.#times = count;
    return this;
  }
  always = (): FaultStep => {
    this.#times = Number.POSITIVE_INFINITY;
    return this;
  };
  respond = (status: number, answer: FaultAnswer = {}) =>
    this.#plan({ kind: 'respond', status, ...answer }, this.#times);
  dropAnswer = () => this.#plan({ kind: 'dropAnswer' }, this.#times);
  dropRequest = () => this.#plan({ kind: 'dropRequest' }, this.#times);
  stallHeaders = () => this.#plan({ kind: 'stallHeaders' }, this.#times);
  stallBody = () => this.#plan({ kind: 'stallBody' }, this.#times);
  slow = (milliseconds: number) => this.#plan({ kind: 'slow', milliseconds }, this.#times);
  garble = (how: Garbling = 'html') => this.#plan({ kind: 'garble', how }, this.#times);
  expireToken = () => this.#plan({ kind: 'expireToken' }, this.#times);
}
