// Proves, for generated calls, replies, aborts and times of closing: hooks see one end for each start, and it says what the
// caller sees.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AttemptEvent, CallEndEvent, CallEvent, KobbleClient } from '../../src/index.js';
import { untyped } from '../support/attacks.js';
import type { Failure } from '../support/failure.js';
import { LONG_FORM } from '../support/long-form.js';
import { broken, hanging, inTurn, json, status, token, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { holdTime, letTimePass } from '../support/time.js';

beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
});

const slow: Reply = async () => {
  await new Promise((resolve) => setTimeout(resolve, 150));
  return json({ id: '1' });
};
const REPLIES: Record<string, Reply> = {
  ok: () => json({ id: '1' }),
  list: () => json([]),
  'not JSON': () => new Response('<html>'),
  'no body': () => new Response(null, { status: 204 }),
  'half a body': () => new Response(new ReadableStream({ pull: (body) => body.error(new Error('cut')) })),
  ...Object.fromEntries([301, 400, 401, 404, 409, 429, 500, 503].map((code) => [String(code), status(code)])),
  lost: broken('ECONNRESET'),
  refused: broken('ECONNREFUSED'),
  hanging,
  slow,
};
const TOKENS: Record<string, Reply> = {
  ok: () => token('T', 3600),
  short: () => token('T', 0.1),
  useless: () => json({}),
  401: status(401),
  503: status(503),
  hanging,
};
const CALLS: Record<string, (kobble: KobbleClient, options: object) => PromiseLike<unknown>> = {
  get: ({ cards }, options) => cards.get('1', options),
  create: ({ cards }, options) => cards.create(CARD, options),
  list: ({ cards }, options) => cards.list({}, options),
  update: ({ cards }, options) => cards.updateStatus('1', { status: 'ACTIVE' }, options),
  fetch: (kobble, options) => kobble.fetch(`${kobble.baseUrl}/customers/v1/cards`, options),
  request: (kobble, options) => kobble.request('DELETE', '/x', options),
  'a wrong path': ({ cards }, options) => cards.get('..', options),
  'a wrong body': ({ cards }, options) => cards.create(untyped(1n), options),
  'a wrong option': ({ cards }, options) => cards.get('1', { ...options, timeoutMs: -1 }),
};

const names = (table: object) => fc.constantFrom(...Object.keys(table));
const time = () => fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined });
const plan = fc.record({
  calls: fc.array(fc.record({ name: names(CALLS), abortAfter: time() }), { minLength: 1, maxLength: 4 }),
  replies: fc.array(names(REPLIES), { minLength: 1, maxLength: 4 }),
  tokens: fc.array(names(TOKENS), { minLength: 1, maxLength: 3 }),
  timeoutMs: fc.constantFrom(100, 1_000),
  deadlineMs: fc.constantFrom(200, 1_000),
  maxRetries: fc.constantFrom(0, 3),
  closeAfter: time(),
  closeMs: time(),
});

test('each start has one end, which agrees with the result', async () => {
  const repliesOf = (table: Record<string, Reply>, chosen: readonly string[]) =>
    inTurn(
      ...chosen.map(
        (name): Reply =>
          (...request) =>
            table[name]?.(...request) ?? json({}),
      ),
    );
  const check = fc.asyncProperty(
    plan,
    async ({ calls, replies, tokens, closeAfter, closeMs, maxRetries, ...limits }) => {
      const open = new Map<number, CallEvent>();
      const ends: CallEndEvent[] = [];
      const attempts: AttemptEvent[] = [];
      const wrong: string[] = []; // a hook that throws changes nothing, so it cannot fail the test
      const onCallStart = (event: CallEvent) => {
        if (open.has(event.callId)) wrong.push('two starts');
        open.set(event.callId, event);
      };
      const onRequest = (event: AttemptEvent) => {
        if (!open.has(event.callId)) wrong.push('an attempt outside of its call');
        attempts.push(event);
      };
      const onCallEnd = (event: CallEndEvent) => {
        if (open.get(event.callId)?.operationId !== event.operationId) wrong.push('an end without its start');
        open.delete(event.callId);
        ends.push(event);
      };
      const hooks = { onCallStart, onRequest, onCallEnd };
      const setup = { api: repliesOf(REPLIES, replies), tokens: repliesOf(TOKENS, tokens), retry: { maxRetries } };
      const { kobble } = setUp({ ...setup, ...limits, hooks });

      const results = calls.map(async ({ name, abortAfter }, index) => {
        const controller = new AbortController();
        const abort = () => controller.abort();
        const timer = abortAfter === undefined ? undefined : setTimeout(abort, abortAfter);
        const options = { context: index, ...(abortAfter !== undefined && { signal: controller.signal }) };
        const call = async () => CALLS[name]?.(kobble, options);
        const error = await call().then(
          () => undefined,
          (thrown: unknown) => thrown as Failure, // all that is read of it may be missing
        );
        clearTimeout(timer);
        const own = ends.filter(({ context }) => context === index);
        expect(own).toHaveLength(error?.name === 'ConfigError' || error instanceof TypeError ? 0 : 1);
        const [end] = own;
        if (end === undefined) return;
        expect(end.error).toBe(error);
        expect(end.attempts).toBe(attempts.filter(({ callId }) => callId === end.callId).length);
        if (error !== undefined) {
          expect(end).toMatchObject({ outcome: error.outcome, idempotencyKey: error.idempotencyKey });
          expect([end.attempts, end.requestId]).toEqual([error.attempts, error.requestId]);
        }
      });
      const closed = new Promise<void>((resolve) => {
        if (closeAfter === undefined) resolve();
        else setTimeout(() => resolve(kobble.close({ timeoutMs: closeMs })), closeAfter);
      });
      await letTimePass(Promise.all([...results, closed]));
      await letTimePass(new Promise((resolve) => setTimeout(resolve, 20_000))); // token requests that nobody waits for
      expect([...open.values(), ...wrong]).toEqual([]);
    },
  );
  await fc.assert(check, { numRuns: LONG_FORM ? 2_000 : 100 });
});
