// Proves, over real sockets and with many faults, that keyed calls succeed exactly once, and that calls without a key
// are never doubled and fail with a true outcome.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isKobbleError, type KobbleClient, type KobbleClientOptions } from '../../src/index.js';
import type { FakeKobble } from '../../src/testing/index.js';
import type { Weather } from '../../src/testing/weather.js';
import { atOnce, countOf, serveFake } from '../support/faults/fake.js';
import { LONG_FORM } from '../support/long-form.js';

const SEEDS = LONG_FORM ? [1, 2, 3, 4, 5] : [1, 2];
const CALLS = LONG_FORM ? 500 : 100;
const KEYLESS_CALLS = LONG_FORM ? CALLS : 100;
/**
 * A burst of 1 000 keeps two processors busy for longer than a timeout of 1 s: most attempts then end by it, ten for each
 * call. The long form has that, one seed after the other.
 */
const HURRIED_CALLS = LONG_FORM ? CALLS : 60;
/** The short form also passes while other processes keep all processors busy: its attempts and calls have more time. */
const HURRIED_MS = LONG_FORM ? 2_000 : 5_000;
/** A call whose attempts end by their timeouts may need ten of them, and the waits between. */
const HURRIED_TOTAL_MS = 120_000;
const DOUBT_MS = LONG_FORM ? 3_000 : 8_000;
/** How long calls wait for a server that is not there. */
const WAIT_MS = LONG_FORM ? 60_000 : 5_000;
/** Nobody listens here, and no server of another test can be given this port while the calls wait. */
const NOBODY = 'http://127.0.0.1:2';
/** Each call may take its deadline; the seeds overlap, since nearly all of it is waiting. */
const PATIENCE = { timeout: LONG_FORM ? 900_000 : 300_000 };

/** 30 % of answers lost after the effect, 20 % refused with a Retry-After, 5 % reset before the effect. */
const badWeather = (seed: number): Weather => ({
  seed,
  dropAnswer: 0.3,
  respond429: 0.1,
  respond503: 0.1,
  retryAfter: seed % 2,
  dropRequest: 0.05,
});

/** Nothing in it says that a call was not carried out: none may be sent twice. */
const DOUBT: Weather = {
  seed: 6,
  dropAnswer: 0.2,
  respond500: 0.2,
  respond503: 0.1,
  stallHeaders: 0.1,
  stallBody: 0.1,
};

/**
 * The runs overlap, since nearly all of their time is waiting: they all start here, and each test below awaits its own.
 * But one burst comes at a time: the next one starts when each call of the one before has been at the server.
 */
const runs = new Map<string, Promise<void>>();
const ends: (() => unknown)[] = [];
beforeAll(() => {
  const start = (name: string, run: Promise<void>) => {
    run.catch(() => {}); // its test tells of it
    runs.set(name, run);
  };
  for (const seed of SEEDS) start(`default ${seed}`, proveExactlyOnce(CALLS, badWeather(seed), {}));
  for (const seed of SEEDS) start(`never ${seed}`, proveNeverDoubled(badWeather(seed)));
  start('never, in doubt', proveNeverRepeated());
  for (const seed of SEEDS) {
    const weather = { ...badWeather(seed), stallBody: 0.03 };
    start(
      `hurried ${seed}`,
      proveExactlyOnce(HURRIED_CALLS, weather, { timeoutMs: HURRIED_MS, deadlineMs: HURRIED_TOTAL_MS }),
    );
  }
});
afterAll(() => Promise.all(ends.map((end) => end())));

let turn: Promise<unknown> = Promise.resolve();

/** Waits for the turn of a burst, lets it go, and passes the turn on once so many calls have arrived. */
async function inTurn<T>({ calls }: FakeKobble, count: number, burst: () => Promise<T>): Promise<T> {
  const before = turn;
  let pass: () => void = () => {};
  turn = new Promise<void>((resolve) => (pass = resolve));
  await before;
  const arrived = setInterval(() => calls.length >= count && pass(), 20);
  try {
    return await burst();
  } finally {
    clearInterval(arrived);
    pass();
  }
}

/** So many cards and so many credits at once, in this weather: all succeed, and the fake carried each out once. */
async function proveExactlyOnce(count: number, weather: Weather, options: KobbleClientOptions): Promise<void> {
  const { fake, client } = await serveFake({}, (end) => ends.push(end));
  const kobble = client(options);
  const program_id = fake.state.addProgram().id;
  const wallets = Array.from({ length: count }, () => fake.state.addActiveWallet().id);
  const credited = fake.state.addActiveWallet().id;
  fake.faults.random(weather);

  const arrivals = LONG_FORM && options.timeoutMs !== undefined ? Number.POSITIVE_INFINITY : 2 * count;
  const [cards, credits] = await inTurn(fake, arrivals, () =>
    Promise.all([
      atOnce(count, (index) => kobble.cards.create({ wallet_id: wallets[index] ?? '', program_id })),
      atOnce(count, (index) =>
        kobble.transactions.createManualCredit({ amount: 1, to: credited, reference: `credit-${index}`, metadata: {} }),
      ),
    ]),
  );

  // all succeed …
  expect(failuresOf([...cards, ...credits])).toEqual([]);
  // … none is missing, and none doubled: each wallet has one card, each reference one credit, and the sum is right
  const cardsOf = countOf([...fake.state.cards.values()].map(({ wallet_id }) => wallet_id));
  expect(cardsOf).toEqual(new Map(wallets.map((wallet) => [wallet, 1])));
  const creditsOf = countOf([...fake.state.transactions.values()].map(({ reference }) => reference));
  expect(creditsOf.size).toBe(count);
  expect(new Set(creditsOf.values())).toEqual(new Set([1]));
  expect(fake.state.wallets.get(credited)?.amount).toBe(count);
  expect(fake.state.effectsOf('createCard', 'createManualCredit')).toHaveLength(2 * count);
  // what the caller was given is the card of its wallet, also where the first answer was lost
  const given = cards.map((result) => (result.status === 'fulfilled' ? result.value.wallet_id : undefined));
  expect(given).toEqual(wallets);
  // one key for each call, on all of its attempts
  const attempts = fake.calls.of('createCard', 'createManualCredit');
  expect(new Set(attempts.map(({ key }) => key)).size).toBe(2 * count);
  // and the weather was as bad as it was said to be: at least two attempts a call, one in five of them lost
  expect(attempts.length).toBeGreaterThan(2 * count * 1.6);
  const hits = countOf(attempts.map(({ fault }) => fault));
  expect(hits.get('dropAnswer') ?? 0).toBeGreaterThan(attempts.length * 0.2);
  expect(hits.get('respond') ?? 0).toBeGreaterThan(attempts.length * 0.1);
  expect(hits.get('dropRequest') ?? 0).toBeGreaterThan(0);
  expect(hits.has('stallBody')).toBe(weather.stallBody !== undefined);
}

/** How calls failed, in short: a list of 500 errors tells nothing. */
const failuresOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  [...countOf(results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : [])))].slice(0, 10);

/** Operations that take no key; each body can carry a mark. */
const NEVER = ['createRelay', 'createWebhook', 'createEnduser'] as const;

function create(kobble: KobbleClient, index: number): Promise<unknown> {
  const mark = `https://hooks.example.com/${index}`;
  if (index % 3 === 0) return kobble.relays.create({ url: mark });
  if (index % 3 === 1) return kobble.webhooks.create({ url: mark });
  return kobble.endusers.create({ company: { name: mark } });
}

/** So many calls without a key at once, in this weather: none is doubled, and each failure is true. How often they were sent. */
async function sendKeyless(weather: Weather, options: KobbleClientOptions) {
  const { fake, client } = await serveFake({}, (end) => ends.push(end));
  const kobble = client(options);
  fake.faults.random({ ...weather, operations: NEVER });

  const results = await inTurn(fake, KEYLESS_CALLS, () => atOnce(KEYLESS_CALLS, (index) => create(kobble, index)));

  const told = checkTold(fake, results);
  // both kinds of doubt were there
  expect(told.get('unknown, done')).toBeGreaterThan(KEYLESS_CALLS * 0.2);
  expect(told.get('unknown, not done')).toBeGreaterThan(0);
  return { told, attempts: fake.calls.of(...NEVER).length };
}

/** Refusals are waited out: some calls take more than one attempt. */
async function proveNeverDoubled(weather: Weather): Promise<void> {
  const { told, attempts } = await sendKeyless(weather, {});
  expect(attempts).toBeGreaterThan(KEYLESS_CALLS * 1.02); // only a 429 is waited out
  expect(told.get('ok')).toBeGreaterThan(KEYLESS_CALLS * 0.4);
}

/** In doubt, none takes more than one. */
async function proveNeverRepeated(): Promise<void> {
  const { attempts } = await sendKeyless(DOUBT, { timeoutMs: DOUBT_MS });
  expect(attempts).toBeLessThanOrEqual(KEYLESS_CALLS);
}

/** Holds what the caller of each call was told against what the fake did; counts what was told. */
function checkTold({ state }: FakeKobble, results: readonly PromiseSettledResult<unknown>[]): Map<string, number> {
  const marks = state.effects.map(({ body }) => Number(/example\.com\/(\d+)/.exec(JSON.stringify(body))?.[1]));
  const effects = countOf(marks);
  const told = results.map((result, index) => {
    const carriedOut = effects.get(index) ?? 0;
    expect(carriedOut, `call ${index} is not doubled`).toBeLessThanOrEqual(1);
    if (result.status === 'fulfilled') {
      expect(carriedOut, `call ${index} succeeded`).toBe(1);
      return 'ok';
    }
    const outcome = isKobbleError(result.reason) ? result.reason.outcome : 'not an error of ours';
    expect(['unknown', 'not-sent'], String(result.reason)).toContain(outcome);
    if (outcome === 'not-sent') expect(carriedOut, `call ${index} was not sent`).toBe(0);
    return `${outcome}, ${carriedOut === 1 ? 'done' : 'not done'}`;
  });
  return countOf(told);
}

describe(`${CALLS} cards and ${CALLS} credits at once, with default options only`, () => {
  test.for(SEEDS)('seed %d', PATIENCE, (seed) => runs.get(`default ${seed}`));
});

describe(`${KEYLESS_CALLS} calls without a key at once are never doubled, and every failure says the truth`, () => {
  test.for(SEEDS)('seed %d', PATIENCE, (seed) => runs.get(`never ${seed}`));

  test('in doubt: each is sent once', PATIENCE, () => runs.get('never, in doubt'));

  test('where nobody is there: not sent', PATIENCE, async () => {
    const { fake, client } = await serveFake();
    const options = { token: fake.state.addToken(), retry: { maxRetries: 3 }, deadlineMs: WAIT_MS };
    const kobble = client({ ...options, baseUrl: NOBODY });
    const told = checkTold(fake, await atOnce(100, (index) => create(kobble, index)));
    expect(told).toEqual(new Map([['not-sent, not done', 100]]));
  });

  test('where the server dies under them', PATIENCE, async () => {
    const { fake, client } = await serveFake({ latencyMs: 20 });
    const kobble = client({ token: fake.state.addToken(), retry: { maxRetries: 3 } });
    const running = atOnce(100, (index) => create(kobble, index));
    await expect.poll(() => fake.state.effects.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(0);
    await fake.close();
    const told = checkTold(fake, await running);
    expect((told.get('unknown, done') ?? 0) + (told.get('unknown, not done') ?? 0)).toBeGreaterThan(0);
  });
});

describe(`${HURRIED_CALLS} cards and ${HURRIED_CALLS} credits at once, 3 % of the bodies stalled, a timeout of ${HURRIED_MS} ms`, () => {
  test.for(SEEDS)('seed %d', PATIENCE, (seed) => runs.get(`hurried ${seed}`));
});
