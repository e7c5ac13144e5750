// Attacks by responses: mocks of a wrong form, odd statuses, bodies that break. Each ends as an error with its facts, or as
// the data that was sent.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, callOf, isKobbleError } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { inTurn, json, status } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD, ENDUSER, WALLET } from '../support/samples.js';
import { holdTime, letTimePass } from '../support/time.js';
import { apiOf } from '../support/openapi-client.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

/** Passes anything as a response, as a mock without types would. */
const mock = (value: unknown) => value as Response;

const stream = (...chunks: unknown[]) =>
  new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk instanceof Error) controller.error(chunk);
      else if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  });

describe('a mock that is no Response: one attempt, and an error whose outcome is unknown', () => {
  const used = new Response('{}');
  const cases: [attack: string, response: unknown][] = [
    ['headers as a plain object, status 500', { status: 500, ok: false, headers: {}, body: null }],
    ['headers as a plain object, status 503', { status: 503, ok: false, headers: {}, body: null }],
    [
      'headers as a Map without a get that is a function',
      { status: 400, ok: false, headers: { get: 'x' }, body: null },
    ],
    ['no body, but a function json', { status: 200, ok: true, headers: new Headers(), json: async () => ({}) }],
    ['a body that is a text', { status: 200, ok: true, headers: new Headers(), body: '{}' }],
    ['a body of node-fetch, a stream of Node', { status: 200, ok: true, headers: new Headers(), body: { pipe() {} } }],
    ['a status that is NaN', { status: Number.NaN, ok: false, headers: new Headers(), body: null }],
    ['a status that is a text', { status: '200', ok: true, headers: new Headers(), body: null }],
    ['null', null],
    ['a Response that has been read before', used],
    [
      'a Response that somebody else is reading',
      (() => {
        const response = new Response('{}');
        response.body?.getReader();
        return response;
      })(),
    ],
  ];
  it.each(cases)('%s', async (_, response) => {
    if (response === used && !used.bodyUsed) await used.text();
    const { kobble, sent } = setUp({ token: 'T', api: () => mock(response) });
    const failure = await letTimePass(failureOf(kobble.cards.create(CARD)));
    expect(isKobbleError(failure)).toBe(true);
    expect(failure.outcome).toBe('unknown');
    expect(failure.idempotencyKey).toBe(sent[0]?.headers['idempotency-key']);
    expect(sent).toHaveLength(1);
  });
});

describe('odd statuses of a write', () => {
  const cases: [code: number, outcome: string][] = [
    [0, 'unknown'],
    [99, 'unknown'],
    [100, 'unknown'],
    [103, 'unknown'],
    [304, 'unknown'],
    [307, 'unknown'],
    [402, 'rejected'],
    [410, 'rejected'],
    [418, 'rejected'],
    [431, 'rejected'],
    [451, 'rejected'],
    [499, 'rejected'],
    [511, 'unknown'],
    [600, 'unknown'],
    [999, 'unknown'],
  ];
  it.each(cases)('%d is an ApiError with outcome %s, and is not repeated', async (code, outcome) => {
    const response = mock({ status: code, ok: false, headers: new Headers(), body: null });
    const { kobble, sent } = setUp({ token: 'T', api: () => response });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: code, outcome });
    expect(sent).toHaveLength(1);
  });

  it.each([201, 202, 203, 206, 226, 299])('%d with a body is a success', async (code) => {
    const { kobble } = setUp({ token: 'T', api: () => json({ id: '1' }, code) });
    expect(await kobble.wallets.create(WALLET)).toEqual({ id: '1' });
  });
});

describe('bodies', () => {
  const broken = (code: number, headers: Record<string, string> = {}) =>
    new Response(stream(new TextEncoder().encode('{"message":"half'), new Error('reset')), { status: code, headers });

  it('the body of a 400 breaks off: the status is what counts, and the outcome is rejected', async () => {
    const { kobble } = setUp({ token: 'T', api: () => broken(400, { 'x-request-id': 'r-1' }) });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(failure).toMatchObject({ name: 'BadRequestError', outcome: 'rejected', requestId: 'r-1' });
  });

  it('the body of a 401 breaks off: the token is renewed', async () => {
    const { kobble, tokenRequests } = setUp({
      api: inTurn(
        () => broken(401),
        () => json({ id: '1' }),
      ),
    });
    await letTimePass(kobble.endusers.create(ENDUSER));
    expect(tokenRequests).toHaveLength(2);
  });

  it('the body of a 429 breaks off: its Retry-After is kept', async () => {
    const api = inTurn(
      () => broken(429, { 'retry-after': '7' }),
      () => json({ id: '1' }),
    );
    const { kobble, sent } = setUp({ token: 'T', api });
    await letTimePass(kobble.endusers.create(ENDUSER));
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(7_000);
  });

  it('the body of a 200 breaks off: the outcome of a write without a key is unknown', async () => {
    const { kobble, sent } = setUp({ token: 'T', api: () => broken(200) });
    const failure = await letTimePass(failureOf(kobble.endusers.create(ENDUSER)));
    expect(failure).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
    expect(sent).toHaveLength(1);
  });

  it.each(['[]', '[{"id":"1"}]', '"text"', '1', 'true', 'null'])(
    '%s in place of the object that was promised',
    async (body) => {
      const { kobble } = setUp({ token: 'T', api: () => new Response(body) });
      expect(await failureOf(kobble.wallets.create(WALLET))).toMatchObject({ name: 'DecodeError', outcome: 'unknown' });
    },
  );

  it('a stream of 2 MB in bytes of one, within a limit of 1 MB: cut, and cancelled', async () => {
    const cancel = vi.fn();
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(sent++ < 3 ? 400_000 : 1)),
      cancel,
    });
    const { kobble } = setUp({ token: 'T', api: () => new Response(body), maxResponseBytes: 1_000_000 });
    expect(await failureOf(kobble.wallets.create(WALLET))).toMatchObject({
      code: 'body_too_large',
      outcome: 'unknown',
    });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('a response of kobble.fetch is beyond the limit', async () => {
    const { kobble } = setUp({ token: 'T', api: () => new Response('x'.repeat(2_000)), maxResponseBytes: 1_000 });
    expect(await failureOf(kobble.fetch(`${kobble.baseUrl}/x`))).toMatchObject({ code: 'body_too_large' });
  });

  it.each(['', '0', 'false', 'null'])(
    'a call of openapi-fetch is answered 500 with %j: its error says so',
    async (body) => {
      const { kobble } = setUp({
        token: 'T',
        api: () => new Response(body, { status: 500 }),
        retry: { maxRetries: 0 },
      });
      const result = await apiOf(kobble).POST('/customers/v1/cards', { body: CARD });
      expect([result.data, result.error]).toEqual([undefined, { status: 500 }]);
      expect(callOf(result.response)).toMatchObject({ outcome: 'unknown', operationId: 'createCard' });
    },
  );
});

it('a 503 without end: attempts stop at the deadline, and the last status is told', async () => {
  const { kobble } = setUp({ token: 'T', api: status(503, { 'retry-after': '-5' }) });
  const failure = await letTimePass(failureOf(kobble.cards.create(CARD, { deadlineMs: 10_000 })));
  expect(failure).toMatchObject({ status: 503, outcome: 'unknown' });
});
