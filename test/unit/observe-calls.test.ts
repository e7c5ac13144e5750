// Proves that hooks see each call from its start to its one end, that a caller's context comes through, and that hooks can
// add headers, but no others than they should.
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEndEvent, CallEvent, Hooks } from '../../src/index.js';
import { untyped } from '../support/attacks.js';
import { failureOf } from '../support/failure.js';
import { broken, hanging, inTurn, json, status } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { holdTime, letTimePass } from '../support/time.js';
import { apiOf } from '../support/openapi-client.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

type Event = CallEvent & Partial<CallEndEvent>;

function recorder() {
  const starts: Event[] = [];
  const ends: Event[] = [];
  const all: Event[] = [];
  const note = (list: Event[]) => (event: Event) => {
    list.push(event);
    all.push(event);
  };
  const hooks: Hooks = {
    onCallStart: note(starts),
    onCallEnd: note(ends),
    onRequest: note([]),
    onResponse: note([]),
    onRetry: note([]),
  };
  return { hooks, starts, ends, all };
}

describe('the start and end of a call', () => {
  it('have the same id, and say how it ended', async () => {
    const { hooks, starts, ends, all } = recorder();
    const api = inTurn(status(503), () => json({ id: '1' }, 201, { 'x-request-id': 'r-2' }));
    const { kobble, sent } = setUp({ api, token: 'T', hooks });
    await letTimePass(kobble.cards.create(CARD));
    await letTimePass(kobble.cards.get('1'));
    const key = sent[0]?.headers['idempotency-key'];
    const place = { method: 'POST', path: '/customers/v1/cards', origin: 'https://api.kobble.test' };
    const callId = starts[0]?.callId ?? 0;
    const call = { callId, operationId: 'createCard', ...place, idempotencyKey: key, context: undefined };
    expect(starts[0]).toEqual(call);
    const end = { outcome: 'ok', status: 201, requestId: 'r-2', error: undefined, attempts: 2 };
    expect(ends[0]).toEqual({ ...call, ...end, durationMs: expect.any(Number) as number });
    expect(all.map(({ callId }) => callId)).toEqual([
      ...Array<number>(7).fill(callId),
      ...Array<number>(4).fill(callId + 1),
    ]);
  });

  it('span the wait for a token, attempts, bodies and waits', async () => {
    const { hooks, ends } = recorder();
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 70));
      return json({ access_token: 'T' });
    };
    await letTimePass(setUp({ tokens: slow, hooks }).kobble.cards.get('1'));
    expect(ends.map(({ operationId, durationMs }) => [operationId, durationMs])).toEqual([
      ['getAccessToken', 70],
      ['getCard', 70],
    ]);
  });

  it('begin in the async context of the caller, before the method returns', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const hooks: Hooks = { onCallStart: () => void seen.push(storage.getStore()) };
    const { kobble } = setUp({ hooks, token: async () => 'T' });
    await storage.run('caller', async () => {
      const calls = [kobble.cards.get('1'), apiOf(kobble).GET('/customers/v1/cards'), kobble.request('GET', '/x')];
      expect(seen).toEqual(['caller', 'caller']);
      await Promise.all(calls);
      expect(seen).toEqual(['caller', 'caller', 'caller']); // one that reads a Request starts a little later
    });
  });

  const ended = async (
    options: Parameters<typeof setUp>[0],
    call = (k: ReturnType<typeof setUp>['kobble']) => k.cards.create(CARD) as Promise<unknown>,
  ) => {
    const { hooks, starts, ends } = recorder();
    const { kobble } = setUp({ retry: { maxRetries: 0 }, ...options, hooks });
    const error = await letTimePass(failureOf(call(kobble)));
    const [end] = ends.filter(({ operationId }) => operationId !== 'getAccessToken');
    expect(starts).toHaveLength(ends.length);
    expect(end?.error).toBe(error);
    return end;
  };

  it('tell of a refusal', async () => {
    expect(await ended({ api: status(404), token: 'T' })).toMatchObject({ outcome: 'rejected', status: 404 });
  });
  it('tell of a response that cannot be used', async () => {
    const end = await ended({ api: () => json([1], 200, { 'x-request-id': 'r-1' }), token: 'T' });
    expect(end).toMatchObject({
      outcome: 'unknown',
      status: 200,
      requestId: 'r-1',
      error: { code: 'unexpected_body' },
    });
  });
  it('tell of a lost connection', async () => {
    const end = await ended({ api: broken('ECONNRESET'), token: 'T' });
    expect(end).toMatchObject({ outcome: 'unknown', status: undefined, attempts: 1 });
  });
  it('tell of a deadline', async () => {
    const end = await ended({ api: hanging, token: 'T', deadlineMs: 100 });
    expect(end).toMatchObject({ outcome: 'unknown', durationMs: 100, error: { code: 'deadline_exceeded' } });
  });
  it('tell of an abort', async () => {
    const signal = AbortSignal.abort();
    const end = await ended({ token: 'T' }, (kobble) => kobble.cards.get('1', { signal }));
    expect(end).toMatchObject({ outcome: 'not-sent', attempts: 0, error: { code: 'aborted' } });
  });
  it('tell of a token that could not be had, of both calls', async () => {
    const { hooks, ends } = recorder();
    const { kobble } = setUp({ tokens: status(400), hooks });
    await failureOf(kobble.cards.get('1'));
    expect(ends).toMatchObject([
      { operationId: 'getAccessToken', outcome: 'rejected', status: 400, attempts: 1 },
      { operationId: 'getCard', outcome: 'not-sent', error: { code: 'token_unavailable' }, attempts: 0 },
    ]);
  });
  it('tell of a refusal that kobble.fetch does not throw', async () => {
    const { hooks, ends } = recorder();
    const { kobble } = setUp({ api: status(422), token: 'T', hooks });
    await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`);
    expect(ends).toMatchObject([{ outcome: 'rejected', status: 422, error: undefined }]);
  });

  it('are none if an argument is wrong', async () => {
    const { hooks, all } = recorder();
    const { kobble } = setUp({ token: 'T', hooks });
    const wrong = [
      kobble.cards.get('..'),
      kobble.cards.list(untyped({ limit: {} })),
      kobble.cards.list(untyped({ limit: '\ud800' })),
      kobble.cards.create(untyped(1n)),
      kobble.cards.create(CARD, { idempotencyKey: 'no' }),
      kobble.cards.get('1', { timeoutMs: -1 }),
      kobble.request('GET', '/x?y'),
      kobble.fetch('https://elsewhere.test/'),
    ];
    for (const call of wrong) await failureOf(call);
    expect(all).toEqual([]);
  });
});

describe('the context of a call', () => {
  it('is on each of its events, and is neither sent nor read', async () => {
    const { hooks, all } = recorder();
    const context = new Proxy({}, { get: () => expect.unreachable(), ownKeys: () => expect.unreachable() });
    const { kobble, sent } = setUp({ api: inTurn(status(503), () => json({ id: '1' })), token: 'T', hooks });
    await letTimePass(kobble.cards.get('1', { context }));
    await kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, { context });
    await kobble.request('GET', '/x', { context });
    expect(all).toHaveLength(7 + 4 + 4);
    for (const event of all) expect(event.context === context).toBe(true);
    expect(sent.map(({ headers }) => Object.keys(headers).sort().join())).toEqual(
      Array(4).fill('accept,authorization,user-agent'),
    );
  });
});

describe('several sets of hooks', () => {
  it('are called in order, each with an event of its own', async () => {
    const seen: unknown[] = [];
    const first: Hooks = {
      onCallStart: (event) => {
        seen.push(['first', event.callId]);
        Object.assign(event, { callId: 99 });
      },
    };
    const { kobble } = setUp({
      token: 'T',
      hooks: [first, { onCallStart: ({ callId }) => void seen.push(['second', callId]) }],
    });
    await kobble.cards.get('1');
    expect(seen).not.toContainEqual(['second', 99]);
    expect(seen).toEqual([
      ['first', expect.any(Number)],
      ['second', expect.any(Number)],
    ]);
  });
  it('are all checked', () => {
    expect(() => setUp({ hooks: [{}, untyped({ onCallEnd: 1 })] })).toThrow('hooks.onCallEnd must be a function');
  });
});

describe('headers of hooks', () => {
  const OWN_HEADERS = [
    ['accept', 'application/json'],
    ['user-agent', expect.any(String)],
    ['authorization', 'Bearer T'],
  ];

  it('are added to each attempt, not to token requests', async () => {
    const hooks: Hooks = {
      requestHeaders: ({ operationId, attempt }) => ({ Traceparent: `00-${operationId}-${attempt}` }),
    };
    const { kobble, sent, tokenRequests } = setUp({ api: inTurn(status(503), () => json({ id: '1' })), hooks });
    await letTimePass(kobble.cards.get('1'));
    expect(sent.map(({ headers }) => headers['traceparent'])).toEqual(['00-getCard-1', '00-getCard-2']);
    expect(tokenRequests[0]?.headers).not.toHaveProperty('traceparent');
  });

  it('are joined, and replace none that the call has', async () => {
    const hooks = [
      { requestHeaders: () => ({ 'x-a': '1', accept: 'text/html' }) },
      { requestHeaders: () => ({ 'x-b': '2' }) },
    ];
    const { kobble, sent } = setUp({ token: 'T', hooks });
    await kobble.cards.get('1');
    expect(sent[0]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '2', accept: 'application/json' });
  });

  it.each<[string, unknown]>([
    ['authorization', { Authorization: 'Bearer mine' }],
    ['an idempotency key', { 'idempotency-key': 'b844c7e7-2e4e-44b3-8d9f-5668c5a9b93e' }],
    ['a content type', { 'Content-Type': 'text/plain' }],
    ['a host', { host: 'elsewhere.test' }],
    ['a connection header', { connection: 'close' }],
    ['a line break', { 'x-a': 'a\r\nx-b: c' }],
    ['a number', { 'x-a': 1 }],
    ['a list', [['x-a', '1']]],
    ['text', 'x-a: 1'],
  ])('are not added with %s; that is logged, and the call is sent', async (_, headers) => {
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const hooks = { requestHeaders: () => untyped(headers) };
    const logger = { error: log, warn: log, info: log, debug: log };
    const { kobble, sent } = setUp({ token: 'T', hooks, logger, logLevel: 'error' });
    await kobble.cards.get('1');
    expect(sent.map((request) => Object.entries(request.headers))).toEqual([OWN_HEADERS]);
    expect(lines).toEqual(['kobble-client: the hook requestHeaders threw TypeError']);
  });

  it.each<[string, () => unknown]>([
    ['returns nothing', () => undefined],
    ['returns a promise', () => Promise.resolve({ 'x-a': '1' })],
    ['rejects', () => Promise.reject(new Error('later'))],
    [
      'throws',
      () => {
        throw new Error('now');
      },
    ],
  ])('are none if the hook %s', async (_, hook) => {
    const { kobble, sent } = setUp({ token: 'T', hooks: { requestHeaders: untyped(hook) } });
    await kobble.cards.get('1');
    expect(Object.entries(sent[0]?.headers ?? {})).toEqual(OWN_HEADERS);
  });

  it('are not in the cause of an error', async () => {
    const api = ({ headers }: { headers: object }) => {
      throw new Error(`cannot send ${JSON.stringify(headers)}`);
    };
    const hooks = { requestHeaders: () => ({ 'x-vault': 'v4lue-of-a-hook' }) };
    const { kobble } = setUp({ api, token: 'T', hooks, retry: { maxRetries: 0 } });
    const { cause } = await failureOf(kobble.cards.get('1'));
    expect(cause).toMatchObject({ message: 'Error' });
  });
});
