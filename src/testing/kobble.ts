import { pause, systemClock } from '../time.js';
import { IDEMPOTENCY_KEY } from '../idempotency.js';
import type { OperationId } from '../contract/operations.js';
import type { Calls, OpenCall } from './calls.js';
import type { FakeClock } from './clock.js';
import type { CheckedRequest, Contract } from './contract.js';
import type { Fault } from './fault.js';
import type { Faults } from './faults.js';
import { IdempotencyCache } from './idempotency-cache.js';
import { operations } from './operations/index.js';
import type { Behaviour } from './options.js';
import { RateLimiter } from './rate-limit.js';
import { orRefusal, Refusal, refused } from './refusal.js';
import { endingOf, faultAnswer } from './spoil.js';
import type { State } from './state.js';
import { bearerOf, type Tokens } from './tokens.js';
import { jsonAnswer, type Ending, type WireAnswer, type WireRequest } from './wire.js';

/** What the fake is made of. */
export interface Parts {
  readonly contract: Promise<Contract>;
  readonly behaviour: Behaviour;
  readonly clock: FakeClock;
  readonly tokens: Tokens;
  readonly state: State;
  readonly faults: Faults;
  readonly calls: Calls;
  /** Aborted when the fake is closed. */
  readonly closing: AbortSignal;
}

type ContractOperation = ReturnType<Contract['operationOf']>;

/** Kobble behind the wire: takes requests, in process and over HTTP alike, and says what becomes of each connection. */
export class Kobble {
  readonly #parts: Parts;
  readonly #stored = new IdempotencyCache();
  readonly #limiter: RateLimiter | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { rateLimit } = parts.behaviour;
    this.#limiter = rateLimit && new RateLimiter(rateLimit, parts.clock);
  }

  async handle(request: WireRequest): Promise<Ending> {
    const { faults, calls, clock } = this.#parts;
    const contract = await this.#parts.contract;
    const operation = orRefusal(() => contract.operationOf(request));
    const operationId = operation instanceof Refusal ? undefined : operation.operationId;
    const fault = operationId && faults.next(operationId);
    const call = calls.open({
      operationId,
      method: request.method,
      path: request.path,
      key: request.headers[IDEMPOTENCY_KEY],
      body: operationId === 'getAccessToken' ? undefined : json(request.body),
      at: clock.now(),
      fault: fault?.kind,
    });
    const ending = await this.#end(request, operation, call, contract, fault);
    call.status = ending.kind === 'answer' ? ending.answer.status : ending.kind === 'drop' ? 'dropped' : 'stalled';
    return ending;
  }

  async #end(
    request: WireRequest,
    operation: ContractOperation | Refusal,
    call: OpenCall,
    contract: Contract,
    fault: Fault | undefined,
  ): Promise<Ending> {
    if (operation instanceof Refusal) return { kind: 'answer', answer: refused(operation) };
    if (fault?.kind === 'dropRequest') return { kind: 'drop' };
    if (fault?.kind === 'respond') return { kind: 'answer', answer: faultAnswer(fault) };
    if (fault?.kind === 'expireToken') this.#parts.tokens.revoke(bearerOf(request.headers));
    const worked = this.#work(fault);
    const answer = await this.#answer(request, operation, call, contract, worked).catch((error: unknown) => {
      if (error instanceof Refusal) return refused(error);
      throw error;
    });
    await worked;
    return endingOf(answer, fault);
  }

  /** The time that the work takes; undefined for none. */
  #work(fault: Fault | undefined): Promise<void> | undefined {
    const delay = this.#parts.behaviour.latencyMs + (fault?.kind === 'slow' ? fault.milliseconds : 0);
    if (delay <= 0) return undefined;
    const worked = pause(systemClock, delay, this.#parts.closing);
    worked.catch(() => {}); // the fake was closed, perhaps while nobody waits for it here
    return worked;
  }

  /** @throws Refusal where nothing is carried out. */
  async #answer(
    request: WireRequest,
    operation: ContractOperation,
    call: OpenCall,
    contract: Contract,
    worked: Promise<void> | undefined,
  ): Promise<WireAnswer> {
    const { tokens, behaviour } = this.#parts;
    const wait = this.#limiter?.take();
    if (wait !== undefined) return jsonAnswer(429, { message: 'Too Many Requests' }, { 'retry-after': `${wait}` });
    if (operation.security.length > 0 && !tokens.isValid(bearerOf(request.headers)))
      throw new Refusal(401, 'Unauthorized');
    const checked = contract.check(request, operation);
    const work = async () => {
      if (worked !== undefined) await worked;
      return this.#carryOut(operation.operationId, checked, call);
    };
    if (operation['x-retry'] !== 'keyed') return work();
    // Assumption: an endpoint is an operation, so that a key used for another id in the path came back with other data.
    const data = { path: checked.path, body: checked.body };
    return this.#stored.once(`${operation.operationId} ${String(call.key)}`, data, behaviour.reusedKeyStatus, work);
  }

  #carryOut(operationId: OperationId, checked: CheckedRequest, call: OpenCall): WireAnswer {
    const { state, tokens, behaviour, clock } = this.#parts;
    const now = clock.now();
    const {
      status = 200,
      headers,
      body,
      entityId,
    } = operations[operationId]({ ...checked, state, tokens, behaviour, now });
    if (call.method !== 'GET' && operationId !== 'getAccessToken') {
      call.effect = true;
      const made = entityId ?? (body as { id?: string }).id;
      state.effects.push({ operationId, key: call.key, entityId: made, body: checked.body, at: now });
    }
    return jsonAnswer(status, body, headers);
  }
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
