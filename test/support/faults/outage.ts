// The client itself in an outage, on a clock on which minutes pass in moments.
import type { KobbleClientOptions } from '../../../src/index.js';
import { json } from '../replies.js';
import { VirtualClock } from '../virtual-clock.js';
import { createKobbleClient } from './clients.js';

interface Plan {
  /** Number of calls at once. */
  readonly calls?: number;
  /** Calls that begin one after the other, 100 ms apart, beside those. */
  readonly steady?: number;
  /** Start of the outage, in milliseconds. */
  readonly fromMs?: number;
  /** End of the outage, in milliseconds. */
  readonly outageMs?: number;
  /** Share of attempts that fail during the outage. */
  readonly failing?: number;
  readonly failure?: () => Response;
  /** True if a request during the outage never gets a response. */
  readonly hangs?: boolean;
  readonly options?: KobbleClientOptions;
}

/** What calls through an outage came to. */
interface Suffered {
  /** Requests a call. */
  readonly perCall: number;
  /** Calls that failed. */
  readonly failed: number;
  /** Time of the last success, in milliseconds. */
  readonly lastMs: number;
  /** Time of each request, in milliseconds. */
  readonly sentMs: readonly number[];
}

/** Makes calls through an outage. The same plan gives the same result. */
export async function suffer(plan: Plan): Promise<Suffered> {
  const { calls = 0, steady = 0, fromMs = 0, outageMs = Infinity, failing = 1, failure, hangs, options } = plan;
  const clock = new VirtualClock();
  const begun: Promise<unknown>[] = [];
  const sentMs: number[] = [];
  let [succeeded, lastMs] = [0, 0];
  const fetch = async () => {
    sentMs.push(clock.now());
    await clock.sleep(20 + clock.random() * 30);
    const fails = clock.now() >= fromMs && clock.now() < outageMs && clock.random() < failing;
    if (fails && hangs) await new Promise(() => {}); // the client's time limit ends it
    return fails ? (failure?.() ?? json({}, 503)) : json({ id: '1' });
  };
  const given = { baseUrl: 'https://api.kobble.test', token: 'T', logLevel: 'off', clock, fetch } as const;
  const kobble = createKobbleClient({ ...given, ...options });
  const call = (index: number) =>
    kobble.cards.get(String(index)).then(
      () => [succeeded++, (lastMs = clock.now())],
      () => {},
    );
  for (let index = 0; index < calls; index++) begun.push(call(index));
  const later = (async () => {
    for (let index = 0; index < steady; index++) {
      begun.push(call(index));
      await clock.sleep(100);
    }
  })();
  await clock.run(later.then(() => Promise.all(begun)));
  const all = begun.length;
  return { perCall: sentMs.length / all, failed: all - succeeded, lastMs: Math.round(lastMs), sentMs };
}
