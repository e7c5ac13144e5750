// Proves how the body of a response is read: to its end, within bounds, as UTF-8, and as JSON if promised.
import { describe, expect, it } from 'vitest';
import { readResponse } from '../../src/http/response.js';
import { failureOf } from '../support/failure.js';
import { json, type Reply } from '../support/replies.js';
import { setUp } from '../support/requests.js';
import { CARD } from '../support/samples.js';
import { apiOf } from '../support/openapi-client.js';

function streamed(chunks: readonly string[], headers: Record<string, string> = {}) {
  let index = 0;
  const counts = { read: 0, cancelled: 0 };
  const body = new ReadableStream({
    pull(controller) {
      const chunk = chunks[index++];
      if (chunk === undefined) return controller.close();
      counts.read++;
      controller.enqueue(new TextEncoder().encode(chunk));
    },
    cancel() {
      counts.cancelled++;
    },
  });
  return { counts, response: new Response(body, { headers }) };
}

describe('the size of a body', () => {
  it.each([
    [
      'with its length stated',
      (text: string) => new Response(text, { headers: { 'content-length': String(text.length) } }),
    ],
    ['without', (text: string) => streamed(text.split(/(?=.)/)).response],
    [
      'compressed, its length being another',
      (text: string) => new Response(text, { headers: { 'content-length': '1', 'content-encoding': 'gzip' } }),
    ],
  ])('is bounded %s', async (_, respond) => {
    expect((await readResponse(respond('"12345678"'), 10))?.text).toBe('"12345678"');
    expect(await readResponse(respond('"123456789"'), 10)).toBeUndefined();
  });

  it('is bounded while it is read, and the rest is cancelled', async () => {
    const { counts, response } = streamed(Array.from({ length: 1_000 }, () => 'x'.repeat(10)));
    expect(await readResponse(response, 100)).toBeUndefined();
    expect(counts.read).toBeLessThan(15);
    expect(counts.cancelled).toBe(1);
  });

  it('over maxResponseBytes is a DecodeError that is not retried', async () => {
    const { kobble, sent } = setUp({ api: () => json({ id: 'x'.repeat(100) }), maxResponseBytes: 50 });
    const error = await failureOf(kobble.cards.get('1'));
    expect(error).toMatchObject({ name: 'DecodeError', code: 'body_too_large', outcome: 'unknown', attempts: 1 });
    expect(error.message).toBe('GET /customers/v1/cards/{id} → answered, but the body is larger than 50 bytes');
    expect(sent).toHaveLength(1);
  });
});

describe('the text of a body', () => {
  it('may be cut anywhere', async () => {
    const bytes = new TextEncoder().encode('{"id":"é😀"}');
    const parts = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const { kobble } = setUp({ api: () => new Response(parts) });
    expect(await kobble.cards.get('1')).toEqual({ id: 'é😀' });
  });

  it('that is no UTF-8 is a DecodeError: it would arrive changed', async () => {
    const api: Reply = () => new Response(new Uint8Array([0x22, 0xff, 0x22]));
    const error = await failureOf(setUp({ api }).kobble.cards.get('1'));
    expect(error).toMatchObject({ name: 'DecodeError', code: 'invalid_utf8', outcome: 'unknown' });
  });
});

describe('a 2xx where a body was promised', () => {
  it.each<[string, Reply, string, string]>([
    ['nothing', () => new Response(null), 'empty_body', 'without a body'],
    ['204', () => new Response(null, { status: 204 }), 'empty_body', 'without a body'],
    ['an empty text', () => new Response('', { headers: { 'content-length': '0' } }), 'empty_body', 'without a body'],
    ['null', () => json(null), 'unexpected_body', 'not with an object'],
    ['a string', () => json('ok'), 'unexpected_body', 'not with an object'],
    ['a number', () => json(0), 'unexpected_body', 'not with an object'],
    ['broken JSON', () => new Response('{"id": "secret-id'), 'invalid_json', 'not with JSON'],
    ['HTML', () => new Response('<html>secret-id</html>'), 'invalid_json', 'not with JSON'],
  ])('that holds %s is a DecodeError', async (_, api, code, why) => {
    const { kobble, sent } = setUp({ api });
    const error = await failureOf(kobble.cards.create(CARD));
    expect(error).toMatchObject({ name: 'DecodeError', code, outcome: 'unknown', attempts: 1 });
    expect(error.idempotencyKey).toBe(sent[0]?.headers['idempotency-key']);
    expect(error.message).toBe(`POST /customers/v1/cards → answered, but ${why}`);
    expect(`${error.message} ${String(error.cause)}`).not.toContain('secret-id');
    expect(sent).toHaveLength(1);
  });
});

describe('a 2xx where the answer is open', () => {
  it.each<[string, Reply, unknown]>([
    ['nothing', () => new Response(null), undefined],
    ['204', () => new Response(null, { status: 204 }), undefined],
    ['null', () => json(null), null],
    ['a string', () => json('ok'), 'ok'],
    ['false', () => json(false), false],
    ['an object with fields nobody knows', () => json({ status: 'NEW', more: [1] }), { status: 'NEW', more: [1] }],
  ])('gives %s as it is', async (_, api, data) => {
    const { kobble } = setUp({ api });
    expect(await kobble.cards.updateStatus('1', { status: 'ACTIVE' })).toEqual(data);
    expect(await kobble.webhooks.create({ url: 'https://kobble.test/hook' })).toEqual(data);
    expect(await kobble.request('POST', '/customers/v1/news')).toEqual(data);
    const {
      data: typed,
      error,
      response,
    } = await apiOf(kobble).PATCH('/customers/v1/wallets/{id}', {
      params: { path: { id: '1' } },
      body: {},
    });
    expect([typed, error, response.ok]).toEqual([data, undefined, true]);
  });

  it('is passed on as text if it is not JSON', async () => {
    const { kobble } = setUp({ api: () => new Response('accepted', { status: 202 }) });
    expect(await kobble.cards.updateStatus('1', { status: 'ACTIVE' })).toBe('accepted');
    expect(await kobble.request('GET', '/customers/v1/news')).toBe('accepted');
    const { data } = await apiOf(kobble).PATCH('/customers/v1/wallets/{id}', {
      params: { path: { id: '1' } },
      body: {},
      parseAs: 'text',
    });
    expect(data).toBe('accepted');
  });
});

describe('what nobody documented', () => {
  it('passes through: unknown enum values, extra fields, missing ones', async () => {
    const card = { id: 'card-1', status: 'FROZEN', extra: { deep: true } };
    expect(await setUp({ api: () => json(card, 201) }).kobble.cards.get('1')).toEqual(card);
  });
});
