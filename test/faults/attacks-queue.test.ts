// Attacks on the retries that wait together (src/http/retry.ts), each on a clock on which hours pass in moments.
import { expect, it } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
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
