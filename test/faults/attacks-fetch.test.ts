// Attacks on kobble.fetch: what a caller who passes on the requests of others can give it.
import { describe, expect, it } from 'vitest';
import { callOf, type KobbleFetchInit } from '../../src/index.js';
import { failureOf } from '../support/failure.js';
import { hanging } from '../support/replies.js';
import { BASE_URL, setUp } from '../support/requests.js';

const CARDS = `${BASE_URL}/customers/v1/cards`;
const encoder = new TextEncoder();

/** The body of somebody who sends its first bytes, and then no more. */
const stalled = () =>
  new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(encoder.encode('{"wallet_id":')) });

const posting = (init: KobbleFetchInit): KobbleFetchInit => ({ method: 'POST', duplex: 'half', ...init }) as never;

describe('a body that never ends', () => {
  it('ends at the deadline of the call', async () => {
    const { kobble, sent } = setUp();
    const error = await failureOf(kobble.fetch(CARDS, posting({ body: stalled(), deadlineMs: 50 })));
    expect(error).toMatchObject({
      code: 'deadline_exceeded',
      outcome: 'not-sent',
      attempts: 0,
      operationId: 'createCard',
    });
    expect(sent).toEqual([]);
  });

  it('ends at the signal of the call', async () => {
    const { kobble, sent } = setUp();
    const controller = new AbortController();
    const call = failureOf(kobble.fetch(CARDS, posting({ body: stalled(), signal: controller.signal })));
    setTimeout(() => controller.abort(), 10);
    expect(await call).toMatchObject({ name: 'AbortError', outcome: 'not-sent' });
    expect(sent).toEqual([]);
  });

  it('is not begun with a signal that has aborted', async () => {
    const { kobble } = setUp();
    const call = kobble.fetch(CARDS, posting({ body: stalled(), signal: AbortSignal.abort() }));
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError', outcome: 'not-sent' });
  });

  it('of a Request with a signal ends with it', async () => {
    const { kobble } = setUp();
    const request = new Request(CARDS, posting({ body: stalled(), signal: AbortSignal.timeout(20) }));
    expect(await failureOf(kobble.fetch(request))).toMatchObject({ name: 'AbortError' });
  });
});

it('the time that a body takes is a part of the time of its call', async () => {
  const { kobble } = setUp({ api: hanging });
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      controller.enqueue(encoder.encode('{}'));
      controller.close();
    },
  });
  const start = performance.now();
  await failureOf(kobble.fetch(CARDS, posting({ body, deadlineMs: 300 })));
  expect(performance.now() - start).toBeLessThan(430);
});

it('signal: null drops the signal of a Request, as fetch does', async () => {
  const { kobble } = setUp();
  const request = new Request(CARDS, { signal: AbortSignal.abort() });
  expect((await kobble.fetch(request, { signal: null })).status).toBe(200);
  expect(await failureOf(kobble.fetch(request))).toMatchObject({ name: 'AbortError' });
});

it('a stream that ends is sent whole, as often as it must be', async () => {
  const { kobble, sent } = setUp({
    api: (_, index) => new Response('{"id":"1"}', { status: index === 0 ? 503 : 200 }),
  });
  const parts = ['{"a":"', 'é', '"}'].map((part) => encoder.encode(part));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else for (const byte of part) controller.enqueue(Uint8Array.of(byte));
    },
  });
  expect(callOf(await kobble.fetch(CARDS, posting({ body })))?.attempts).toBe(2);
  expect(sent.map((request) => request.body)).toEqual(['{"a":"é"}', '{"a":"é"}']);
});

it('a client that only reads does not read the body of a write', async () => {
  const { kobble } = setUp({ readOnly: true });
  expect(await failureOf(kobble.fetch(CARDS, posting({ body: stalled() })))).toMatchObject({ code: 'read_only' });
});
