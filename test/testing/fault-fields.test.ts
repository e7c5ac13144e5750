// Proves that what a fake is told is read whole: a misspelt field or a wrong value is refused by name, and nothing is planned.
// A test would prove something else with it, and pass.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';

let fake: FakeKobble;
let card: string;
let wallet: string;
beforeEach(() => {
  fake = createFakeKobble();
  wallet = fake.state.addActiveWallet({ amount: 100 }).id;
  card = fake.state.addCard({ wallet_id: wallet }).id;
});
afterEach(() => fake.close());

/** As a caller without types, or with an object from elsewhere, calls it. */
const untyped = (value: unknown) => value as never;
const step = () => fake.faults.on('createCard');
const delivery = () => fake.webhooks.faults.next() as unknown as Record<string, (more: unknown) => void>;
const bought = () => String(fake.simulate.purchase({ card, amount: 10 }).transaction?.['id']);

describe('a field that there is not', () => {
  it.each<[string, () => unknown, string, string]>([
    ['respond', () => step().respond(503, untyped({ afetr: 'effect' })), 'afetr', 'after'],
    [
      'respond, of two',
      () => step().respond(503, untyped({ after: 'effect', retyAfter: 1 })),
      'retyAfter',
      'retryAfter',
    ],
    ['random', () => fake.faults.random(untyped({ seed: 1, dropanswer: 1 })), 'dropanswer', 'dropAnswer'],
    ['random, a status', () => fake.faults.random(untyped({ seed: 1, respnd503: 1 })), 'respnd503', 'respond503'],
    ['deliveries at random', () => fake.webhooks.faults.random(untyped({ seed: 1, lsoe: 1 })), 'lsoe', 'lose'],
    ['an option', () => createFakeKobble(untyped({ stric: false })), 'stric', 'strict'],
    [
      'an option in an option',
      () => createFakeKobble({ rateLimit: untyped({ calls: 1, perMS: 1 }) }),
      'perMS',
      'perMs',
    ],
    ['a refund', () => fake.simulate.refund(untyped({ transaction: bought(), amuont: 1 })), 'amuont', 'amount'],
    ['a decline', () => fake.simulate.decline(untyped({ card, amount: 1, raeson: 'x' })), 'raeson', 'reason'],
    [
      'a purchase',
      () => fake.simulate.purchase(untyped({ card, amount: 1, referense: 'x' })),
      'referense',
      'reference',
    ],
    ['a status', () => fake.simulate.status(untyped({ card, status: 'LOST', eventTyp: 'x' })), 'eventTyp', 'eventType'],
    ['a wallet', () => fake.state.addWallet(untyped({ amout: 1 })), 'amout', 'amount'],
    ['a card', () => fake.state.addCard(untyped({ walletid: wallet })), 'walletid', 'wallet_id'],
    ['a program', () => fake.state.addProgram(untyped({ tpye: 'VIRTUAL' })), 'tpye', 'type'],
    ['an enduser', () => fake.state.addEnduser(untyped({ persn: null })), 'persn', 'person'],
  ])('of %s is refused, with the nearest one', (_, call, given, nearest) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(new RegExp(`^kobble-client: "?${given}"? is not .*\\. Did you mean "${nearest}"\\?$`));
    expect(fake.faults.pending()).toEqual([]);
  });

  it.each(['dropAnswer', 'dropRequest', 'stallHeaders', 'stallBody', 'expireToken'] as const)(
    'of %s(), which takes none, is refused',
    (fault) => {
      const faults = step() as unknown as Record<string, (more: unknown) => void>;
      expect(() => faults[fault]?.({ times: 3 })).toThrow(`"times" is not a field of ${fault}()`);
      expect(fake.faults.pending()).toEqual([]);
    },
  );

  it.each(['swap', 'lose', 'forge'])('of %s(), which takes none, is refused', (fault) => {
    expect(() => delivery()[fault]?.({ times: 3 })).toThrow(`"times" is not a field of ${fault}()`);
    expect(fake.webhooks.faults.pending()).toEqual([]);
  });

  it('of a subscription, or of what listens, is refused', async () => {
    const retryDelay = untyped({ retryDelay: 1 });
    await expect(fake.webhooks.deliverTo('http://localhost/', retryDelay)).rejects.toThrow(
      'Did you mean "retryDelayMs"?',
    );
    await expect(fake.listen(0, untyped({ intercpt: () => {} }))).rejects.toThrow('Did you mean "intercept"?');
  });

  it('is refused with all that there are, if none is near', () => {
    expect(() => step().respond(503, untyped({ count: 3 }))).toThrow(
      'kobble-client: "count" is not a field of respond(). It has status, after, retryAfter, body, headers',
    );
  });

  it('is refused also if every object seems to have it', () => {
    expect(() => step().respond(503, untyped({ toString: 1 }))).toThrow('"toString" is not a field of respond()');
  });
});

describe('a wrong value', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['after', () => step().respond(503, { after: untyped('efect') }), /"after" of respond\(\) must be "effect"/],
    ['retryAfter', () => step().respond(503, { retryAfter: untyped({}) }), /"retryAfter" of respond\(\) must be/],
    ['headers', () => step().respond(503, { headers: untyped({ a: 1 }) }), /"headers" of respond\(\) must be/],
    ['status', () => step().respond(untyped('503')), /"status" of respond\(\) must be/],
    ['slow', () => step().slow(untyped('5')), /"milliseconds" of slow\(\) must be/],
    ['slow, below 0', () => step().slow(-1), /"milliseconds" of slow\(\) must be/],
    ['garble', () => step().garble(untyped('ct')), /"how" of garble\(\) must be "html" or "cut"/],
    ['a random mix without a seed', () => fake.faults.random(untyped({ dropAnswer: 1 })), /"seed" of .* must be/],
    ['a rate that is text', () => fake.faults.random({ seed: 1, slow: untyped('1') }), /"slow" of .* must be/],
    ['a rate above 1', () => fake.faults.random({ seed: 1, respond503: 2 }), /"respond503" of .* must be/],
    ['a status no response has', () => fake.faults.random({ seed: 1, respond999: 1 }), /respond999/],
    ['a delay of messages', () => fake.webhooks.faults.random({ seed: 1, delayMs: untyped('1') }), /"delayMs" of/],
    [
      'an option',
      () => createFakeKobble({ cardCreatedStatus: untyped(203) }),
      /"cardCreatedStatus" of .* 200, 201 or 202/,
    ],
    ['another option', () => createFakeKobble({ strict: untyped('no') }), /"strict" of .* must be true or false/],
    ['an amount of null', () => fake.simulate.refund({ transaction: bought(), amount: untyped(null) }), /amount/],
    ['a reference', () => fake.simulate.purchase({ card, amount: 1, reference: untyped(5) }), /"reference" of/],
    ['a status of a card', () => fake.simulate.status({ card, status: 'SUSPENDD' }), /status must be ACTIVE/],
    [
      'a card and a wallet',
      () => fake.simulate.status(untyped({ card, wallet, status: 'LOST' })),
      /a card or a wallet/,
    ],
    ['what is stored', () => fake.state.addWallet({ amount: untyped('100') }), /amount must be/],
    ['a status that is stored', () => fake.state.addCard({ status: 'ACITVE' }), /status must be ACTIVE/],
    ['no object', () => fake.state.addCard(untyped('card')), /must be an object/],
    ['time that is text', () => fake.clock.advance(untyped('5')), /"advance" .*must be/],
    ['time that goes back', () => fake.clock.advance(-1), /"advance" .*must be/],
    ['no time', () => fake.clock.advance(Number.NaN), /"advance" .*must be/],
  ])('of %s is refused, and changes nothing', (_, call, reason) => {
    const stored = fake.state.wallets.get(wallet);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(reason);
    expect(fake.faults.pending()).toEqual([]);
    expect([fake.state.cards.size, fake.state.wallets.size]).toEqual([1, 1]);
    expect(stored?.status).toBe('ACTIVE');
  });

  it('of the name of an operation is refused, with the nearest one', () => {
    expect(() => fake.faults.on(untyped('createCrad'))).toThrow('Did you mean "createCard"?');
  });
});

it('a fake that is not strict stores what the contract does not have', () => {
  const open = createFakeKobble({ strict: false });
  expect(open.state.addWallet(untyped({ amout: 1 }))).toMatchObject({ amout: 1 });
});
