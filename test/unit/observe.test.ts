// Proves what hooks and log lines contain, that neither can change a call, and that no secret is in them.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttemptEndEvent, Hooks, LogLevel } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { broken, inTurn, json, status } from '../support/replies.js';
import { SECRET, setUp, type Setup } from '../support/requests.js';
import { holdTime, idle, letTimePass } from '../support/time.js';
import { CARD } from '../support/samples.js';

beforeEach(() => {
  holdTime();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function recorder() {
  const events: [name: string, event: object][] = [];
  const record = (name: string) => (event: object) => void events.push([name, event]);
  const hooks: Hooks = { onRequest: record('request'), onResponse: record('response'), onRetry: record('retry') };
  return { hooks, events };
}

function logger() {
  const lines: string[] = [];
  const fields: unknown[] = [];
  const at =
    (level: string) =>
    (message: string, ...details: unknown[]) => {
      lines.push(`${level} ${message}`);
      fields.push(...details);
    };
  return { lines, fields, logger: { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') } };
}

describe('hooks', () => {
  it('are told of every attempt and every wait', async () => {
    const { hooks, events } = recorder();
    const api = inTurn(status(503), broken('ECONNRESET'), () => json({ id: '1' }, 200, { 'x-request-id': 'r-3' }));
    const { kobble, sent } = setUp({ api, token: 'T', hooks });
    await letTimePass(kobble.cards.create(CARD));
    const call = {
      callId: expect.any(Number) as number,
      operationId: 'createCard',
      method: 'POST',
      path: '/customers/v1/cards',
      origin: 'https://api.kobble.test',
      idempotencyKey: sent[0]?.headers['idempotency-key'],
      context: undefined,
    };
    const ended = { status: undefined, requestId: undefined, error: undefined, durationMs: 0 };
    const lost = events[4]?.[1] as AttemptEndEvent;
    expect(events).toEqual([
      ['request', { ...call, attempt: 1 }],
      ['response', { ...call, ...ended, attempt: 1, status: 503 }],
      ['retry', { ...call, attempt: 1, waitMs: 100, reason: 503 }],
      ['request', { ...call, attempt: 2 }],
      ['response', { ...call, ...ended, attempt: 2, error: lost.error }],
      ['retry', { ...call, attempt: 2, waitMs: 200, reason: 'connection_failed' }],
      ['request', { ...call, attempt: 3 }],
      ['response', { ...call, ...ended, attempt: 3, status: 200, requestId: 'r-3' }],
    ]);
    expect(lost.error).toMatchObject({ name: 'ConnectionError', attempts: 2 });
  });

  it('are told how long an attempt took, and of token requests', async () => {
    const { hooks, events } = recorder();
    const slow: Setup['tokens'] = async () => {
      await new Promise((resolve) => setTimeout(resolve, 70));
      return json({ access_token: 'T' });
    };
    await letTimePass(setUp({ tokens: slow, hooks }).kobble.cards.get('1'));
    expect(events[0]?.[1]).toMatchObject({
      operationId: 'getAccessToken',
      path: '/oauth2/token',
      idempotencyKey: undefined,
    });
    expect(events[1]?.[1]).toMatchObject({ operationId: 'getAccessToken', status: 200, durationMs: 70 });
    expect(events[2]?.[1]).toMatchObject({ operationId: 'getCard' });
  });

  it('name the replay after a 401 as an attempt, not as a retry', async () => {
    const { hooks, events } = recorder();
    await setUp({ api: inTurn(status(401), () => json({})), hooks }).kobble.cards.get('1');
    const names = events.filter(([, event]) => 'operationId' in event && event.operationId === 'getCard');
    expect(names.map(([name]) => name)).toEqual(['request', 'response', 'request', 'response']);
  });

  it('that throw change nothing, and are told once each', async () => {
    const { lines, logger: log } = logger();
    const throwing = () => {
      throw new TypeError(`hook with ${SECRET}`);
    };
    const hooks = { onRequest: throwing, onResponse: throwing, onRetry: throwing };
    const api = inTurn(status(503), () => json({ id: 'card-1' }));
    const { kobble, sent } = setUp({ api, token: 'T', hooks, logger: log, logLevel: 'error' });
    await expect(letTimePass(kobble.cards.get('1'))).resolves.toEqual({ id: 'card-1' });
    expect(sent).toHaveLength(2);
    const names = ['onRequest', 'onResponse', 'onRetry', 'onRequest', 'onResponse'];
    expect(lines).toEqual(names.map((name) => `error kobble-client: the hook ${name} threw TypeError`));
  });

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new Error('not today'))],
    [
      'throws',
      () => {
        throw new Error('not today');
      },
    ],
  ])('a hook or logger that %s changes nothing', async (_, work) => {
    const hooks = { onRequest: work, onResponse: work, onRetry: work };
    const failing = { error: work, warn: work, info: work, debug: work };
    const api = inTurn(status(503), () => json({ id: 'card-1' }));
    const { kobble } = setUp({ api, token: 'T', hooks, logger: failing, logLevel: 'debug' });
    await expect(letTimePass(kobble.cards.get('1'))).resolves.toEqual({ id: 'card-1' });
    await idle(); // an unhandled rejection would fail the run
  });
});

describe('log lines', () => {
  const run = async (logLevel: LogLevel | undefined) => {
    const { lines, logger: log } = logger();
    const tokens = inTurn(() => json({ access_token: 'T1', expires_in: 100 }), status(400));
    const api = inTurn(
      () => json({ id: '1' }),
      status(503),
      () => json({ id: '1' }, 200, { 'x-request-id': 'r-9' }),
    );
    const { kobble } = setUp({ api, tokens, logger: log, logLevel });
    await kobble.cards.get('1');
    await vi.advanceTimersByTimeAsync(80_000);
    await letTimePass(kobble.cards.get('1'));
    return lines;
  };

  const WARN = /^warn kobble-client: a token could not be renewed/;
  const INFO = 'info kobble-client: GET /customers/v1/cards/{id} → 503; attempt 2 in 100 ms';

  it.each(['off', 'error'] as const)('are none at %s', async (level) => {
    expect(await run(level)).toEqual([]);
  });

  it.each(['warn', undefined] as const)('at %s tell of a renewal that failed', async (level) => {
    const lines = await run(level);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(WARN);
  });

  it('at info tell of retries too', async () => {
    const lines = await run('info');
    expect(lines).toContain(INFO);
    expect(lines.some((line) => WARN.test(line))).toBe(true);
    expect(lines.some((line) => line.startsWith('debug'))).toBe(false);
  });

  it('at debug tell of every attempt: verb, template, status, milliseconds, attempt, request id', async () => {
    const lines = await run('debug');
    expect(lines).toContain(INFO);
    expect(lines).toContain('debug kobble-client: POST /oauth2/token → 200 (0 ms, attempt 1)');
    expect(lines).toContain('debug kobble-client: GET /customers/v1/cards/{id} → 503 (0 ms, attempt 1)');
    expect(lines).toContain('debug kobble-client: GET /customers/v1/cards/{id} → 200 (0 ms, attempt 2, request r-9)');
  });

  it('name the code of an error where no answer came', async () => {
    const { lines, logger: log } = logger();
    const options = {
      api: broken('ENOTFOUND'),
      token: 'T',
      logger: log,
      logLevel: 'debug',
      retry: { maxRetries: 0 },
    } as const;
    await failureOf(setUp(options).kobble.cards.get('1'));
    expect(lines).toEqual(['debug kobble-client: GET /customers/v1/cards/{id} → name_not_resolved (0 ms, attempt 1)']);
  });

  it('and hooks hold no id, body, header or credential', async () => {
    const { lines, fields, logger: log } = logger();
    const { hooks, events } = recorder();
    const answer = { totp: 'T0TP', secret: 'C4RD', pan: '4111111111111111' };
    const tokens = inTurn(
      () => json({ access_token: 'T0KEN', expires_in: 10 }),
      () => json({ error: SECRET }, 400),
    );
    const api = inTurn(
      status(503, { 'set-cookie': 'c00kie' }),
      () => json(answer, 404),
      () => json(answer),
    );
    const { kobble } = setUp({ api, tokens, hooks, logger: log, logLevel: 'debug', headers: { 'x-key': 'h34der' } });
    await letTimePass(kobble.cards.createSecret('card-77', { remarks: 'r3mark' })).catch(() => {});
    await vi.advanceTimersByTimeAsync(8_000);
    await letTimePass(kobble.cards.createSecret('card-77', { remarks: 'r3mark' }));
    await letTimePass(kobble.request('GET', '/customers/v1/cards/4111111111111111'));
    expect(lines.length).toBeGreaterThan(5);
    const shown = `${lines.join('\n')}\n${JSON.stringify([events, fields])}`;
    for (const hidden of ['T0TP', 'C4RD', '4111', 'T0KEN', SECRET, 'c00kie', 'h34der', 'card-77', 'r3mark']) {
      expect(shown).not.toContain(hidden);
    }
  });
});
