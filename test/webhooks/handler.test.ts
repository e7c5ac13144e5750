// Proves what the handler answers, logs and hands on: each event once, and again only where it failed.
import { describe, expect, it } from 'vitest';
import { createWebhookHandler, signTestWebhook, type WebhookHandlerOptions } from '../../src/webhooks/index.js';
import { EVENT } from '../support/webhooks/authority.js';
import { endpoint, fetch, topicArn } from '../support/webhooks/endpoint.js';
import { until } from '../support/webhooks/until.js';

describe('the handler answers', () => {
  it('200 once the callback has resolved, with what it was told of the message', async () => {
    let finish: () => void = () => undefined;
    const seen: unknown[] = [];
    const { deliver } = endpoint({
      onEvent: (...told) => {
        seen.push(...told);
        return new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const webhook = signTestWebhook(EVENT);
    let answered = false;
    const status = deliver(webhook).finally(() => (answered = true));
    await until(() => seen.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    finish();
    expect(await status).toBe(200);
    expect(seen).toEqual([
      EVENT,
      { messageId: webhook.headers['x-amz-sns-message-id'], topicArn, timestamp: expect.any(String) as string },
    ]);
  });

  it.each(['GET', 'PUT', 'HEAD', 'DELETE'])('405 to %s, naming POST', async (method) => {
    const answer = await endpoint().handler(new Request('http://localhost/', { method }));
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('413 by what the header says, with the body unread', async () => {
    const body = new ReadableStream({ pull: () => expect.unreachable() }, { highWaterMark: 0 });
    expect((await endpoint().post(body, { 'content-length': '1048577' })).status).toBe(413);
  });

  it('413 by what has come so far, and reads no further', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
      cancel: () => void (cancelled = true),
    });
    expect((await endpoint().post(body)).status).toBe(413);
    expect(pulled).toBeLessThan(20);
    expect(cancelled).toBe(true);
  });

  it.each([
    ['no body', null],
    ['no JSON', 'Hello'],
    ['no message', '{"id":"x"}'],
    ['no event', signTestWebhook([] as never).rawBody],
  ])('400 to %s', async (_, body) => {
    expect((await endpoint().post(body)).status).toBe(400);
  });

  it('403 to a forgery, with the reason in the log only', async () => {
    const { post, log, events } = endpoint();
    const forged = signTestWebhook(EVENT).rawBody.replace('transaction-create', 'transaction-forged');
    const answer = await post(forged);
    expect([answer.status, await answer.text(), [...answer.headers]]).toEqual([403, '', []]);
    expect(log.lines).toEqual([
      'error kobble-client: webhook refused, the signature does not match (signature_invalid, answered 403: SNS does not deliver it again)',
    ]);
    expect(events).toEqual([]);
  });

  it('403 to a topic that is not listed, and logs its name only where it is one', async () => {
    const { deliver, post, log } = endpoint();
    const other = signTestWebhook(EVENT, { topicArn: `${topicArn}-other` });
    expect(await deliver(other)).toBe(403);
    expect(log.lines.at(-1)).toContain(`${topicArn}-other`);
    const { status } = await post(other.rawBody.replace(`${topicArn}-other`, 'arn:\\u001b[31mteal'), {});
    expect(status).toBe(400);
    expect((await post(other.rawBody.replace(`${topicArn}-other`, 'arn:teal'), {})).status).toBe(403);
    expect(log.lines.at(-1)).not.toContain('teal');
  });

  it('503 where the certificate cannot be fetched, and 200 when SNS tries again', async () => {
    let down = true;
    const { deliver, events } = endpoint({
      fetch: async (url, init) => (down ? Promise.reject(new TypeError('fetch failed')) : fetch(url, init)),
    });
    const webhook = signTestWebhook(EVENT);
    expect(await deliver(webhook)).toBe(503);
    down = false;
    expect(await deliver(webhook)).toBe(200);
    expect(events).toEqual([EVENT]);
  });

  it('500 where the body breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    expect((await endpoint().post(body)).status).toBe(500);
  });
});

describe('`on` takes', () => {
  it('the types it names, and the others in `unknown`', async () => {
    const taken: string[] = [];
    const { deliver } = endpoint({
      on: {
        'transaction-create': (event) => taken.push(`created ${event.type satisfies 'transaction-create'}`),
        unknown: (event) => taken.push(`unknown ${typeof event.type === 'string' ? event.type : 'without a type'}`),
      },
    });
    for (const type of ['transaction-create', 'wallet-update', 'unknown', 'constructor', '__proto__']) {
      expect(await deliver(signTestWebhook({ type }))).toBe(200);
    }
    await deliver(signTestWebhook({}));
    expect(taken).toEqual([
      'created transaction-create',
      ...['wallet-update', 'unknown', 'constructor', '__proto__', 'without a type'].map((type) => `unknown ${type}`),
    ]);
  });

  it.each([
    { type: ['transaction-create'] },
    { id: null, type: 'transaction-create' },
    { id: 7, type: null, entity_id: {}, client_id: false, created_at: [] },
  ])('a genuine event whose fields have another type: %o', async (event) => {
    const taken: unknown[] = [];
    const take = (event: unknown) => taken.push(event);
    const { deliver } = endpoint({ on: { 'transaction-create': take, unknown: take } });
    expect(await deliver(signTestWebhook(event))).toBe(200);
    expect(taken).toEqual([event]);
  });

  it('nothing else, which is answered 200 and logged', async () => {
    const { deliver, log } = endpoint({ on: {} });
    expect(await deliver(signTestWebhook(EVENT))).toBe(200);
    expect(log.lines).toEqual([expect.stringContaining('"transaction-create" was dropped')]);
  });
});

it.each<[string, unknown]>([
  ['no options', undefined],
  ['no topicArns', { onEvent: () => undefined }],
  ['an empty list of topics', { topicArns: [], onEvent: () => undefined }],
  ['a topic that is a text', { topicArns: topicArn, onEvent: () => undefined }],
  ['a topic that is no ARN', { topicArns: ['*'], onEvent: () => undefined }],
  ['a topic of China outside of it', { topicArns: [topicArn.replace('ap-southeast-2', 'cn-north-1')], on: {} }],
  ['no callback', { topicArns: [topicArn] }],
  ['two ways to find a callback', { topicArns: [topicArn], onEvent: () => undefined, on: {} }],
  ['callbacks that are null', { topicArns: [topicArn], on: null }],
  [
    'a callback for a type that is not known',
    { topicArns: [topicArn], on: { 'transaction-created': () => undefined } },
  ],
  ['a store that is none', { topicArns: [topicArn], on: {}, seen: {} }],
  ['a callback that is none', { topicArns: [topicArn], on: { unknown: 'log' } }],
  ['a negative age', { topicArns: [topicArn], on: {}, maxAgeMs: -1 }],
  ['an age that is no number', { topicArns: [topicArn], on: {}, maxAgeMs: Number.NaN }],
  ['a clock that is a time', { topicArns: [topicArn], on: {}, now: Date.now() }],
])('%s is refused when the handler is made', (_, options) => {
  expect(() => createWebhookHandler(options as WebhookHandlerOptions)).toThrow(/^kobble-client: /);
  expect(() => createWebhookHandler(options as WebhookHandlerOptions)).toThrow(TypeError);
});
