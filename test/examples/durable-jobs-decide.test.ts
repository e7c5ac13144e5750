// Proves what the example of durable jobs tells a queue after each kind of error: what a deploy ends is run again, a
// wrong token host stops for a person, and no wait is so short that a loop is hot.
import { beforeAll, describe, expect, it } from 'vitest';
import { createKobbleClient, type KobbleClient, type KobbleClientOptions } from '../../src/index.js';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';
import { importExample } from '../support/example-program.js';

type Decide = (error: unknown, failures?: number) => { readonly do: string; readonly afterMs?: number };
let decide: Decide;
beforeAll(async () => void ({ decide } = await importExample<{ decide: Decide }>('examples/durable-jobs/decide.ts')));

const STOP = { do: 'stop' };
const retry = (afterMs = 1_000) => ({ do: 'retry', afterMs });
const look = (afterMs = 1_000) => ({ do: 'look', afterMs });

const failureOf = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

const CALLS = {
  createCard: ({ cards }: KobbleClient, { state }: FakeKobble) =>
    cards.create({ wallet_id: state.addActiveWallet().id, program_id: state.addProgram().id }),
  createEnduser: ({ endusers }: KobbleClient) => endusers.create({ company: { name: 'Analytical' } }),
  getWallet: ({ wallets }: KobbleClient, { state }: FakeKobble) => wallets.get(state.addWallet().id),
};

describe.each([
  [400, 'createCard', STOP],
  [401, 'createCard', STOP],
  [403, 'createCard', STOP],
  [404, 'getWallet', STOP],
  [409, 'createCard', retry()], // a call with its key may be in progress
  [409, 'createEnduser', STOP],
  [422, 'createCard', STOP],
  [425, 'createCard', retry()],
  [429, 'createEnduser', retry()],
  [500, 'createCard', retry()],
  [500, 'createEnduser', look()],
  [503, 'getWallet', look()],
] as const)('after a %i', (status, operation, decision) => {
  it(`of ${operation}, a queue is told to ${decision.do}`, async () => {
    const fake = createFakeKobble();
    fake.faults.on(operation).always().respond(status);
    const error = await failureOf(CALLS[operation](createKobbleClient(fake.clientOptions()), fake));
    expect(error).toMatchObject({ status });
    expect(decide(error)).toEqual(decision);
  });
});

describe('a queue is told to wait', () => {
  it.each([
    [429, 'createCard', 'retry'],
    [503, 'createCard', 'retry'],
    [503, 'createEnduser', 'look'],
  ] as const)('as long as the %i of %s says', async (status, operation, what) => {
    const fake = createFakeKobble();
    fake.faults.on(operation).respond(status, { retryAfter: 7_200 });
    const error = await failureOf(CALLS[operation](createKobbleClient(fake.clientOptions()), fake));
    expect(decide(error)).toEqual({ do: what, afterMs: 7_200_000 });
  });

  it('longer after each failure, and a second at least', () => {
    const lost = new Error('the database is gone');
    expect([0, 1, 5, 8, 9, 5_000].map((failures) => decide(lost, failures))).toEqual(
      [1_000, 2_000, 32_000, 256_000, 300_000, 300_000].map(retry),
    );
  });
});

describe('a deploy is no mistake of the job', () => {
  const failureAt = async (
    operation: 'createCard' | 'createEnduser',
    plan: (fake: FakeKobble, kobble: KobbleClient) => void,
  ): Promise<unknown> => {
    const fake = createFakeKobble();
    const kobble = createKobbleClient(fake.clientOptions());
    plan(fake, kobble);
    return failureOf(CALLS[operation](kobble, fake));
  };

  it('a call of a closed client is run again', async () => {
    const error = await failureAt('createEnduser', (_, kobble) => void kobble.close());
    expect(error).toMatchObject({ name: 'ConfigError', code: 'client_closed', outcome: 'not-sent' });
    expect(decide(error)).toEqual(retry());
  });

  it.each([
    ['createCard', retry()],
    ['createEnduser', look()],
  ] as const)('a call of %s that close() ends on its way is run again', async (operation, decision) => {
    const fake = createFakeKobble();
    const { baseUrl, token, fetch } = fake.clientOptions();
    const kobble = createKobbleClient({ baseUrl, token, fetch }); // on a real clock: the stall lasts
    fake.faults.on(operation).stallHeaders();
    const failure = failureOf(CALLS[operation](kobble, fake));
    await expect.poll(() => fake.calls.of(operation).length).toBe(1);
    await kobble.close({ timeoutMs: 0 });
    expect(await failure).toMatchObject({ code: 'aborted', outcome: 'unknown' });
    expect(decide(await failure)).toEqual(decision);
  });

  it('a call that is ended while it waits after a 429 is run again, though it was refused', async () => {
    const fake = createFakeKobble();
    const { baseUrl, token, fetch } = fake.clientOptions();
    fake.faults.on('createEnduser').always().respond(429, { retryAfter: 30 });
    const stop = new AbortController();
    const kobble = createKobbleClient({ baseUrl, token, fetch, hooks: { onRetry: () => stop.abort() } });
    const error = await failureOf(kobble.endusers.create({ company: { name: 'A' } }, { signal: stop.signal }));
    expect(error).toMatchObject({ code: 'aborted', outcome: 'rejected' });
    expect(decide(error)).toEqual(retry());
  });
});

it('an argument that is wrong stops for a person', async () => {
  const fake = createFakeKobble();
  const kobble = createKobbleClient({ ...fake.clientOptions(), readOnly: true });
  expect(decide(await failureOf(kobble.wallets.get('')))).toEqual(STOP);
  expect(decide(await failureOf(kobble.endusers.create({ company: { name: 'A' } })))).toEqual(STOP);
});

describe('without a token', () => {
  const credentials = { clientId: 'shop', scope: 'client/read' };
  const failureWith = (fake: FakeKobble, more: KobbleClientOptions = {}): Promise<unknown> => {
    const { baseUrl, fetch, clock } = fake.clientOptions();
    const options = { baseUrl, fetch, clock, ...credentials, clientSecret: 'right', logLevel: 'off' } as const;
    return failureOf(createKobbleClient({ ...options, ...more }).cards.list());
  };

  it.each([
    [400, STOP],
    [403, STOP],
    [404, STOP],
    [302, STOP],
    [408, retry()],
    [429, retry()],
    [500, retry()],
    [503, retry()],
  ])('because the token endpoint responds %i, a queue is told %j', async (status, decision) => {
    const fake = createFakeKobble();
    fake.faults.on('getAccessToken').always().respond(status);
    const error = await failureWith(fake);
    expect(error).toMatchObject({ code: 'token_unavailable', outcome: 'not-sent', status });
    expect(decide(error)).toEqual(decision);
  });

  it('because a wrong host responds 200 with a page, it is told to stop', async () => {
    const fake = createFakeKobble();
    fake.faults.on('getAccessToken').always().respond(200, { body: '<html>welcome</html>' });
    expect(decide(await failureWith(fake))).toEqual(STOP);
  });

  it('because the secret is refused, it is told to stop', async () => {
    const fake = createFakeKobble({ ...credentials, clientSecret: 'right' });
    expect(decide(await failureWith(fake, { clientSecret: 'wrong' }))).toEqual(STOP);
  });

  it('because nobody responds, or the vault of the secret is down, it is told to try again', async () => {
    const fake = createFakeKobble();
    fake.faults.on('getAccessToken').always().dropRequest();
    expect(decide(await failureWith(fake))).toEqual(retry());
    const clientSecret = () => Promise.reject(new Error('sealed'));
    expect(decide(await failureWith(createFakeKobble(), { clientSecret }))).toEqual(retry());
  });

  it('it is told to wait as long as the token endpoint says', async () => {
    const fake = createFakeKobble();
    fake.faults.on('getAccessToken').respond(429, { retryAfter: 3_600 });
    expect(decide(await failureWith(fake))).toEqual(retry(3_600_000));
  });
});
