import { IDEMPOTENCY_KEY } from '../idempotency.js';
import { pause, type Clock } from '../time.js';
import type { Calls, OpenCall } from './calls.js';
import { operationOf, parseJson } from './contract.js';
import { Executor, type Execution, type ExecutorParts } from './executor.js';
import { endingAfter, endingInstead, type Fault } from './fault.js';
import type { Faults } from './fault-plan.js';
import { bearerToken } from './resources/authorization.js';
import { Refusal, type Ending, type WireHandler, type WireRequest } from './wire.js';

/** The parts of a fake. */
export interface Parts extends ExecutorParts {
  readonly faults: Faults;
  readonly calls: Calls;
  readonly closing: AbortSignal;
  /** Clock by which operations take their time. */
  readonly delays: () => Clock;
}

/**
 * Handles requests, in process and over HTTP alike: records each, has it carried out, and lets the planned fault
 * happen.
 */
export class RequestHandler implements WireHandler {
  readonly closing: AbortSignal;
  readonly #parts: Parts;
  #executor: Executor;

  constructor(parts: Parts) {
    this.closing = parts.closing;
    this.#parts = parts;
    this.#executor = new Executor(parts);
  }

  readonly handle = async (request: WireRequest): Promise<Ending> => {
    const { faults, calls, now } = this.#parts;
    const operation = operationOf(request);
    const operationId = operation instanceof Refusal ? undefined : operation.id;
    const fault = operationId && faults.take(operationId);
    const call = calls.add({
      operationId,
      method: request.method,
      path: request.path,
      key: request.headers[IDEMPOTENCY_KEY],
      body: operationId === 'getAccessToken' ? undefined : parseJson(request.body),
      at: now(),
      fault: fault?.kind,
    });
    const ending: Ending =
      operation instanceof Refusal
        ? { kind: 'response', response: operation.response }
        : (endingInstead(fault) ??
          (await this.#execute({ request, operation, call, delay: this.#delay(fault) }, fault)));
    call.status = statusOf(ending);
    return ending;
  };

  /** Forgets the idempotency keys, and the calls of the rate limit. */
  reset(): void {
    this.#executor = new Executor(this.#parts);
  }

  async #execute(execution: Execution, fault: Fault | undefined): Promise<Ending> {
    if (fault?.kind === 'expireToken') this.#parts.tokens.revoke(bearerToken(execution.request.headers));
    const response = await this.#executor.execute(execution).catch((error: unknown) => {
      if (error instanceof Refusal) return error.response;
      throw error;
    });
    await execution.delay; // a refusal takes as long
    return endingAfter(response, fault);
  }

  /** Starts the time that the operation takes. Undefined for none, which saves a timer. */
  #delay(fault: Fault | undefined): Promise<void> | undefined {
    const milliseconds = this.#parts.behaviour.latencyMs + (fault?.kind === 'slow' ? fault.milliseconds : 0);
    if (milliseconds <= 0) return undefined;
    const delay = pause(this.#parts.delays(), milliseconds, this.closing);
    delay.catch(() => {}); // it rejects when the fake is closed, perhaps while nothing here waits for it
    return delay;
  }
}

function statusOf(ending: Ending): OpenCall['status'] {
  if (ending.kind === 'response') return ending.response.status;
  return ending.kind === 'drop' ? 'dropped' : 'stalled';
}
