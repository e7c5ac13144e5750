// Proves that a function gives the secret of each token request, and that its failures say what failed without a foreign word.
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredToken } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { json, status, token } from '../support/replies.js';
import { SECRET, setUp } from '../support/requests.js';
import { deferred, holdTime, idle, letTimePass } from '../support/time.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

const secretsOf = (requests: readonly { body: string | undefined }[]) =>
  requests.map(({ body }) => new URLSearchParams(body).get('client_secret'));

describe('clientSecret as a function', () => {
  it('is called for each token request, so that a secret can be replaced', async () => {
    let current = 'first';
    const ask = vi.fn(async () => current);
    const { kobble, tokenRequests } = setUp({ clientSecret: ask, tokens: () => token('T', 100) });
    await Promise.all([kobble.cards.get('1'), kobble.cards.get('2')]);
    current = 'second';
    await vi.advanceTimersByTimeAsync(99_000);
    await kobble.cards.get('3');
    expect(secretsOf(tokenRequests)).toEqual(['first', 'second']);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('may return at once, and is called again after a refusal', async () => {
    const secrets = ['old', 'new'];
    const tokens = (_: unknown, index: number) =>
      index === 0 ? json({ error: 'invalid_client' }, 401) : token('T', 100);
    const { kobble, tokenRequests } = setUp({ clientSecret: () => secrets.shift() ?? '', tokens });
    expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ code: 'token_unavailable', status: 401 });
    await kobble.cards.get('1');
    expect(secretsOf(tokenRequests)).toEqual(['old', 'new']);
  });

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw Object.assign(new Error(`vault has ${SECRET}`), { code: 'ECONNREFUSED' });
      },
      'failed: Error (ECONNREFUSED)',
    ],
    ['rejects with a text', () => Promise.reject(`bad ${SECRET}`), 'failed: string'],
    ['returns nothing', () => undefined, 'failed: TypeError'],
    ['returns an empty text', async () => '', 'failed: TypeError'],
    ['returns an object', () => ({ value: SECRET }), 'failed: TypeError'],
  ])('that %s: nothing is sent, and the error says so', async (_, ask, why) => {
    const lines: string[] = [];
    const write = (line: string, ...details: unknown[]) => void lines.push(line, inspect(details, { depth: 9 }));
    const logger = { error: write, warn: write, info: write, debug: write };
    const { kobble, sent, tokenRequests } = setUp({ clientSecret: ask as () => string, logger, logLevel: 'debug' });
    const error = await failureOf(kobble.cards.get('1'));
    expect(error).toMatchObject({ name: 'AuthenticationError', code: 'token_unavailable', outcome: 'not-sent' });
    expect(error.cause).toMatchObject({ name: 'ConfigError', code: 'client_secret_unavailable' });
    const expected = `GET /customers/v1/cards/{id} → no token: kobble-client: clientSecret ${why}`;
    expect(error.message).toBe(expected);
    expect([...sent, ...tokenRequests]).toEqual([]);
    expect(inspect([error, kobble], { showHidden: true, depth: 20 }) + lines.join()).not.toMatch(/S3cr3t|vault|bad/);
  });

  it('that never returns ends each call at its deadline, and the next call asks again', async () => {
    const ask = vi.fn<() => string | Promise<string>>(() => new Promise<string>(() => {}));
    const { kobble } = setUp({ clientSecret: ask, deadlineMs: 10_000 });
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'deadline_exceeded', outcome: 'not-sent' });
    ask.mockReturnValue('late');
    await kobble.cards.get('1');
  });

  it('delays no other option: a fixed secret is sent in the same turn as ever', async () => {
    const { kobble, tokenRequests } = setUp();
    void kobble.cards.get('1');
    expect(tokenRequests).toHaveLength(1);
    await idle();
  });

  it('shares a token with those that have the same secret, and with no others', async () => {
    const stored = new Map<string, StoredToken>();
    const tokenStore = {
      get: (key: string) => stored.get(key),
      set: (key: string, value: StoredToken) => stored.set(key, value),
      delete: (key: string) => stored.delete(key),
    };
    const of = (clientSecret: string | (() => string)) => setUp({ clientSecret, tokenStore });
    const all = [of(() => 'one'), of(() => 'two'), of('one')];
    for (const { kobble } of all) await kobble.cards.get('1');
    expect(all.map(({ tokenRequests }) => tokenRequests.length)).toEqual([1, 1, 0]);
    expect([...stored.keys()].join()).not.toMatch(/one|two/);
  });

  it('sends nothing once the call that asked has been aborted', async () => {
    const secret = deferred<string>();
    const { kobble, tokenRequests } = setUp({ clientSecret: () => secret.promise, tokens: status(500) });
    const controller = new AbortController();
    const aborted = failureOf(kobble.cards.get('1', { signal: controller.signal }));
    await idle();
    controller.abort();
    expect(await aborted).toMatchObject({ name: 'AbortError', outcome: 'not-sent' });
    secret.resolve('late');
    await idle();
    expect(tokenRequests).toEqual([]);
  });

  it.each([7, {}, '', null])('refuses %o when the client is made', (clientSecret) => {
    expect(() => setUp({ clientSecret: clientSecret as string })).toThrow(/^kobble-client: clientSecret is missing/);
  });
});
