// Proves how retries of a client that wait for a sign of life go on, and how they end.
import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptEvent, KobbleClient, KobbleClientOptions, RetryEvent } from '../../src/index.js';
import { failureOf, type Failure } from '../support/failure.js';
import { createKobbleClient } from '../support/faults/clients.js';
import { json } from '../support/replies.js';
import { VirtualClock } from '../support/virtual-clock.js';

const refused = Object.assign(new Error('connect ECONNREFUSED api.kobble.test:443'), {
  code: 'ECONNREFUSED',
  syscall: 'connect',
});

/** Returns a client of this `fetch`, and the clock by which it waits. */
function setUp(
  fetch: (url: string) => Promise<Response>,
  options: KobbleClientOptions & { clock?: VirtualClock } = {},
) {
  const clock = options.clock ?? new VirtualClock();
  const base = { baseUrl: 'https://api.kobble.test', token: 'T', logLevel: 'off' } as const;
  return { clock, kobble: createKobbleClient({ ...base, ...options, clock, fetch }) };
}

/** Makes so many calls at once, and waits until all have ended. */
const get = (kobble: KobbleClient, count: number) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => kobble.cards.get(String(index))));

const failedOf = async (all: ReturnType<typeof get>): Promise<number> =>
  (await all).filter(({ status }) => status === 'rejected').length;

/** Calls back up to half a millisecond early, as timers of Node do. */
class EarlyClock extends VirtualClock {
  override after(milliseconds: number, callback: () => void): () => void {
    return super.after(Math.max(0, milliseconds - 0.5), callback);
  }
}

describe('a call that waits for a sign of life', () => {
  /** Calls until the client is in the dark, and one that then waits in line. */
  async function inTheDark(
    use: (kobble: KobbleClient, clock: VirtualClock, waiting: Promise<Failure>) => Promise<void>,
  ) {
    const reasons: (number | string)[] = [];
    const hooks = { onRetry: ({ reason }: RetryEvent) => void reasons.push(reason) };
    const { clock, kobble } = setUp(async () => json({}, 503), { hooks });
    const { signal } = controller;
    const others = Array.from({ length: 30 }, (_, index) => failureOf(kobble.cards.get(String(index))));
    const waiting = failureOf(kobble.cards.get('waiting', { signal, deadlineMs: 30_000 }));
    await clock.run(Promise.race([clock.sleep(10_000), Promise.all(others)]));
    expect(reasons).toContain('waiting_for_service');
    await use(kobble, clock, waiting);
    await clock.run(Promise.all([...others, waiting]));
  }
  let controller = new AbortController();
  beforeEach(() => void (controller = new AbortController()));

  it('ends at its deadline, with the error of its last attempt', async () => {
    await inTheDark(async (_, clock, waiting) => {
      await clock.run(waiting);
      expect(await waiting).toMatchObject({ name: 'ServerError', status: 503, outcome: 'unknown' });
      expect(clock.now()).toBeLessThanOrEqual(30_050);
    });
  });

  it('is not sent once more by a timer that ends a little before the deadline', async () => {
    const clock = new EarlyClock();
    const fetch = async () => {
      await clock.sleep(2);
      throw new TypeError('fetch failed', { cause: refused });
    };
    const { kobble } = setUp(fetch, { clock });
    const calls = Array.from({ length: 30 }, () => failureOf(kobble.relays.create({ url: 'https://shop.test' })));
    await clock.run(Promise.all(calls));
    for (const call of calls) expect(await call).toMatchObject({ code: 'connection_refused', outcome: 'not-sent' });
  });

  it('ends at its signal', async () => {
    await inTheDark(async (_, clock, waiting) => {
      controller.abort();
      await clock.run(waiting);
      expect(await waiting).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
      expect(clock.now()).toBeLessThanOrEqual(10_000);
    });
  });

  it('is ended by close()', async () => {
    await inTheDark(async (kobble, clock, waiting) => {
      await clock.run(kobble.close({ timeoutMs: 0 }));
      expect(await waiting).toMatchObject({ name: 'AbortError', cause: { code: 'client_closed' } });
    });
  });
});

it('calls that wait do not depend on those that went on before them', async () => {
  let response = () => json({}, 503);
  let aborted = 0;
  const onRequest = ({ attempt, context }: AttemptEvent) => {
    if (response().ok && attempt > 1 && aborted++ < 4) (context as AbortController).abort();
  };
  const { clock, kobble } = setUp(async () => response(), { hooks: { onRequest } });
  const calls = Array.from({ length: 30 }, (_, index) => {
    const context = new AbortController();
    return kobble.cards.get(String(index), { signal: context.signal, context });
  });
  const all = Promise.allSettled(calls);
  await clock.run(clock.sleep(5_000));
  response = () => json({ id: '1' });
  await clock.run(kobble.cards.get('first attempt')); // lets two go on; a timer two more
  await clock.run(all);
  expect(await failedOf(all)).toBe(4);
});

it('a Retry-After of years is over with the next sign of life', async () => {
  let response = () => json({}, 503);
  const { clock, kobble } = setUp(async () => response());
  const early = get(kobble, 30);
  response = () => json({}, 429, { 'retry-after': '99999999' });
  await clock.run(early);
  response = () => json({ id: '1' });
  await clock.run(kobble.cards.get('1'));

  response = () => json({}, 503);
  const late = get(kobble, 30);
  await clock.run(clock.sleep(5_000));
  response = () => json({ id: '1' });
  await clock.run(late);
  expect(await failedOf(late)).toBe(0);
});
it('an operation that alone fails does not slow the others', async () => {
  const clock = new VirtualClock();
  const fetch = async (url: string) => {
    await clock.sleep(20);
    return url.endsWith('/wallets') ? json({}, 503) : json({ id: '1' });
  };
  const { kobble } = setUp(fetch, { clock });
  const failing = Array.from({ length: 50 }, () => failureOf(kobble.wallets.list()));
  await clock.run(clock.sleep(5_000)); // by now the client is in the dark
  const start = clock.now();
  await clock.run(Promise.all(Array.from({ length: 50 }, (_, index) => kobble.cards.get(String(index)))));
  expect(clock.now() - start).toBeLessThan(50);
  await clock.run(Promise.all(failing));
});

it('close({ timeoutMs: 0 }) sends nothing more', async () => {
  let requests = 0;
  const { clock, kobble } = setUp(async () => {
    requests++;
    return json({}, 503);
  });
  const call = failureOf(kobble.cards.get('1'));
  await clock.run(clock.sleep(0));
  const before = requests;
  await clock.run(kobble.close({ timeoutMs: 0 }));
  expect(await call).toMatchObject({ name: 'AbortError' });
  expect(requests).toBe(before);
});
