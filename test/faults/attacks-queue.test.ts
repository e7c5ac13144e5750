// Attacks on the retries that wait together (src/http/retry.ts), each on a clock on which hours pass in moments.
import { expect, it, vi } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { systemClock } from '../../src/time.js';
import { failureOf } from '../support/failure.js';
import { json } from '../support/replies.js';
import { VirtualClock } from '../support/virtual-clock.js';

type Answer = (path: string, now: number) => Response;

/** A client on a clock of its own, and the time and path of each request. */
function setUpClock(answer: Answer) {
  const clock = new VirtualClock();
  const sent: { readonly at: number; readonly path: string }[] = [];
  const fetch = async (url: string) => {
    const { pathname } = new URL(url);
    sent.push({ at: clock.now(), path: pathname });
    await clock.sleep(20);
    return answer(pathname, clock.now());
  };
  const kobble = createKobbleClient({ baseUrl: 'https://api.kobble.test', token: 'T', logLevel: 'off', clock, fetch });
  return { kobble, clock, sent };
}

it('a Retry-After from before the outage does not hold the probes back', async () => {
  const { kobble, clock } = setUpClock((path, now) => {
    if (path.endsWith('/wallets')) return json([], 429, { 'retry-after': '3600' });
    return now > 60_000 && now < 75_000 ? json({}, 503) : json({ id: '1' });
  });
  await clock.run(failureOf(kobble.wallets.list()));
  await clock.run(kobble.cards.get('before'));
  await clock.run(clock.sleep(60_010 - clock.now()));
  const calls = Array.from({ length: 50 }, (_, index) => kobble.cards.get(String(index)));
  await clock.run(Promise.allSettled(calls));
  const failed = (await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected');
  expect(failed).toHaveLength(0);
});

it('a Retry-After that comes while a probe is planned moves it', async () => {
  let until = 0;
  const { kobble, clock, sent } = setUpClock((path, now) => {
    if (!path.endsWith('/late')) return json({}, 503);
    until = now + 30_000;
    return json({}, 503, { 'retry-after': '30' });
  });
  const calls = Array.from({ length: 30 }, (_, index) => failureOf(kobble.cards.get(String(index))));
  await clock.run(clock.sleep(5_000));
  const late = failureOf(kobble.cards.get('late', { retry: { maxRetries: 0 } }));
  await clock.run(late);
  const from = clock.now();
  await clock.run(clock.sleep(25_000));
  expect(sent.filter(({ at }) => at > from && at < until)).toEqual([]);
  await clock.run(Promise.all(calls));
});

it('those that a sign of life lets go on are aborted: the others do not wait for the end of a Retry-After', async () => {
  const clock = new VirtualClock();
  let [isDown, isHanging] = [true, false];
  const underway = new Set<string>();
  const fetch = async (url: string) => {
    if (isDown) return json({}, 503, url.endsWith('/late') ? { 'retry-after': '3600' } : {});
    const isReleased = isHanging && !url.endsWith('/alive');
    if (isReleased) underway.add(url.split('/').at(-1) ?? '');
    await clock.sleep(isReleased ? 1_000 : 20);
    return json({ id: '1' });
  };
  const kobble = createKobbleClient({ baseUrl: 'https://api.kobble.test', token: 'T', logLevel: 'off', clock, fetch });
  const once = { retry: { maxRetries: 0 } };
  const controllers = Array.from({ length: 30 }, () => new AbortController());
  const calls = controllers.map(({ signal }, index) => kobble.cards.get(String(index), { signal }));
  const settled = Promise.allSettled(calls);
  await clock.run(clock.sleep(8_000));
  await clock.run(failureOf(kobble.cards.get('late', once)));
  await clock.run(clock.sleep(6_000)); // the probe that was planned before has been put off
  [isDown, isHanging] = [false, true];
  await clock.run(kobble.cards.get('alive', once));
  await clock.run(clock.sleep(10));
  for (const index of underway) controllers[Number(index)]?.abort();
  isHanging = false;
  await clock.run(settled);
  expect(underway.size).toBeGreaterThan(0);
  const succeeded = (await settled).filter(({ status }) => status === 'fulfilled');
  expect(succeeded).toHaveLength(30 - underway.size);
});

it('the clock of the platform waits for as long as it can, not for no time', async () => {
  const callback = vi.fn();
  const cancels = [2 ** 31, 1e12, Infinity].map((milliseconds) => systemClock.after(milliseconds, callback));
  await new Promise((resolve) => setTimeout(resolve, 30));
  cancels.forEach((cancel) => cancel());
  expect(callback).not.toHaveBeenCalled();
});
