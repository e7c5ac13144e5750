// Proves that a subscription is confirmed only where a genuine message asks for it, and that its token shows nowhere.
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { confirmSubscription, signTestWebhook, verifyWebhook, type Fetch } from '../../src/webhooks/index.js';
import {
  CERTIFICATE_URL,
  NOW,
  TOPIC,
  confirmation,
  json,
  serving,
  signed,
  type Fields,
} from '../support/webhooks/authority.js';
import { endpoint, fetch, topicArn } from '../support/webhooks/endpoint.js';

describe('a subscription', () => {
  it('is confirmed by a visit to its address, after which 200 is answered', async () => {
    const asked: string[] = [];
    const { deliver, log, events } = endpoint({
      fetch: (url, init) => {
        asked.push(url);
        return fetch(url, init);
      },
    });
    const webhook = signTestWebhook(undefined, { type: 'SubscriptionConfirmation' });
    expect(await deliver(webhook)).toBe(200);
    expect(asked).toEqual([expect.stringContaining('.pem'), (JSON.parse(webhook.rawBody) as never)['SubscribeURL']]);
    expect([...log.lines, ...events]).toEqual([]);
  });

  it('is asked for again where the visit failed, and its token is in no log', async () => {
    const { deliver, log } = endpoint({
      fetch: async (url, init) => (url.endsWith('.pem') ? fetch(url, init) : new Response('no', { status: 400 })),
    });
    const webhook = signTestWebhook(undefined, { type: 'SubscriptionConfirmation' });
    expect(await deliver(webhook)).toBe(503);
    expect(log.lines.join()).toContain('confirmation_failed');
    expect(log.lines.join()).not.toContain((JSON.parse(webhook.rawBody) as never)['Token']);
  });

  it.each(['topicArns', 'signature'])('is not visited where the %s says no', async (what) => {
    const asked: string[] = [];
    const { deliver } = endpoint({
      fetch: (url, init) => {
        asked.push(url);
        return fetch(url, init);
      },
    });
    const webhook = signTestWebhook(undefined, {
      type: 'SubscriptionConfirmation',
      topicArn: what === 'topicArns' ? `${topicArn}-other` : topicArn,
    });
    const rawBody = what === 'signature' ? webhook.rawBody.replace('For tests', 'For tricks') : webhook.rawBody;
    expect(await deliver({ ...webhook, rawBody })).toBe(403);
    expect(asked.filter((url) => !url.endsWith('.pem'))).toEqual([]);
  });

  it('that has ended is logged, and not brought back', async () => {
    const asked: string[] = [];
    const { deliver, log } = endpoint({
      fetch: (url, init) => {
        asked.push(url);
        return fetch(url, init);
      },
    });
    expect(await deliver(signTestWebhook(undefined, { type: 'UnsubscribeConfirmation' }))).toBe(200);
    expect(asked).toHaveLength(1);
    expect(log.lines).toEqual(['warn kobble-client: a webhook subscription has ended']);
  });
});

const verify = (fetch: Fetch, fields: Fields = confirmation()) =>
  verifyWebhook(json(signed(fields)), { topicArns: [TOPIC], now: () => NOW, fetch });

describe('confirmSubscription', () => {
  it('visits the SubscribeURL, which shows nowhere', async () => {
    const fetch = serving();
    const webhook = await verify(fetch);
    if (webhook.type !== 'SubscriptionConfirmation') throw new Error('not a confirmation');
    expect(Object.keys(webhook)).toEqual(['type', 'messageId', 'topicArn', 'timestamp']);
    await confirmSubscription(webhook, { fetch });
    expect(fetch.asked).toEqual([CERTIFICATE_URL, webhook.subscribeUrl]);
    expect(webhook.subscribeUrl).toContain(webhook.token);
  });

  it.each([true, false])(
    'is inspected with getters and hidden members without a secret (customInspect: %s)',
    async (customInspect) => {
      for (const Type of ['SubscriptionConfirmation', 'UnsubscribeConfirmation']) {
        const webhook = await verify(serving(), confirmation({ Type }));
        const shown = inspect({ webhook }, { getters: true, showHidden: true, depth: 9, customInspect });
        expect(shown).toContain(webhook.messageId);
        expect(shown).not.toMatch(/2336412f|ConfirmSubscription|token/i);
      }
    },
  );

  it('visits nothing that verifyWebhook has not returned', async () => {
    const fetch = serving();
    const made = { type: 'SubscriptionConfirmation', subscribeUrl: 'http://169.254.169.254/' };
    await expect(confirmSubscription(made as never, { fetch })).rejects.toThrow(TypeError);
    await expect(confirmSubscription(null as never, { fetch })).rejects.toThrow(TypeError);
    const ended = await verify(fetch, confirmation({ Type: 'UnsubscribeConfirmation' }));
    await expect(confirmSubscription(ended as never, { fetch })).rejects.toThrow(TypeError);
    expect(fetch.asked).toEqual([CERTIFICATE_URL]);
  });

  it('fails without the address where what fetch throws has it', async () => {
    const webhook = await verify(serving());
    if (webhook.type !== 'SubscriptionConfirmation') throw new Error('not a confirmation');
    const error: unknown = await confirmSubscription(webhook, {
      fetch: (url) => Promise.reject(new TypeError(`Failed to fetch ${url}`)),
    }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'confirmation_failed', name: 'WebhookError' });
    expect(String((error as Error).stack)).not.toContain(webhook.token);
    expect((error as Error).cause).toBeUndefined();
  });
});
