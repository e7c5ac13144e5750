import { optionError } from '../checks.js';
import type { OperationId } from '../contract/operations.js';
import { checkOperationIds, type Fault, type FaultAnswer, type Garbling } from './fault.js';
import { createWeather, type Weather } from './weather.js';

/**
 * Plan of the faults. An attempt takes the first step planned for its operation that is left, otherwise a random fault.
 */
export interface FaultPlan {
  /**
   * Starts a step for these operations.
   *
   * @example fake.faults.on('createCard').times(2).dropAnswer();
   * @throws TypeError if a name is not an operation of the contract.
   */
  on(...operationIds: readonly [OperationId, ...OperationId[]]): FaultStep;
  /** Sets a random mix of faults, in place of the mix before. The same seed gives the same sequence. */
  random(weather: Weather): void;
  /** Returns the planned faults that have not happened yet, one for each operation, so that a test can check that its plan was carried out. */
  pending(): readonly PendingFault[];
  /** Removes all steps and the random mix. */
  clear(): void;
}

/** A step of the plan. Each fault is added to the plan and returns the next step for the same operations. */
export interface FaultStep {
  /** Repeats the fault for so many attempts at each of the operations. Default 1. */
  times(count: number): FaultStep;
  /** Repeats the fault for all further attempts. */
  always(): FaultStep;
  /** Responds with this status, in place of the operation; with `after: 'effect'`, after it was carried out. */
  respond(status: number, answer?: FaultAnswer): FaultStep;
  /** Carries the operation out; the connection is lost before the response. */
  dropAnswer(): FaultStep;
  /** Loses the connection before the operation is carried out. */
  dropRequest(): FaultStep;
  /** Carries the operation out and never responds. */
  stallHeaders(): FaultStep;
  /** Carries the operation out, sends status, headers and half of the body, then nothing more. */
  stallBody(): FaultStep;
  /** Waits before the operation is carried out. It is carried out even if the caller has given up in the meantime. */
  slow(milliseconds: number): FaultStep;
  /** Carries the operation out and responds with HTML (the default) or with JSON cut in half. */
  garble(how?: Garbling): FaultStep;
  /** Revokes the token of the request, and responds 401. */
  expireToken(): FaultStep;
}

/** A planned fault that has not happened, or not often enough. */
export interface PendingFault {
  readonly operationId: OperationId;
  readonly fault: Fault;
  /**
   * The attempts that it is still planned for. `Infinity` for a fault of `always()`, which is pending until it happens
   * once.
   */
  readonly times: number;
}

interface Planned {
  readonly operationId: OperationId;
  readonly fault: Fault;
  left: number;
  hasHappened: boolean;
}

/** The plan, and the means to take the next fault from it. */
export class Faults implements FaultPlan {
  #planned: Planned[] = [];
  #draw: (operationId: OperationId) => Fault | undefined = () => undefined;

  on(...operationIds: readonly [OperationId, ...OperationId[]]): FaultStep {
    checkOperationIds('faults.on()', operationIds);
    return new Step((fault, left) => {
      for (const operationId of operationIds) this.#planned.push({ operationId, fault, left, hasHappened: false });
      return this.on(...operationIds);
    });
  }

  random(weather: Weather): void {
    this.#draw = createWeather(weather);
  }

  pending(): readonly PendingFault[] {
    return this.#planned
      .filter(({ left, hasHappened }) => Number.isFinite(left) || !hasHappened)
      .map(({ operationId, fault, left }) => ({ operationId, fault, times: left }));
  }

  clear(): void {
    this.#planned = [];
    this.#draw = () => undefined;
  }

  /** Takes the fault of the next attempt at this operation from the plan. */
  take(operationId: OperationId): Fault | undefined {
    const index = this.#planned.findIndex((planned) => planned.operationId === operationId);
    const planned = this.#planned[index];
    if (planned === undefined) return this.#draw(operationId);
    planned.left--;
    planned.hasHappened = true;
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
    if (!Number.isInteger(count) || count < 1) throw optionError('times()', 'takes a whole number from 1');
    this.#times = count;
    return this;
  }
  always(): FaultStep {
    this.#times = Number.POSITIVE_INFINITY;
    return this;
  }
  respond(status: number, answer: FaultAnswer = {}): FaultStep {
    if (!(Number.isInteger(status) && status >= 200 && status <= 599)) {
      throw optionError('respond()', 'takes a status from 200 to 599');
    }
    return this.#add({ kind: 'respond', status, ...answer });
  }
  dropAnswer = () => this.#add({ kind: 'dropAnswer' });
  dropRequest = () => this.#add({ kind: 'dropRequest' });
  stallHeaders = () => this.#add({ kind: 'stallHeaders' });
  stallBody = () => this.#add({ kind: 'stallBody' });
  slow = (milliseconds: number) => this.#add({ kind: 'slow', milliseconds });
  garble = (how: Garbling = 'html') => this.#add({ kind: 'garble', how });
  expireToken = () => this.#add({ kind: 'expireToken' });

  #add(fault: Fault): FaultStep {
    return this.#plan(fault, this.#times);
  }
}
