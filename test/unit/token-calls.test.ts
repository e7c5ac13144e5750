// Proves how calls get tokens: one request for many calls, one replay after a 401, and errors without secrets.
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status, token, type Reply } from '../support/replies.js';
import { CREDENTIALS, SECRET, setUp } from '../support/requests.js';
import { deferred, holdTime, idle, letTimePass } from '../support/time.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

/** Says no to these tokens, yes to others. */
const refusing =
  (...refused: string[]): Reply =>
  ({ headers }) =>
    refused.some((value) => headers['authorization'] === `Bearer ${value}`)
      ? json({ message: 'Unauthorized' }, 401)
      : json({ id: 'card-1' });

const many = <T>(count: number, call: () => Promise<T>) => Promise.all(Array.from({ length: count }, call));

describe('a token request', () => {
  it('is one for 200 first calls, a form to the token URL, and its token goes with every call', async () => {
    const { kobble, sent, tokenRequests } = setUp();
    await many(200, () => kobble.cards.get('1'));
    expect(sent).toHaveLength(200);
    expect(new Set(sent.map(({ headers }) => headers['authorization']))).toEqual(new Set(['Bearer token-1']));
    expect(tokenRequests).toHaveLength(1);
    expect(tokenRequests[0]).toMatchObject({
      url: 'https://api.kobble.test/oauth2/token',
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: `grant_type=client_credentials&client_id=client-1&client_secret=${SECRET}&scope=client%2Fread`,
    });
    expect(tokenRequests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is retried on 503, 429 and a broken connection, then fine', async () => {
    const tokens = inTurn(status(503), status(503), status(429), broken('ECONNRESET'), () => token('late', 60));
    const { kobble, sent, tokenRequests } = setUp({ tokens });
    await letTimePass(kobble.cards.get('1'));
    expect(tokenRequests).toHaveLength(5);
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer late']);
  });

  it.each([400, 401, 403])('that is answered %d is not retried', async (code) => {
    const tokens = () =>
      json({ error: 'invalid_client', error_description: `bad ${SECRET}` }, code, { 'x-request-id': 'r-9' });
    const { kobble, sent, tokenRequests } = setUp({ tokens });
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({
      name: 'AuthenticationError',
      code: 'token_unavailable',
      outcome: 'not-sent',
      status: code,
      attempts: 0,
      requestId: 'r-9',
    });
    expect(error.message).toMatch(/^GET \/customers\/v1\/cards\/\{id\} → no token: POST \/oauth2\/token → 40. \w+/);
    expect(error.message).toMatch(/ \(invalid_client\)$/);
    expect(inspect(error, { showHidden: true, depth: Number.POSITIVE_INFINITY })).not.toContain(SECRET);
    expect(tokenRequests).toHaveLength(1);
    expect(sent).toEqual([]);
  });

  it('that is told to wait longer than the deadline says so', async () => {
    const { kobble, tokenRequests } = setUp({ tokens: status(503, { 'retry-after': '3600' }) });
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({ code: 'token_unavailable', status: 503, retryAfterMs: 3_600_000 });
    expect(tokenRequests).toHaveLength(1);
  });

  it('whose error is no code of OAuth leaves it out of the message', async () => {
    const { kobble } = setUp({ tokens: () => json({ error: `client ${SECRET} unknown` }, 400) });
    expect((await failureOf(kobble.cards.get('1'))).message).toMatch(/400 Bad Request \(wrong token host/);
  });

  it.each<[string, Reply, isHinted: boolean]>([
    ['a 404', status(404), true],
    ['a 403 of a gateway', () => json({ message: 'Missing Authentication Token' }, 403), true],
    ['a 302', status(302, { location: 'https://cognito.test' }), true],
    ['a web page', () => new Response('<html>welcome</html>'), true],
    ['a refusal of OAuth', () => json({ error: 'invalid_client' }, 401), false],
    ['a 500', status(500), false],
  ])('answered with %s asks for the token host only if no token endpoint answers so', async (_, tokens, isHinted) => {
    const { kobble } = setUp({ tokens, deadlineMs: 2_000 });
    const { message } = await failureOf(letTimePass(kobble.cards.get('1')));
    const hint = '(wrong token host? the pages name two: see tokenUrl)';
    expect(message.endsWith(hint)).toBe(isHinted);
  });

  it.each<[string, Reply, cause: object]>([
    ['no JSON', () => new Response('<html>welcome</html>'), { code: 'invalid_token_answer' }],
    ['no access_token', () => json({ expires_in: 60 }), { code: 'invalid_token_answer' }],
    ['a number', () => json({ access_token: 7 }), { code: 'invalid_token_answer' }],
    ['null', () => json(null), { code: 'invalid_token_answer' }],
    ['a token that no header can carry', () => token('to\nken'), { code: 'invalid_token_answer' }],
    ['an empty token', () => token(''), { code: 'invalid_token_answer' }],
  ])('answered with %s ends in an AuthenticationError', async (_, tokens, cause) => {
    const { kobble, sent } = setUp({ tokens });
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({
      name: 'AuthenticationError',
      code: 'token_unavailable',
      outcome: 'not-sent',
      status: 200, // there was a response: 0 says that there was none
    });
    expect(error.cause).toMatchObject(cause);
    expect(sent).toEqual([]);
  });

  it('that nobody answers ends with the deadline, and the next call may succeed', async () => {
    const { kobble, sent, tokenRequests } = setUp({ tokens: inTurn(broken('ECONNREFUSED')), deadlineMs: 5_000 });
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error.outcome).toBe('not-sent');
    expect(tokenRequests.length).toBeGreaterThan(2);
    expect(sent).toEqual([]);
  });

  it.each<[string, Reply, string]>([
    ['answers', hanging, 'TimeoutError'],
    ['listens', broken('ECONNREFUSED'), 'ConnectionError'],
  ])('that nobody %s to says so, before the deadline of the calls that wait', async (_, tokens, cause) => {
    const { kobble } = setUp({ tokens, deadlineMs: 5_000 });
    const started = performance.now();
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({ name: 'AuthenticationError', outcome: 'not-sent' });
    expect(error.cause).toMatchObject({ name: cause });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('that failed is asked for again by the next call', async () => {
    const { kobble, sent, tokenRequests } = setUp({ tokens: inTurn(status(400), () => token('T', 60)) });
    await failureOf(kobble.cards.get('1'));
    await kobble.cards.get('1');
    expect(tokenRequests).toHaveLength(2);
    expect(sent).toHaveLength(1);
  });

  it('outlives the abort of a call that waits for it', async () => {
    const answer = deferred<Response>();
    const { kobble, sent, tokenRequests } = setUp({ tokens: () => answer.promise });
    const controller = new AbortController();
    const aborted = failureOf(kobble.cards.get('1', { signal: controller.signal }));
    const other = kobble.cards.get('2');
    await idle();
    controller.abort(new Error('no longer wanted'));
    expect((await aborted).cause).toMatchObject({ message: 'Error' });
    expect(tokenRequests[0]?.signal.aborted).toBe(false);
    answer.resolve(token('T', 60));
    await other;
    expect(tokenRequests).toHaveLength(1);
    expect(sent.map(({ url }) => url)).toEqual(['https://api.kobble.test/customers/v1/cards/2']);
  });

  it('that hangs ends a call at its own deadline, and not the others', async () => {
    const { kobble } = setUp({ tokens: inTurn(hanging, () => token('T', 60)), timeoutMs: 30_000 });
    const hasty = failureOf(letTimePass(kobble.cards.get('1', { deadlineMs: 2_000 })));
    const patient = letTimePass(kobble.cards.get('2'));
    expect(await hasty).toMatchObject({
      name: 'TimeoutError',
      code: 'deadline_exceeded',
      outcome: 'not-sent',
      attempts: 0,
    });
    await expect(patient).resolves.toEqual({ id: 'card-1' });
  });
});

describe('a background renewal', () => {
  it('that fails is one warning, and the old token serves on', async () => {
    const warn = vi.fn();
    const tokens = inTurn(
      () => token('T1', 100),
      status(400),
      () => token('T3', 100),
    );
    const logger = { warn, error: warn, info: warn, debug: warn };
    const { kobble, sent, tokenRequests } = setUp({ tokens, logger, logLevel: 'warn' });
    await kobble.cards.get('1');
    await vi.advanceTimersByTimeAsync(80_000);
    await kobble.cards.get('1');
    await idle();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.lastCall?.[0]).toMatch(/^kobble-client: a token could not be renewed; the old one is used/);
    await vi.advanceTimersByTimeAsync(5_000);
    await kobble.cards.get('1');
    await idle();
    await kobble.cards.get('1');
    expect(sent.map(({ headers }) => headers['authorization']?.slice(7))).toEqual(['T1', 'T1', 'T1', 'T3']);
    expect(tokenRequests).toHaveLength(3);
  });

  it('goes by a clock that does not jump with the wall clock', async () => {
    const { kobble, tokenRequests } = setUp({ tokens: () => token('T', 100) });
    await kobble.cards.get('1');
    vi.setSystemTime(Date.now() + 86_400_000 * 365);
    await kobble.cards.get('1');
    vi.setSystemTime(0);
    await kobble.cards.get('1');
    expect(tokenRequests).toHaveLength(1);
  });
});

describe('a 401', () => {
  it('that forty calls get for the same token causes one renewal', async () => {
    const { kobble, sent, tokenRequests } = setUp({ api: refusing('token-1') });
    const answers = await many(40, () => kobble.cards.get('1'));
    expect(answers).toHaveLength(40);
    expect(tokenRequests).toHaveLength(2);
    expect(sent).toHaveLength(80);
  });

  it('that comes late, for a token long renewed, causes none', async () => {
    const late = deferred<Response>();
    const api = inTurn(() => late.promise, refusing('token-1'));
    const { kobble, sent, tokenRequests } = setUp({ api });
    const slow = kobble.cards.get('1');
    await kobble.cards.get('2');
    expect(tokenRequests).toHaveLength(2);
    late.resolve(json({}, 401));
    await slow;
    expect(tokenRequests).toHaveLength(2);
    expect(sent.at(-1)?.headers['authorization']).toBe('Bearer token-2');
  });

  it('is replayed at once and free of the retry count, also for what is never retried', async () => {
    const { kobble, sent } = setUp({ api: refusing('token-1'), retry: { maxRetries: 0 } });
    await kobble.webhooks.create({ url: 'https://kobble.test/hook' });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.at).toBe(sent[0]?.at);
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  it('leaves the retries for what comes after it', async () => {
    const api = inTurn(status(401), status(503), () => json({ id: 'card-1' }));
    const { kobble, sent } = setUp({ api, retry: { maxRetries: 1 } });
    expect(await letTimePass(kobble.cards.get('1'))).toEqual({ id: 'card-1' });
    expect(sent).toHaveLength(3);
  });

  it('twice is an AuthenticationError', async () => {
    const refusal = () => json({ message: 'Unauthorized' }, 401, { 'x-request-id': 'r-1' });
    // were it replayed for ever, the test should end all the same
    const { kobble, sent, tokenRequests } = setUp({ api: (_, index) => (index < 20 ? refusal() : json({})) });
    const error = await failureOf(letTimePass(kobble.cards.get('1')));
    expect(error).toMatchObject({
      name: 'AuthenticationError',
      code: 'authentication_failed',
      outcome: 'rejected',
      status: 401,
      attempts: 2,
      requestId: 'r-1',
      message: 'GET /customers/v1/cards/{id} → 401 Unauthorized',
    });
    expect(sent).toHaveLength(2);
    expect(tokenRequests).toHaveLength(2);
  });
});

describe("the caller's own token", () => {
  it('is sent as it is, and a 401 is not replayed', async () => {
    const { kobble, sent, tokenRequests } = setUp({ token: 'mine', api: refusing('mine') });
    expect(await failureOf(kobble.cards.get('1'))).toMatchObject({ name: 'AuthenticationError', attempts: 1 });
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer mine']);
    expect(tokenRequests).toEqual([]);
  });

  it('from a function is asked for by each call, and again after a 401', async () => {
    const give = vi.fn(() => Promise.resolve(`own-${give.mock.calls.length}`));
    const { kobble, sent } = setUp({ token: give, api: refusing('own-2') });
    await kobble.cards.get('1');
    await kobble.cards.get('1');
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer own-1',
      'Bearer own-2',
      'Bearer own-3',
    ]);
  });

  it('may come from a function at once', async () => {
    const { kobble, sent } = setUp({ token: () => 'own' });
    await kobble.cards.get('1');
    expect(sent[0]?.headers['authorization']).toBe('Bearer own');
  });

  it.each([
    ['throws', () => Promise.reject(new Error('vault is sealed'))],
    ['gives nothing', () => ''],
    ['gives what no header can carry', () => 'a\r\nx-admin: 1'],
  ])('from a function that %s: nothing is sent', async (_, give) => {
    const { kobble, sent } = setUp({ token: give });
    const error = await failureOf(kobble.cards.get('1'));
    expect(error).toMatchObject({
      name: 'AuthenticationError',
      code: 'token_unavailable',
      outcome: 'not-sent',
      status: 0,
    });
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.message).not.toMatch(/vault|admin/);
    expect(sent).toEqual([]);
  });
});

it('credentials beside a token are refused', () => {
  expect(() => setUp({ ...CREDENTIALS, token: 'mine' })).toThrow(
    'kobble-client: token replaces clientId and clientSecret',
  );
});
