// Proves that what signTestWebhook makes is genuine to OpenSSL and to our verifier, in each type, version and region.
import { createPublicKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { confirmSubscription, signTestWebhook, verifyWebhook } from '../../src/webhooks/index.js';
import { EVENT } from '../support/webhooks/authority.js';

const types = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'] as const;
const regions = ['ap-southeast-2', 'us-gov-west-1', 'cn-northwest-1'];

describe.each(types)('%s', (type) => {
  it.each(regions.flatMap((region) => [[region, '1'] as const, [region, '2'] as const]))(
    'of %s, version %s, is accepted',
    async (region, signatureVersion) => {
      const { rawBody, headers, topicArn, fetch } = signTestWebhook(EVENT, { type, region, signatureVersion });
      const webhook = await verifyWebhook(rawBody, { topicArns: [topicArn], headers, fetch });
      expect(webhook).toMatchObject({ type, topicArn, messageId: headers['x-amz-sns-message-id'] });
      if (webhook.type === 'Notification') expect(webhook.event).toEqual(EVENT);
      if (webhook.type === 'SubscriptionConfirmation') await confirmSubscription(webhook, { fetch });
    },
  );
});

it('bytes are as good as text', async () => {
  const { rawBody, topicArn, fetch } = signTestWebhook(EVENT, { subject: 'Grüße' });
  const bytes = new TextEncoder().encode(rawBody);
  const padded = Buffer.concat([Buffer.from('xx'), bytes]);
  for (const body of [bytes, Buffer.from(bytes), padded.subarray(2), bytes.buffer]) {
    await expect(verifyWebhook(body, { topicArns: [topicArn], fetch })).resolves.toMatchObject({ event: EVENT });
  }
});

it('the clock given is the time of publishing', async () => {
  const now = () => Date.parse('2031-05-06T07:08:09.010Z');
  const { rawBody, topicArn, fetch } = signTestWebhook(EVENT, { now });
  const webhook = await verifyWebhook(rawBody, { topicArns: [topicArn], fetch, now });
  expect(webhook.timestamp).toBe('2031-05-06T07:08:09.010Z');
  await expect(verifyWebhook(rawBody, { topicArns: [topicArn], fetch })).rejects.toMatchObject({
    code: 'timestamp_in_future',
  });
});

it('its certificate is one that OpenSSL reads, signed by itself', async () => {
  const { rawBody, fetch } = signTestWebhook();
  const { SigningCertURL } = JSON.parse(rawBody) as { SigningCertURL: string };
  const certificate = new X509Certificate(await (await fetch(SigningCertURL, {})).text());
  expect(certificate.subject).toBe('CN=throwaway for tests');
  expect(certificate.verify(createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' })))).toBe(true);
  expect([certificate.validFrom, certificate.validTo]).toEqual([
    'Jan  1 00:00:00 2000 GMT',
    'Dec 31 00:00:00 2049 GMT',
  ]);
});

it('nobody believes it but those who are given its fetch', async () => {
  const { rawBody, topicArn } = signTestWebhook(EVENT);
  const fetch = async () => new Response(null, { status: 404 });
  await expect(verifyWebhook(rawBody, { topicArns: [topicArn], fetch })).rejects.toMatchObject({
    code: 'certificate_unknown',
  });
});

it.each([{ region: 'moon' }, { topicArn: 'kobble' }, { region: 's3' }])('%o is no topic', (options) => {
  expect(() => signTestWebhook(EVENT, options)).toThrow(TypeError);
});

it('verifyWebhook rejects, and never throws, where an option is wrong', async () => {
  for (const options of [undefined, {}, { topicArns: [] }, { topicArns: ['x'] }]) {
    const promise = verifyWebhook('{}', options as never);
    await expect(promise).rejects.toThrow(TypeError);
    await expect(promise).rejects.toThrow('topicArns');
  }
});
