// Proves that a verified event survives a queue, and that nothing else is read as one.
import { describe, expect, it } from 'vitest';
import { readVerifiedEvent, signTestWebhook, verifyWebhook, type Delivery } from '../../src/webhooks/index.js';
import { EVENT } from '../support/webhooks/authority.js';
import { endpoint, fetch, topicArn } from '../support/webhooks/endpoint.js';

const verified = async (event: object = EVENT) =>
  verifyWebhook(signTestWebhook(event).rawBody, { topicArns: [topicArn], fetch });

describe('readVerifiedEvent', () => {
  it('returns what verifyWebhook returned, also from a queue that parses JSON by itself', async () => {
    const webhook = await verified();
    expect(readVerifiedEvent(JSON.stringify(webhook))).toEqual(webhook);
    expect(readVerifiedEvent(JSON.parse(JSON.stringify(webhook)) as object)).toEqual(webhook);
  });

  it('returns the event that a handler was given, with its delivery', async () => {
    const queue: string[] = [];
    const onEvent = (event: object, delivery: Delivery) => queue.push(JSON.stringify({ event, ...delivery }));
    await endpoint({ onEvent }).deliver(signTestWebhook(EVENT));
    expect(readVerifiedEvent(queue[0] ?? '')).toMatchObject({ type: 'Notification', event: EVENT, topicArn });
  });

  it.each([{ id: null }, { type: 7, more: { deep: [1] } }, {}])('keeps an event of any form: %o', async (event) => {
    expect(readVerifiedEvent(JSON.stringify(await verified(event))).event).toEqual(event);
  });

  it('drops what is no part of it', async () => {
    const text = JSON.stringify(Object.assign(await verified(), { attempts: 3, record: 'x' }));
    expect(Object.keys(readVerifiedEvent(text))).toEqual(['type', 'event', 'messageId', 'topicArn', 'timestamp']);
  });

  const good = { event: EVENT, messageId: EVENT.id, topicArn, timestamp: '2026-03-02T09:30:01.000Z' };
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  it.each<[string, unknown]>([
    ['no JSON', '{"event":'],
    ['nothing', undefined],
    ['null', 'null'],
    ['a number', 7],
    ['a list', '[]'],
    ['the event alone', EVENT],
    ['the envelope of SNS', signTestWebhook(EVENT).rawBody],
    ['a confirmation', { ...good, type: 'SubscriptionConfirmation' }],
    ['an event that is a text', { ...good, event: JSON.stringify(EVENT) }],
    ['an event that is a list', { ...good, event: [EVENT] }],
    ['no event', { ...good, event: undefined }],
    ['an id that is none', { ...good, messageId: 'm-1' }],
    ['a topic that is none', { ...good, topicArn: 'kobble-events' }],
    ['a time that is none', { ...good, timestamp: 'yesterday' }],
    ['a time that is a number', { ...good, timestamp: 1_772_443_801_000 }],
    ['bytes', new TextEncoder().encode(JSON.stringify(good))],
    ['a circle', circle],
  ])('refuses %s, without a word of it', (_, json) => {
    expect(readVerifiedEvent(good)).toMatchObject(good);
    const read = () => readVerifiedEvent(json as string);
    expect(read).toThrow(expect.objectContaining({ name: 'WebhookError', code: 'not_a_verified_event' }));
    expect(read).toThrow(/^kobble-client: webhook refused, this is not an event that verifyWebhook returned(: \w+)?$/);
  });
});
