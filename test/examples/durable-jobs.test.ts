// Proves that an order is fulfilled once, however often its process is killed, before or after the effect of each step,
// or ended in order; and that a step without a key is not repeated while its request can still be on its way.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { bundleExample, start, type Ended, type Started } from '../support/example-program.js';

const STEPS = ['createEnduser', 'createWallet', 'updateWallet', 'createCard', 'createManualCredit'] as const;
type StepId = (typeof STEPS)[number];
type Moment = 'before the effect' | 'after the effect';
const KILLS = STEPS.flatMap((step) =>
  (['before the effect', 'after the effect'] as const).map((at) => [step, at] as const),
);

interface World {
  readonly fake: FakeKobble;
  /** Starts the job. */
  readonly begin: (onItsWayMs?: number) => Started;
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
    begin,
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

  it('is run again, and does not wait for a person, if a deploy ends its process between two steps', async () => {
    const { fake, run, begin } = await world();
    fake.faults.on('createEnduser').slow(500);
    const { child, ended } = begin();
    await expect.poll(() => fake.calls.of('createEnduser').length, { interval: 1 }).toBe(1);
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 75, printed: expect.stringContaining('client_closed') as string });
    expect(fake.state.endusers.size).toBe(1); // the call in progress has ended
    expect(await run()).toEqual({ code: 0, printed: '' });
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
