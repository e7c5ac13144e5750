// Proves that options are read once, at the door, and by own properties only: a name on Object.prototype is no option.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTelemetryHooks } from '../../src/opentelemetry/index.js';
import { redisTokenStore } from '../../src/redis/index.js';
import {
  confirmSubscription,
  signTestWebhook,
  toNodeHandler,
  verifyWebhook,
  type Fetch,
} from '../../src/webhooks/index.js';
import { endpoint } from '../support/webhooks/endpoint.js';

const polluted: Record<string, unknown> = Object.prototype as never;
const names = new Set<string>();
function pollute(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    names.add(name);
    Object.defineProperty(polluted, name, { value, configurable: true, writable: true });
  }
}
afterEach(() => {
  for (const name of names) Reflect.deleteProperty(polluted, name);
  names.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const HOURS = 60 * 60 * 1_000;
const old = () => signTestWebhook({ id: 'old' }, { now: () => Date.now() - 2 * HOURS });
const refuse = () => {
  throw new Error('was used');
};

describe('a polluted Object.prototype', () => {
  it('does not turn replay protection off', async () => {
    const { rawBody, topicArn, fetch } = old();
    const { deliver } = endpoint();
    pollute({ maxAgeMs: Number.POSITIVE_INFINITY });
    await expect(verifyWebhook(rawBody, { topicArns: [topicArn], fetch })).rejects.toMatchObject({
      code: 'timestamp_too_old',
    });
    expect(await deliver(old())).toBe(403);
    expect(await endpoint().deliver(old())).toBe(403);
  });

  it('sets no clock, topics, headers, store, name or callback of a handler', async () => {
    const topicArns = ['arn:aws:sns:ap-southeast-2:999999999999:forged'];
    pollute({ now: () => 0, topicArns, headers: { 'x-amz-sns-message-id': 'other' }, onEvent: refuse, consumer: 5 });
    const { rawBody, topicArn, fetch } = signTestWebhook();
    expect(await verifyWebhook(rawBody, { topicArns: [topicArn], fetch })).toMatchObject({ type: 'Notification' });
    await expect(verifyWebhook(rawBody, { fetch } as never)).rejects.toThrow('topicArns is required');
    pollute({ seen: { get: refuse, set: refuse }, 'transaction-create': refuse, unknown: refuse });
    const events: unknown[] = [];
    const { deliver } = endpoint({ on: { unknown: (event) => events.push(event) } });
    expect(await deliver(signTestWebhook({ type: 'transaction-create' }))).toBe(200);
    expect(events).toHaveLength(1);
  });

  it('sends no confirmation by another fetch', async () => {
    const { rawBody, topicArn, fetch } = signTestWebhook({}, { type: 'SubscriptionConfirmation' });
    const webhook = await verifyWebhook(rawBody, { topicArns: [topicArn], fetch });
    const ours = vi.fn<Fetch>(async () => new Response());
    vi.stubGlobal('fetch', ours);
    pollute({ fetch: refuse });
    if (webhook.type === 'SubscriptionConfirmation') await confirmSubscription(webhook, {});
    expect(ours).toHaveBeenCalledOnce();
  });

  it('does not sign test webhooks of another type', () => {
    pollute({ type: 'UnsubscribeConfirmation', messageId: 'forged', subject: 'forged' });
    expect(JSON.parse(signTestWebhook().rawBody)).toMatchObject({ Type: 'Notification' });
    expect(signTestWebhook().rawBody).not.toContain('forged');
  });
});

it('a store of Redis takes no prefix or lifetime of Object.prototype', async () => {
  const asked: string[] = [];
  const client = {
    get: async (key: string) => void asked.push(key),
    set: async () => 'OK',
    del: async () => 1,
    eval: async () => 1,
  };
  pollute({ prefix: 'forged:', lockTtlMs: -1 });
  await redisTokenStore(client, {}).get('kobble-client:token');
  expect(asked).toEqual(['kobble-client:token']);
});

it('hooks of OpenTelemetry take no provider or switch of Object.prototype', () => {
  pollute({ tracerProvider: { getTracer: refuse }, propagate: false });
  expect(openTelemetryHooks({}).requestHeaders).toBeTypeOf('function');
});

it('a Node handler takes no logger of Object.prototype', async () => {
  const lines: string[] = [];
  const error = vi.spyOn(console, 'error').mockReturnValue();
  pollute({ logger: { error: (line: string) => void lines.push(line) } });
  const written: unknown[] = [];
  const request = { method: 'GET', headers: {}, on: () => 0, pause: () => 0, resume: () => 0 };
  const response = { statusCode: 0, setHeader: () => 0, end: (body: unknown) => void written.push(body) };
  toNodeHandler(() => Promise.reject(new Error('no')), {})(request, response);
  await expect.poll(() => written).toHaveLength(1);
  expect([response.statusCode, lines]).toEqual([500, []]);
  expect(error).toHaveBeenCalledOnce();
});
