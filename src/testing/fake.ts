import { setMaxListeners } from 'node:events';
import { PREFIX } from '../checks.js';
import type { KobbleClientOptions } from '../options.js';
import type { Clock } from '../time.js';
import { Calls, type CallLog } from './calls.js';
import { checkedSimulate } from './checked-simulate.js';
import { controlOf } from './control.js';
import { SkippingClock, type FakeClock } from './fake-clock.js';
import { Faults, type FaultPlan } from './fault-plan.js';
import { inProcessFetch, type FakeFetch } from './in-process.js';
import { readBehaviour, type FakeKobbleOptions } from './options.js';
import { RequestHandler } from './request-handler.js';
import { Tokens } from './resources/authorization.js';
import { listen, type Listening, type ListenOptions } from './server.js';
import { Simulator, type Simulate } from './simulate.js';
import { Webhooks, type FakeWebhooks } from './sns/fake-webhooks.js';
import { State, type FakeState } from './state.js';
import { WIDGET_PATH, widgetPage } from './widget-page.js';
import type { Ending, WireRequest } from './wire.js';

/** A Kobble in memory, for one test. */
export interface FakeKobble {
  /** The client's option `fetch`. Its `baseUrl` can be any URL. */
  readonly fetch: FakeFetch;
  /**
   * Returns options of a client of this fake: `createKobbleClient({ ...fake.clientOptions(), … })`. The token is valid, and
   * waits take no time: retries, `Retry-After`, `slow`, stalls and time limits pass at once on `clock`. What takes real time
   * within a call, such as a `fetch` of your own, then finds its time limit over.
   */
  readonly clientOptions: () => FakeClientOptions;
  /**
   * Serves the same over HTTP on loopback, by default at a free port, and a stand-in for the widget's page at `/widget`.
   * Widget sessions point at it from then on, unless the option `widgetUrl` names another page.
   */
  readonly listen: (port?: number, options?: ListenOptions) => Promise<{ readonly url: string }>;
  /** All that is stored, and helpers that store something without a call. */
  readonly state: FakeState;
  /** Plan of what goes wrong. */
  readonly faults: FaultPlan;
  /** All attempts that arrived. */
  readonly calls: CallLog;
  readonly clock: FakeClock;
  /** Sends what happens in the fake to your endpoints, as Amazon SNS does. */
  readonly webhooks: FakeWebhooks;
  /** Lets happen what happens at Kobble without a call of yours, such as a purchase. */
  readonly simulate: Simulate;
  /**
   * Forgets all that it was sent and told: entities, effects, calls, deliveries, faults, idempotency keys, options of the
   * control endpoint. Tokens stay valid, `webhooks.deliverTo` stays in force, and time goes on.
   */
  readonly reset: () => void;
  /** Ends all connections at once, those that stall included. Closing again does nothing. */
  readonly close: () => Promise<void>;
}

/** Options of a client of a fake. */
export type FakeClientOptions = Required<Pick<KobbleClientOptions, 'baseUrl' | 'token' | 'fetch' | 'clock'>>;

/**
 * Makes a Kobble that stores what it is sent, in memory. Its routes and checks come from the contract, its behaviour
 * from the documentation, and what the documentation leaves open from the options. It never reaches the network. What it
 * is given to plan, set, simulate or store is checked: an unknown field, or a wrong value, is a TypeError.
 *
 * @example
 * const fake = createFakeKobble();
 * const kobble = createKobbleClient(fake.clientOptions());
 */
export function createFakeKobble(options: FakeKobbleOptions = {}): FakeKobble {
  const closing = new AbortController();
  allowListeners(closing.signal);
  const clock = new SkippingClock();
  const { now } = clock;
  const tokens = new Tokens(now);
  const behaviour = readBehaviour(options);
  const state = new State(now, tokens, behaviour);
  let delays: Clock = clock.inRealTime;
  const webhooks = new Webhooks({ now, skipping: clock, delays: () => delays, closing: closing.signal });
  const faults = new Faults();
  const calls = new Calls();
  const simulate = checkedSimulate(new Simulator({ entities: state, publisher: webhooks, now }), state);
  const handler = new RequestHandler({
    behaviour,
    now,
    delays: () => delays,
    tokens,
    state,
    publisher: webhooks,
    faults,
    calls,
    closing: closing.signal,
  });
  const serve = async (request: WireRequest): Promise<Ending> => {
    const response = widgetPage(request, state) ?? (await webhooks.serve(request));
    return response ? { kind: 'response', response } : handler.handle(request);
  };
  const servers: Listening[] = [];
  const fetch = inProcessFetch(handler);
  let ownWidget: string | undefined;
  const configure = (changes: FakeKobbleOptions) => {
    const all = { ...options, ...changes };
    Object.assign(behaviour, readBehaviour({ ...all, widgetUrl: all.widgetUrl ?? ownWidget }));
  };
  const reset = () => {
    configure({});
    for (const part of [state, faults, calls, webhooks]) part.clear();
    handler.reset();
  };
  const control = controlOf({ state, faults, calls, clock, webhooks, simulate, configure, reset });
  return {
    fetch,
    clientOptions: () => {
      delays = clock;
      return { baseUrl: 'https://kobble.test', token: state.addToken(), fetch, clock };
    },
    listen: async (port = 0, listenOptions = {}) => {
      closing.signal.throwIfAborted();
      const server = await listen({ handle: serve }, port, listenOptions, control);
      servers.push(server);
      ownWidget = server.url + WIDGET_PATH;
      configure({});
      return { url: server.url };
    },
    state,
    faults,
    calls,
    clock,
    webhooks,
    simulate,
    reset,
    close: async () => {
      closing.abort(new Error(`${PREFIX}The fake Kobble is closed.`));
      await Promise.all(servers.splice(0).map(({ stop }) => stop()));
    },
  };
}

/** Lets a signal have any number of listeners: each call in progress has one. */
function allowListeners(signal: AbortSignal): void {
  try {
    setMaxListeners(0, signal);
  } catch {
    // jsdom and happy-dom have signals of their own, which Node refuses, and do not count listeners
  }
}
