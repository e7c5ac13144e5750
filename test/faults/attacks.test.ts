// Attacks on money, keys and time: answers, errors, hooks and options that could make the client repeat what was carried
// out, state a wrong outcome, or send after the end of a call.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callOf, type KobbleClientOptions } from '../../src/index.js';
import { failureOf, type Failure } from '../support/failure.js';
import { broken, inTurn, json, status, type Reply } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';
import { CARD, ENDUSER } from '../support/samples.js';
import { holdTime, idle, letTimePass } from '../support/time.js';
import { apiOf } from '../support/openapi-client.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

/** A `fetch` of the caller that has sent the request, and then fails at something of its own. */
const failsAfterwards =
  (error: () => unknown): Reply =>
  () => {
    throw error();
  };

const refusedAt = (address: string, code = 'ECONNREFUSED') =>
  Object.assign(new Error(`connect ${code} ${address}`), { code });

/** An error of another client, which says of another call that it was not sent. */
async function foreignError(): Promise<Failure> {
  const { kobble } = setUp({ token: 'T', api: broken('ECONNREFUSED'), retry: { maxRetries: 0 } });
  const error = await failureOf(kobble.cards.get('card-1'));
  expect(error.outcome).toBe('not-sent');
  return error;
}

describe('money: a write without a key is sent once, and its outcome is unknown', () => {
  const cases: [attack: string, error: () => unknown][] = [
    ['a fetch fails at a host whose name ends in the name of the API', () => refusedAt('logs.api.kobble.test:9200')],
    ['a fetch fails at a host whose name begins with it', () => refusedAt('api.kobble.test.internal:9200')],
    ['a fetch fails at a port that begins with the port of the API', () => refusedAt('10.0.0.9:4430')],
    ['a fetch fails with a code that every object has as a property', () => refusedAt(`${BASE_URL}:443`, 'toString')],
    ['a fetch throws the code as a number', () => ({ code: 111, message: 'api.kobble.test:443' })],
    [
      'a fetch hides a refused connection below an error with a code',
      () => Object.assign(new Error('reset'), { code: 'ECONNRESET', cause: refusedAt('api.kobble.test:443') }),
    ],
    [
      'a fetch throws an error whose code cannot be read',
      () => ({
        get code() {
          throw new Error('unreadable');
        },
      }),
    ],
    [
      'a fetch throws a Proxy that answers no question',
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('no');
            },
            getPrototypeOf: () => {
              throw new Error('no');
            },
          },
        ),
    ],
    [
      'a fetch throws an error whose message is no text',
      () => ({ code: 'ECONNREFUSED', message: Object.create(null) as unknown }),
    ],
    ['a fetch throws undefined', () => undefined],
    ['a fetch throws a function', () => () => 'api.kobble.test:443'],
  ];
  it.each(cases)('%s', async (_, error) => {
    const { kobble, sent } = setUp({ token: 'T', api: failsAfterwards(error) });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(failure).toMatchObject({ name: 'ConnectionError', outcome: 'unknown', attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it('a fetch throws the error of another client, of a call that was not sent', async () => {
    const error = await foreignError();
    const { kobble, sent } = setUp({ token: 'T', api: failsAfterwards(() => error) });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(failure).toMatchObject({ outcome: 'unknown', endpoint: 'POST /customers/v1/endusers', attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it('a hook changes the outcome of the error that it is shown', async () => {
    const onResponse = ({ error }: { error: object | undefined }) =>
      error && Object.assign(error, { outcome: 'not-sent' });
    const { kobble, sent } = setUp({ token: 'T', api: broken('ECONNRESET'), hooks: { onResponse } });
    await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(sent).toHaveLength(1);
  });

  it('Object.prototype says that everything is repeatable', async () => {
    Object.assign(Object.prototype, { repeatable: true });
    try {
      const { kobble, sent } = setUp({ token: 'T', api: status(503) });
      await letTimePass(failureOf(kobble.endusers.create(ENDUSER, { retry: { maxRetries: 3 } })));
      expect(sent).toHaveLength(1);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'repeatable');
    }
  });

  it('the client is told that everything is repeatable, which only a call can say', async () => {
    const retry = { repeatable: true } as KobbleClientOptions['retry'];
    const { kobble, sent } = setUp({ token: 'T', api: status(503), retry });
    await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(sent).toHaveLength(1);
  });

  it.each([599, 500, 501, 505, 520, 522, 524, 408])('status %d comes after the effect, then a 429', async (code) => {
    const { kobble, sent } = setUp({ token: 'T', api: inTurn(status(code), status(429)) });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER, { retry: { statuses: [code] } })));
    expect(failure.outcome).toBe('unknown');
    expect(sent).toHaveLength(1);
  });
});

describe('keys', () => {
  it('an uncertain attempt, then a 400 to its repetition: the key is on the error, and the outcome unknown', async () => {
    const { kobble, sent } = setUp({ token: 'T', api: inTurn(broken('ECONNRESET'), status(400)) });
    const failure = await letTimePass(failureOf(kobble.cards.create(CARD)));
    expect(failure).toMatchObject({ status: 400, outcome: 'unknown', attempts: 2 });
    expect(failure.idempotencyKey).toBe(sent[0]?.headers['idempotency-key']);
  });

  it('a fetch changes the headers of the first attempt: the second one has the same key', async () => {
    const keys: (string | undefined)[] = [];
    const api: Reply = ({ headers }, index) => {
      keys.push(headers['idempotency-key']);
      Object.assign(headers, { 'idempotency-key': 'changed', authorization: '' });
      return index === 0 ? json({}, 503) : json({ id: '1' });
    };
    const { kobble } = setUp({ token: 'T', api });
    await letTimePass(kobble.cards.create(CARD));
    expect(keys[1]).toBe(keys[0]);
  });

  it('two sources give a call of openapi-fetch two keys: the one that is sent is the one that is told', async () => {
    const [a, b] = [crypto.randomUUID(), crypto.randomUUID()];
    const { kobble, sent } = setUp({ token: 'T', api: status(400) });
    const { response } = await apiOf(kobble).POST('/customers/v1/cards', {
      body: CARD,
      headers: { 'Idempotency-Key': a },
      params: { header: { 'Idempotency-Key': b } },
    });
    expect(sent[0]?.headers['idempotency-key']).toBe(callOf(response)?.idempotencyKey);
  });

  it('the body is changed while the call waits to be repeated: the same body is sent again', async () => {
    const body = { ...CARD };
    const { kobble, sent } = setUp({ token: 'T', api: inTurn(status(503), () => json({ id: '1' })) });
    const call = kobble.cards.create(body);
    body.wallet_id = 'another wallet';
    await letTimePass(call);
    expect(sent[1]?.body).toBe(sent[0]?.body);
    expect(sent[0]?.body).not.toContain('another wallet');
  });
});

describe('time', () => {
  it('the hook onRequest keeps the process busy past the deadline: nothing is sent', async () => {
    let calls = 0;
    const real = performance.now.bind(performance);
    const now = vi.spyOn(performance, 'now').mockImplementation(() => real() + calls * 2_000);
    const { kobble, sent } = setUp({ token: 'T', hooks: { onRequest: () => (calls += 1) } });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER, { deadlineMs: 1_000 })));
    now.mockRestore();
    expect(failure).toMatchObject({ code: 'deadline_exceeded', outcome: 'not-sent' });
    expect(sent).toHaveLength(0);
  });

  it('the hook onRequest aborts the call: nothing is sent, and that is said', async () => {
    const controller = new AbortController();
    const { kobble, sent } = setUp({ token: 'T', hooks: { onRequest: () => controller.abort() } });
    const failure = await failureOf(kobble.endusers.create(ENDUSER, { signal: controller.signal }));
    expect(failure).toMatchObject({ name: 'AbortError', outcome: 'not-sent' });
    expect(sent).toHaveLength(0);
  });

  it('the hook onRetry aborts the call: it does not wait', async () => {
    const controller = new AbortController();
    const { kobble, sent } = setUp({ token: 'T', api: status(503), hooks: { onRetry: () => controller.abort() } });
    const failure = await failureOf(kobble.cards.create(CARD, { signal: controller.signal }));
    expect(failure).toMatchObject({ name: 'AbortError', outcome: 'unknown', attempts: 1 });
    expect(sent).toHaveLength(1);
  });

  it('a fetch ignores its signal and answers after the timeout: the answer is cancelled, and no timer is left', async () => {
    const cancel = vi.fn();
    const answer = () => new Response(new ReadableStream({ cancel }), { status: 200 });
    const api: Reply = () => new Promise((resolve) => setTimeout(() => resolve(answer()), 9_000));
    const { kobble } = setUp({ token: 'T', api, timeoutMs: 1_000, retry: { maxRetries: 0 } });
    const failure = await letTimePass(failureOf(kobble.cards.create(CARD)));
    expect(failure.code).toBe('attempt_timeout');
    await vi.runAllTimersAsync();
    await idle();
    expect(cancel).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a signal is an object that says it is not aborted, and no more: it is refused, and no timer is left', async () => {
    const { kobble, sent } = setUp({ token: 'T' });
    const failure = await failureOf(kobble.cards.create(CARD, { signal: { aborted: false } as AbortSignal }));
    expect(failure).toMatchObject({ code: 'invalid_signal', outcome: 'not-sent' });
    expect([sent.length, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it('a signal of an old polyfill has no reason: the call ends at once all the same', async () => {
    const target = new EventTarget();
    const signal = Object.assign(target, { aborted: false }) as unknown as AbortSignal;
    const { kobble } = setUp({ token: 'T', api: () => new Promise(() => {}) });
    const call = failureOf(kobble.cards.create(CARD, { signal }));
    await idle();
    Object.assign(target, { aborted: true });
    target.dispatchEvent(new Event('abort'));
    expect(await call).toMatchObject({ name: 'AbortError', outcome: 'unknown' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('the machine sleeps for a year during a wait: nothing is sent afterwards', async () => {
    const { kobble, sent } = setUp({
      token: 'T',
      api: inTurn(status(503, { 'retry-after': '3' }), () => json({ id: '1' })),
    });
    const call = kobble.cards.create(CARD);
    await idle();
    vi.setSystemTime(Date.now() + 365 * 86_400_000);
    expect(await failureOf(letTimePass(call))).toMatchObject({ status: 503, attempts: 1 });
    expect(sent).toHaveLength(1);
  });
});
