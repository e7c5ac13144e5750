// Proves that a check that was interrupted continues from its state without reading or counting anything twice, that the state
// contains no value, not even an id, and that lists are read beyond their first page if asked.
import { describe, expect, it } from 'vitest';
import { checkDrift, type DriftOptions, type DriftState } from '../../src/drift/index.js';
import { createFakeKobble } from '../../src/testing/index.js';
import { connector, deviatingFetch, storedValues } from '../support/loop/deviating-fetch.js';
import { CANARY } from '../support/loop/deviations.js';

/** A fake whose cards deviate, and a check of it. */
function world(cards = 3) {
  const fake = createFakeKobble();
  for (let card = 0; card < cards; card++) fake.state.addCard();
  const fetch = deviatingFetch(fake, {
    path: '/customers/v1/cards/{id}',
    change: ({ body }) => Object.assign(Object(body) as object, { nickname: CANARY }),
  });
  const check = (options: Partial<DriftOptions> = {}) =>
    checkDrift({ connect: connector(fake), fetch, callsPerSecond: 1_000_000, ...options });
  const sent = () => [...fake.calls].map(({ operationId }) => operationId);
  return { fake, check, sent };
}

/** Checks until so many operations are done, and returns the last state. */
async function interrupted(
  check: (options: Partial<DriftOptions>) => Promise<unknown>,
  done: number,
): Promise<DriftState> {
  const stopping = new AbortController();
  let last: DriftState | undefined;
  const onState = (state: DriftState) => {
    last = state;
    if (state.operations.length === done) stopping.abort(new Error('Stopped.'));
  };
  await expect(check({ signal: stopping.signal, onState })).rejects.toThrow('Stopped.');
  if (last === undefined) throw new Error('There is no state.');
  return JSON.parse(JSON.stringify(last)) as DriftState; // as it is read from a file
}

describe('a check that was interrupted', () => {
  it.each([1, 5, 8, 9, 10, 14])('after %i operations ends with the report of one that was not', async (done) => {
    const { fake, check } = world();
    const whole = await check();
    const state = await interrupted(check, done);
    for (const value of [CANARY, ...storedValues(fake)]) expect(JSON.stringify(state)).not.toContain(value);
    expect(await check({ resume: state })).toEqual(whole);
    expect(whole.findings).toMatchObject([{ pointer: '/nickname', count: 3 }]);
  });

  it('reads only what is not done, and the lists whose ids it needs', async () => {
    const { check, sent } = world();
    const state = await interrupted(check, 10); // the lists, and single beneficiaries and cards
    const before = sent().length;
    const rest: string[] = [];
    await check({ resume: state, onProgress: ({ endpoint }) => rest.push(endpoint) });
    expect(rest).toEqual([
      ...['card-programs', 'clients', 'endusers', 'transactions', 'wallets'].map((name) => `GET /customers/v1/${name}`),
      ...['card-programs', 'clients', 'endusers', 'transactions', 'wallets'].map(
        (name) => `GET /customers/v1/${name}/{id}`,
      ),
    ]);
    expect(sent().slice(before)).not.toContain('listCards');
  });

  it('cannot continue with another contract', async () => {
    const { check } = world();
    const state = { ...(await interrupted(check, 1)), contract: '000000000000' };
    await expect(check({ resume: state })).rejects.toThrow('resume is the state of another contract');
  });
});

describe('a list', () => {
  it.each([
    [undefined, 1],
    [2, 2],
    [9, 5],
  ])('is read with pagesPerList %s in %i pages', async (pagesPerList, pages) => {
    const { check, sent } = world(45); // the fake has 10 in a page
    const { operations, findings } = await check({ pagesPerList });
    expect(operations.find(({ operationId }) => operationId === 'listCards')?.responses).toEqual({ 200: pages });
    expect(sent().filter((id) => id === 'listCards')).toHaveLength(pages);
    expect(findings).toHaveLength(1);
  });
  it('that does not page is read once', async () => {
    const { check, sent } = world(45);
    await check({ pagesPerList: 5 });
    expect(sent().filter((id) => id === 'listWallets')).toHaveLength(1);
  });
});
