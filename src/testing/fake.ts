import { setMaxListeners } from 'node:events';
import { PREFIX } from '../checks.js';
import { Calls, type CallLog } from './calls.js';
import { loadContract } from './contract.js';
import { Faults, type FaultPlan } from './fault-plan.js';
import { inProcessFetch, type FakeFetch } from './in-process.js';
import { readBehaviour, type FakeKobbleOptions } from './options.js';
import { RequestHandler } from './request-handler.js';
import { Tokens } from './resources/authorization.js';
import { listen, type Listening } from './server.js';
import { State, type FakeState } from './state.js';

/** A Kobble in memory, for one test. */
export interface FakeKobble {
  /** The client's option `fetch`. Its `baseUrl` can be any URL. */
  readonly fetch: FakeFetch;
  /** Serves the same over HTTP on loopback, by default at a free port. */
  readonly listen: (port?: number) => Promise<{ readonly url: string }>;
  /** All that is stored, and helpers that store something without a call. */
  readonly state: FakeState;
  /** Plan of what goes wrong. */
  readonly faults: FaultPlan;
  /** All attempts that arrived. */
  readonly calls: CallLog;
  readonly clock: FakeClock;
  /** Ends all connections at once, those that stall included. Closing again does nothing. */
  readonly close: () => Promise<void>;
}

/** The time of a fake: real time, and what a test adds to it. Tokens expire and entities are dated by it. */
export interface FakeClock {
  /** Returns milliseconds since 1970. They do not follow a change of the machine's clock. */
  readonly now: () => number;
  /** Lets so many milliseconds pass at once. */
  readonly advance: (milliseconds: number) => void;
}

/**
 * Makes a Kobble that stores what it is sent, in memory. Its routes and checks come from the contract, its behaviour
 * from the documentation, and what the documentation leaves open from the options. It never reaches the network.
 *
 * @example
 * const fake = createFakeKobble();
 * const token = fake.state.addToken();
 * const kobble = createKobbleClient({ baseUrl: 'https://kobble.test', fetch: fake.fetch, token });
 * @throws Error if the optional peer `openapi-backend` is not installed.
 */
export function createFakeKobble(options: FakeKobbleOptions = {}): FakeKobble {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // each call in progress has one
  const clock = createClock();
  const { now } = clock;
  const tokens = new Tokens(now);
  const state = new State(now, tokens);
  const faults = new Faults();
  const calls = new Calls();
  const behaviour = readBehaviour(options);
  const contract = loadContract();
  const handler = new RequestHandler({
    contract,
    behaviour,
    now,
    tokens,
    state,
    faults,
    calls,
    closing: closing.signal,
  });
  const servers: Listening[] = [];
  return {
    fetch: inProcessFetch(handler),
    listen: async (port = 0) => {
      closing.signal.throwIfAborted();
      const server = await listen(handler, port);
      servers.push(server);
      return { url: server.url };
    },
    state,
    faults,
    calls,
    clock,
    close: async () => {
      closing.abort(new Error(`${PREFIX}The fake Kobble is closed.`));
      await Promise.all(servers.splice(0).map(({ stop }) => stop()));
    },
  };
}

function createClock(): FakeClock {
  const start = Date.now() - performance.now();
  let ahead = 0;
  return {
    now: () => start + performance.now() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}
