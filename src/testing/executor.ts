import type { OperationId } from '../contract/operations.js';
import type { OpenCall } from './calls.js';
import { checkRequest, type CheckedRequest, type FakeOperation } from './contract.js';
import { IdempotencyCache } from './idempotency-cache.js';
import type { Behaviour } from './options.js';
import { authorization, bearerToken, type Tokens } from './resources/authorization.js';
import { beneficiaries } from './resources/beneficiaries.js';
import { cardPrograms } from './resources/card-programs.js';
import { cards } from './resources/cards.js';
import { clients } from './resources/clients.js';
import { endusers } from './resources/endusers.js';
import { relays } from './resources/relays.js';
import type { Operations, Publisher, Reply, Surroundings } from './resources/resource.js';
import { transactions } from './resources/transactions.js';
import { wallets } from './resources/wallets.js';
import { webhooks } from './resources/webhooks.js';
import type { State } from './state.js';
import { ownResponse, Refusal, type WireRequest, type WireResponse } from './wire.js';

/** All operations of the contract. It does not compile if one is missing. */
const operations: Operations<OperationId> = {
  ...authorization,
  ...beneficiaries,
  ...cardPrograms,
  ...cards,
  ...clients,
  ...endusers,
  ...relays,
  ...transactions,
  ...wallets,
  ...webhooks,
};

/** The parts of a fake that operations work on. */
export interface ExecutorParts {
  readonly behaviour: Behaviour;
  readonly now: () => number;
  readonly tokens: Tokens;
  readonly state: State;
  readonly publisher: Publisher;
}

/** A request for an operation. */
export interface Execution {
  readonly request: WireRequest;
  readonly operation: FakeOperation;
  readonly call: OpenCall;
  /** Resolves when the operation has taken its time. */
  readonly delay: Promise<void> | undefined;
}

/** Carries operations out if rate limit, token and contract allow it, and each key once. */
export class Executor {
  readonly #parts: ExecutorParts;
  readonly #secondsToWait: () => number | undefined;
  readonly #cache: IdempotencyCache;

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
    this.#secondsToWait = rateLimiter(parts.behaviour, parts.now);
    this.#cache = new IdempotencyCache(parts.behaviour);
  }

  /** Returns the response of an operation. Throws a refusal if it is not carried out. */
  async execute({ request, operation, call, delay }: Execution): Promise<WireResponse> {
    const waitSeconds = this.#secondsToWait();
    if (waitSeconds !== undefined)
      throw new Refusal(429, 'The rate limit is exceeded.', {}, { 'retry-after': `${waitSeconds}` });
    if (operation.request.needsToken && !this.#parts.tokens.isValid(bearerToken(request.headers))) {
      throw new Refusal(401, 'The token is missing, has expired or was revoked.');
    }
    const checked = checkRequest(request, operation, this.#parts.behaviour.strict);
    const work = async () => {
      if (delay !== undefined) await delay;
      return this.#carryOut(operation, checked, call);
    };
    if (operation.retry !== 'keyed') return work();
    // Used again for another id in the path, a key is used with other data.
    const data = { path: checked.path, body: checked.body };
    return this.#cache.once(String(call.key), { operationId: operation.id, data }, work);
  }

  #carryOut({ id: operationId, request }: FakeOperation, checked: CheckedRequest, call: OpenCall): WireResponse {
    const { state, tokens, behaviour, now, publisher } = this.#parts;
    // The compiler cannot know that the request was checked as one of this very operation.
    const operation = operations[operationId] as (context: CheckedRequest & Surroundings) => Reply;
    const issueToken = tokens.issue.bind(tokens);
    const reply = operation({ ...checked, entities: state, behaviour, publisher, issueToken, now: now() });
    if (call.method !== 'GET' && operationId !== 'getAccessToken') {
      call.effect = true;
      state.effects.push({ operationId, key: call.key, entityId: reply.entityId, body: checked.body, at: now() });
    }
    return ownResponse(reply.status ?? request.successStatus, reply.body, reply.headers);
  }
}

/** Returns a function that counts a call. It returns the seconds to wait if the call is past the limit. */
function rateLimiter(behaviour: Pick<Behaviour, 'rateLimit'>, now: () => number): () => number | undefined {
  let windowEnd = 0;
  let calls = 0;
  let limit: Behaviour['rateLimit'];
  return () => {
    if (limit !== behaviour.rateLimit) windowEnd = 0;
    limit = behaviour.rateLimit;
    if (limit === undefined) return undefined;
    if (now() >= windowEnd) {
      windowEnd = now() + limit.perMs;
      calls = 0;
    }
    calls++;
    return calls > limit.calls ? Math.ceil((windowEnd - now()) / 1000) : undefined;
  };
}
