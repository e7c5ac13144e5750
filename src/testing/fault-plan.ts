import type { OperationId } from '../contract/operations.js';
import { checkOperationIds, FAULTS, OPERATIONS, type Fault, type FaultAnswer, type Garbling } from './fault.js';
import { readStep, Steps, type GivenStep } from './fault-steps.js';
import { checkFields, is, required } from './fields.js';
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

/** The plan, and the means to take the next fault from it. */
export class Faults implements FaultPlan {
  readonly #steps = new Steps<Omit<PendingFault, 'times'>>();
  #draw: (operationId: OperationId) => Fault | undefined = () => undefined;

  on(...operationIds: readonly [OperationId, ...OperationId[]]): FaultStep {
    checkOperationIds('faults.on()', operationIds);
    return new Step((fault, times) => {
      for (const operationId of operationIds) this.#steps.add({ operationId, fault }, times);
      return this.on(...operationIds);
    });
  }

  /** Adds a step that is given as one object, with the names of its `operations`. */
  add(step: GivenStep): void {
    const { kind, details, times } = readStep(step, FAULTS, { operations: required(OPERATIONS) });
    const fault = { kind, ...details } as Fault; // as was checked, and so were these, but for their names
    const operationIds = step['operations'] as readonly OperationId[];
    checkOperationIds('"operations"', operationIds);
    for (const operationId of operationIds) this.#steps.add({ operationId, fault }, times);
  }

  random(weather: Weather): void {
    this.#draw = createWeather(weather);
  }

  pending(): readonly PendingFault[] {
    return this.#steps.pending();
  }

  clear(): void {
    this.#steps.clear();
    this.#draw = () => undefined;
  }

  /** Takes the fault of the next attempt at this operation from the plan. */
  take(operationId: OperationId): Fault | undefined {
    return this.#steps.take((step) => step.operationId === operationId)?.fault ?? this.#draw(operationId);
  }
}

class Step implements FaultStep {
  readonly #plan: (fault: Fault, times: number) => FaultStep;
  #times = 1;

  constructor(plan: (fault: Fault, times: number) => FaultStep) {
    this.#plan = plan;
  }

  times(count: number): FaultStep {
    checkFields('times()', { count }, { count: required(is.count) });
    this.#times = count;
    return this;
  }
  always(): FaultStep {
    this.#times = Number.POSITIVE_INFINITY;
    return this;
  }
  respond = (status: number, answer: FaultAnswer = {}) => this.#add({ ...answer, kind: 'respond', status });
  // Callers without types can give fields to the faults that have none, which are refused.
  dropAnswer = (none?: object) => this.#add({ ...none, kind: 'dropAnswer' });
  dropRequest = (none?: object) => this.#add({ ...none, kind: 'dropRequest' });
  stallHeaders = (none?: object) => this.#add({ ...none, kind: 'stallHeaders' });
  stallBody = (none?: object) => this.#add({ ...none, kind: 'stallBody' });
  slow = (milliseconds: number) => this.#add({ kind: 'slow', milliseconds });
  garble = (how: Garbling = 'html') => this.#add({ kind: 'garble', how });
  expireToken = (none?: object) => this.#add({ ...none, kind: 'expireToken' });

  #add({ kind, ...details }: Fault): FaultStep {
    checkFields(`${kind}()`, details, FAULTS[kind]);
    return this.#plan({ kind, ...details } as Fault, this.#times); // put together again
  }
}
