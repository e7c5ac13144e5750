import { setMaxListeners } from 'node:events';
import { Calls, type CallLog } from './calls.js';
import { FakeClock } from './clock.js';
import { loadContract } from './contract.js';
import { Faults, type FaultPlan } from './faults.js';
import { inProcessFetch, type FakeFetch } from './in-process.js';
import { Kobble } from './kobble.js';
import { behaviourOf, type FakeKobbleOptions } from './options.js';
import { listen, type Listening } from './server.js';
import { State, type FakeState } from './state.js';
import { Tokens } from './tokens.js';

/** A Kobble of a test's own. */
export interface FakeKobble {
  /** The client's option `fetch`; any host will do as its `baseUrl`. */
  readonly fetch: FakeFetch;
  /** Serves the same over HTTP on loopback, at a free port where none is given. */
  readonly listen: (port?: number) => Promise<{ readonly url: string }>;
  /** What is stored, and helpers that store something without a call. */
  readonly state: FakeState;
  /** What is to go wrong. */
  readonly faults: FaultPlan;
  /** Every attempt that came in. */
  readonly calls: CallLog;
  readonly clock: Pick<FakeClock, 'now' | 'advance'>;
  /** Ends every connection at once, also those that stall. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a Kobble that keeps what it is told, in memory: routes and checks come from the contract, behaviour from the
 * documentation, and what that leaves open from the options. It never reaches the network.
 *
 * @example
 * const fake = createFakeKobble();
 * const kobble = createKobbleClient({ baseUrl: 'https://kobble.test', fetch: fake.fetch, token: fake.state.addToken() });
 * @throws Error where the optional peer `openapi-backend` is not installed.
 */
export function createFakeKobble(options: FakeKobbleOptions = {}): FakeKobble {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // one for each call that is under way
  const clock = new FakeClock();
  const tokens = new Tokens(clock);
  const state = new State(clock, tokens);
  const faults = new Faults();
  const calls = new Calls();
  const parts = { clock, tokens, state, faults, calls, closing: closing.signal, behaviour: behaviourOf(options) };
  const kobble = new Kobble({ ...parts, contract: loadContract() });
  const carried = { handle: kobble.handle.bind(kobble), closing: closing.signal };
  const servers: Listening[] = [];
  return {
    fetch: inProcessFetch(carried),
    listen: async (port = 0) => {
      const server = await listen(carried, port);
      servers.push(server);
      return { url: server.url };
    },
    state,
    faults,
    calls,
    clock,
    close: async () => {
      closing.abort(new Error('the fake Kobble is closed'));
      await Promise.all(servers.splice(0).map(({ stop }) => stop()));
    },
  };
}
