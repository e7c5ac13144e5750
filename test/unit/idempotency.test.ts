// Proves that all attempts of a call send the same key, and that derived keys are stable and unambiguous.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callOf, idempotencyKeyFrom } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { broken, inTurn, json, status, type Sent } from '../support/replies.js';
import { setUp, UUID_V4 } from '../support/requests.js';
import { holdTime, letTimePass } from '../support/time.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const keysOf = (sent: readonly Sent[]) => sent.map(({ headers }) => headers['idempotency-key']);

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

describe('a keyed operation', () => {
  it('has a key of its own for each call', async () => {
    const { kobble, sent } = setUp();
    await kobble.cards.create(CARD);
    await kobble.cards.create(CARD);
    const [first, second] = keysOf(sent);
    expect(first).toMatch(UUID_V4);
    expect(second).toMatch(UUID_V4);
    expect(first).not.toBe(second);
  });

  it('keeps it over retries and the replay after a 401', async () => {
    const api = inTurn(status(503), broken('ECONNRESET'), status(401), status(500), () => json({ id: 'card-1' }));
    const { kobble, sent } = setUp({ api });
    await letTimePass(kobble.cards.create(CARD));
    expect(sent).toHaveLength(5);
    expect(new Set(keysOf(sent)).size).toBe(1);
    expect(sent[2]?.headers['authorization']).toBe('Bearer token-1');
    expect(sent[3]?.headers['authorization']).toBe('Bearer token-2');
  });

  it('uses the key it is given, and names it on the error', async () => {
    const { kobble, sent } = setUp({ api: status(409) });
    const error = await failureOf(kobble.cards.create(CARD, { idempotencyKey: KEY }));
    expect(keysOf(sent)).toEqual([KEY]);
    expect(error.idempotencyKey).toBe(KEY);
  });

  it('takes it from the typed fetch as header, header parameter or option', async () => {
    const { kobble, sent } = setUp();
    await apiOf(kobble).POST('/customers/v1/cards', { body: CARD, headers: { 'Idempotency-Key': KEY } });
    await apiOf(kobble).POST('/customers/v1/cards', { body: CARD, params: { header: { 'Idempotency-Key': KEY } } });
    await apiOf(kobble).POST('/customers/v1/cards', { body: CARD });
    expect(keysOf(sent).slice(0, 2)).toEqual([KEY, KEY]);
    expect(keysOf(sent)[2]).toMatch(UUID_V4);
  });
});

describe('an operation without a key', () => {
  it('is sent without one', async () => {
    const { kobble, sent } = setUp();
    await kobble.cards.get('1');
    await kobble.webhooks.create({ url: 'https://kobble.test/hook' });
    expect(keysOf(sent)).toEqual([undefined, undefined]);
  });

  it('refuses a key, because its errors would say to repeat with it', async () => {
    const { kobble, sent, tokenRequests } = setUp();
    const hook = { url: 'https://kobble.test/hook' };
    const path = '/customer/v1/webhooks/subscriptions';
    for (const call of [
      () => kobble.request('POST', path, { body: hook, idempotencyKey: KEY }),
      // @ts-expect-error -- the operation takes no key
      () => kobble.webhooks.create(hook, { idempotencyKey: KEY }),
      () => apiOf(kobble).POST(path, { body: hook, headers: { 'Idempotency-Key': KEY } }),
    ]) {
      expect(await failureOf(call())).toMatchObject({ name: 'ConfigError', code: 'idempotency_key_not_supported' });
    }
    expect([...sent, ...tokenRequests]).toEqual([]);
  });

  it('is not retried with a key if the path is unknown: whether it takes one is not known', async () => {
    const { kobble, sent } = setUp({ api: broken('ECONNRESET') });
    await failureOf(letTimePass(kobble.request('POST', '/customers/v1/news', { body: {}, idempotencyKey: KEY })));
    expect(keysOf(sent)).toEqual([KEY]);
  });
});

describe('a bad key', () => {
  it.each([
    '',
    'order-1',
    KEY.replace('-41d3-', '-11d3-'),
    KEY.replace('-9a0c-', '-1a0c-'),
    KEY.slice(0, -1),
    `${KEY}0`,
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ])('is refused before anything is sent: %o', async (idempotencyKey) => {
    const { kobble, sent, tokenRequests } = setUp();
    for (const call of [
      () => kobble.cards.create(CARD, { idempotencyKey }),
      () => apiOf(kobble).POST('/customers/v1/cards', { body: CARD, headers: { 'Idempotency-Key': idempotencyKey } }),
      () => kobble.request('POST', '/customers/v1/news', { idempotencyKey }),
    ]) {
      const error = await failureOf(call());
      expect(error).toMatchObject({ name: 'ConfigError', code: 'invalid_idempotency_key', outcome: 'not-sent' });
      expect(error.message).toBe('kobble-client: idempotencyKey must be a UUID version 4');
    }
    expect([...sent, ...tokenRequests]).toEqual([]);
  });
});

describe('idempotencyKeyFrom', () => {
  it('gives these keys for ever: callers rely on them across versions', () => {
    expect(idempotencyKeyFrom('topup', 'order-1')).toBe('5610490f-7dc3-4113-a7d5-fcc4d97e1af8');
    expect(idempotencyKeyFrom('refund', 42)).toBe('8d0963a1-5fad-4ed1-ae2e-49f3cbfa38f4');
  });

  it('tells parts apart wherever they are cut', () => {
    expect(idempotencyKeyFrom('a', 'bc')).not.toBe(idempotencyKeyFrom('ab', 'c'));
    expect(idempotencyKeyFrom('a","b', 'c')).not.toBe(idempotencyKeyFrom('a', 'b', 'c'));
    // Any code point but halves of a pair; fast-check takes 2 s to build its own unit of them.
    const unit = fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
    const part = fc.string({ minLength: 1, unit: unit.map((code) => String.fromCodePoint(code)) });
    const parts = fc.tuple(part, part);
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = one[0] === other[0] && one[1] === other[1];
        expect(idempotencyKeyFrom(...one) === idempotencyKeyFrom(...other)).toBe(same);
      }),
    );
  });

  it('has the shape of a version 4', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer(), (name, number) => {
        expect(idempotencyKeyFrom(name, number)).toMatch(UUID_V4);
      }),
    );
  });

  it('is a key that a call takes', async () => {
    const { kobble, sent } = setUp();
    await kobble.cards.create(CARD, { idempotencyKey: idempotencyKeyFrom('card', 'order-1') });
    expect(sent).toHaveLength(1);
  });

  it.each<[parts: unknown[]]>([
    [[]],
    [['']],
    [['order-1']],
    [[42]],
    [['topup', '']],
    [[Number.NaN]],
    [['topup', undefined]],
    [[null]],
    [[{}]],
  ])('refuses %o, with which two jobs would share a key', (parts) => {
    const call = () => idempotencyKeyFrom(...(parts as [string, string])); // as a program without types may
    expect(call).toThrow('kobble-client: idempotencyKeyFrom needs what is done and for which record');
  });
});

describe('callOf', () => {
  it('returns the key of the call, and the outcome', async () => {
    const { kobble, sent } = setUp({ api: inTurn(status(400), status(500), () => json({ id: 'card-1' })) });
    const init = { method: 'POST', body: JSON.stringify(CARD), retry: { maxRetries: 0 } };
    const create = async () => callOf(await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, init));
    const calls = [await create(), await create(), await create()];
    expect(calls.map((call) => call?.outcome)).toEqual(['rejected', 'unknown', 'ok']);
    expect(calls.map((call) => call?.idempotencyKey)).toEqual(keysOf(sent));
    expect(callOf(new Response())).toBeUndefined();
  });
});
