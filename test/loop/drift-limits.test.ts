// Proves that a check ends soon and with a report, whatever the size of a body and however slow the service is.
import { expect, it } from 'vitest';
import { checkDrift } from '../../src/drift/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { connector, deviatingFetch } from '../support/loop/deviating-fetch.js';

const fake = createFakeKobble();
fake.state.addCard();

/** Returns a name of letters alone, so that each is shown by itself. */
const nameOf = (index: number): string =>
  `f${index.toString().replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;

it('ends though an object has 200 000 fields that the contract does not have', async () => {
  const fields = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [nameOf(index), index]));
  const fetch = deviatingFetch(fake, {
    path: '/customers/v1/cards',
    change: ({ body }) => Object.assign((body as object[])[0] ?? {}, fields),
  });
  const { findings } = await checkDrift({ connect: connector(fake), fetch, callsPerSecond: 1_000_000 });
  expect(findings).toHaveLength(1_000);
  expect(findings[0]).toMatchObject({ kind: 'unknown-field', pointer: '/*/fa' });
}, 20_000);

it('ends at its time limit, with a report of what was read', async () => {
  const fetch: typeof fake.fetch = async (input, init) =>
    typeof input === 'string' && input.includes('/wallets') ? new Promise(() => {}) : fake.fetch(input, init);
  const states: number[] = [];
  const { operations } = await checkDrift({
    connect: connector(fake),
    fetch,
    callsPerSecond: 1_000_000,
    timeoutMs: 1_000,
    onState: (state) => states.push(state.operations.length),
  });
  const unread = operations.filter((one) => one.unread === 'the time of the check is over');
  expect(unread.map(({ operationId }) => operationId)).toContain('listWallets');
  expect(states.at(-1)).toBe(operations.length - unread.length);
  expect(operations.find(({ operationId }) => operationId === 'listCards')?.responses).toEqual({ 200: 1 });
}, 10_000);

it.each([
  { callsPerSecond: Number.NaN },
  { callsPerSecond: -1 },
  { callsPerSecond: 0 },
  { pagesPerList: Number.NaN },
  { idsPerList: -1 },
  { timeoutMs: Infinity },
])('refuses %j, which is no limit, and sends nothing', async (limit) => {
  let requests = 0;
  const fetch: typeof fake.fetch = (input, init) => {
    requests++;
    return fake.fetch(input, init);
  };
  await expect(checkDrift({ connect: connector(fake), fetch, ...limit })).rejects.toThrow(TypeError);
  expect(requests).toBe(0);
});

it('a rate of a call in a year does not mean at once', async () => {
  let requests = 0;
  const fetch: typeof fake.fetch = (input, init) => {
    requests++;
    return fake.fetch(input, init);
  };
  await checkDrift({ connect: connector(fake), fetch, callsPerSecond: 3e-8, timeoutMs: 300 });
  expect(requests).toBeLessThanOrEqual(2); // the token, and one call
});
