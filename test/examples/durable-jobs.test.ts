// Proves that an order is fulfilled once, however often its process is killed, before or after the effect of each step; that a
// step without a key is not repeated while its request can still be on its way; and what a queue does after which error.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createKobbleClient } from '../../src/index.js';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { bundleExample, start, type Ended } from '../support/example-program.js';

const STEPS = ['createEnduser', 'createWallet', 'updateWallet', 'createCard', 'createManualCredit'] as const;
type StepId = (typeof STEPS)[number];
type Moment = 'before the effect' | 'after the effect';
const KILLS = STEPS.flatMap((step) =>
  (['before the effect', 'after the effect'] as const).map((at) => [step, at] as const),
);

interface World {
  readonly fake: FakeKobble;
  /** Runs the job until it ends. */
  readonly run: (onItsWayMs?: number) => Promise<Ended>;
  /** Runs the job, and kills it at a step. */
  readonly kill: (step: StepId, at: Moment) => Promise<void>;
}

async function world(): Promise<World> {
  const { program, folder } = await bundleExample('examples/durable-jobs/run.ts');
  const fake = createFakeKobble({ clientId: 'client-1', clientSecret: 'secret-1' });
  onTestFinished(() => fake.close());
  const held = new Set<string>();
  let arrived: () => void = () => undefined;
  const intercept = ({ method, url }: Request) => {
    const isHeld = held.has(`${method} ${new URL(url).pathname.replace(/wallets\/.*/, 'wallets/{id}')}`);
    if (!isHeld) return undefined;
    arrived();
    return new Promise<undefined>(() => undefined);
  };
  const { url } = await fake.listen(0, { intercept });
  const order = join(folder, 'order.json');
  const person = { first_name: 'Ada', last_name: 'Byron', email: 'ada@example.com', phone_number: '+61400000000' };
  writeFileSync(order, JSON.stringify({ id: 'order-7', person, programId: fake.state.addProgram().id, amount: 500 }));
  const begin = (onItsWayMs = 0) => start(program, [order, String(onItsWayMs)], url);
  return {
    fake,
    run: (onItsWayMs) => begin(onItsWayMs).ended,
    kill: async (step, at) => {
      const holding = new Promise<void>((resolve) => (arrived = resolve));
      if (at === 'before the effect') held.add(REQUESTS[step]);
      else fake.faults.on(step).stallHeaders();
      const { child, ended } = begin();
      const isStalled = () => fake.calls.of(step).some(({ status }) => status === 'stalled');
      if (at === 'before the effect') await holding;
      else await expect.poll(isStalled, { interval: 1 }).toBe(true);
      child.kill('SIGKILL');
      expect((await ended).code).toBe('SIGKILL');
      held.clear();
      fake.calls.clear();
    },
  };
}

const REQUESTS: Readonly<Record<StepId, string>> = {
  createEnduser: 'POST /customers/v1/endusers',
  createWallet: 'POST /customers/v1/wallets',
  updateWallet: 'PATCH /customers/v1/wallets/{id}',
  createCard: 'POST /customers/v1/cards',
  createManualCredit: 'POST /customers/v1/transactions/manual-credit',
};

/** Expects one of each. The wallet is set to ACTIVE, which may be done again. */
function expectOneOfEach({ state }: FakeKobble): void {
  const made = STEPS.filter((step) => step !== 'updateWallet').map((step) => [step, state.effectsOf(step).length]);
  expect(made).toEqual([
    ['createEnduser', 1],
    ['createWallet', 1],
    ['createCard', 1],
    ['createManualCredit', 1],
  ]);
  const [wallet] = state.wallets.values();
  const [card] = state.cards.values();
  expect([wallet?.amount, wallet?.status, card?.wallet_id]).toEqual([500, 'ACTIVE', wallet?.id]);
}

describe('an order', () => {
  it('is fulfilled once, although its process is killed before and after the effect of each step', async () => {
    const { fake, run, kill } = await world();
    for (const [step, at] of KILLS) await kill(step, at);
    expect(await run()).toEqual({ code: 0, printed: '' });
    expectOneOfEach(fake);
    expect(await run()).toEqual({ code: 0, printed: '' }); // as a queue that delivers it again
    expectOneOfEach(fake);
  });

  it('makes nothing again while the request of an earlier run can be on its way', async () => {
    const { fake, run, kill } = await world();
    await kill('createEnduser', 'before the effect');
    const { code, printed } = await run(60_000);
    expect([code, printed]).toEqual([75, expect.stringMatching(/do: 'look', afterMs: \d+/)]);
    expect(fake.state.effects).toEqual([]);
  });
});

it.each([
  [400, 'createCard', { do: 'stop' }],
  [429, 'createCard', { do: 'retry', afterMs: 7_200_000 }],
  [503, 'createCard', { do: 'retry', afterMs: 7_200_000 }],
  [503, 'createEnduser', { do: 'look', afterMs: 7_200_000 }],
] as const)('after a %i of %s, a queue is told %j', async (status, operation, decision) => {
  const decide = await loadDecide();
  const fake = createFakeKobble();
  const kobble = createKobbleClient(fake.clientOptions());
  fake.faults.on(operation).respond(status, { retryAfter: 7_200 });
  const body = { wallet_id: fake.state.addActiveWallet().id, program_id: fake.state.addProgram().id };
  const call =
    operation === 'createCard'
      ? kobble.cards.create(body)
      : kobble.endusers.create({ company: { name: 'Analytical' } });
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(decide(error)).toEqual(decision);
  expect(decide(new Error('the database is gone'))).toEqual({ do: 'retry', afterMs: 0 });
});

it('a queue is told to stop if the client secret is refused, though nothing was sent', async () => {
  const decide = await loadDecide();
  const credentials = { clientId: 'shop', scope: 'client/read' };
  const fake = createFakeKobble({ ...credentials, clientSecret: 'right' });
  const { baseUrl, fetch, clock } = fake.clientOptions();
  const kobble = createKobbleClient({ baseUrl, fetch, clock, ...credentials, clientSecret: 'wrong', logLevel: 'off' });
  const error: unknown = await kobble.cards.list().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'token_unavailable', outcome: 'not-sent' });
  expect(decide(error)).toEqual({ do: 'stop' });
});

async function loadDecide(): Promise<(error: unknown) => unknown> {
  const { program } = await bundleExample('examples/durable-jobs/decide.ts');
  return ((await import(pathToFileURL(program).href)) as { decide: (error: unknown) => unknown }).decide;
}
