// Proves that what arrives in the field is not lost: clocks that are off, large envelopes, shared stores, other partitions.
import { describe, expect, it } from 'vitest';
import { signTestWebhook, verifyWebhook, type SeenStore } from '../../src/webhooks/index.js';
import { endpoint } from '../support/webhooks/endpoint.js';

const DAYS = 24 * 60 * 60 * 1_000;

describe('a clock of ours that is off', () => {
  it.each([
    ['by ten minutes', 'timestamp_in_future', 10 * 60 * 1_000],
    ['by thirty years', 'certificate_not_yet_valid', 30 * 365 * DAYS],
  ])('%s is answered 503, so that SNS delivers again', async (_, code, behind) => {
    const now = () => Date.now() - behind;
    const isOld = code === 'certificate_not_yet_valid';
    const { deliver, log } = endpoint({ now });
    expect(await deliver(signTestWebhook({}, isOld ? { now } : {}))).toBe(503);
    expect(log.lines).toEqual([expect.stringMatching(new RegExp(`^error .*clock.*\\(${code}, answered 503\\)$`))]);
  });
});

describe('the log line of a 4xx', () => {
  const foreign = { topicArn: 'arn:aws:sns:ap-southeast-2:999999999999:other' };
  it.each([
    ['a topic that is not in topicArns', 403, 'topic_not_allowed', () => signTestWebhook({}, foreign)],
    ['a forgery', 403, 'signature_invalid', () => forged()],
    ['no message', 400, 'body_not_json', () => ({ rawBody: 'Hello', headers: {} })],
  ])('says at error that SNS does not deliver again: %s', async (_, status, code, make) => {
    const { deliver, log } = endpoint();
    expect(await deliver(make())).toBe(status);
    const line = new RegExp(`^error .*\\(${code}, answered ${status}: SNS does not deliver it again\\)$`);
    expect(log.lines).toEqual([expect.stringMatching(line)]);
  });
});

function forged() {
  const { rawBody, headers } = signTestWebhook({ id: 'genuine' });
  return { headers, rawBody: rawBody.replace('genuine', 'forged!') };
}

describe('an envelope', () => {
  // A Message of 256 KiB may consist of letters that JSON writes with two to six.
  const event = { id: '\u0001'.repeat(140_000) };

  it('of 256 KiB that its escapes have made larger is handed over', async () => {
    const webhook = signTestWebhook(event);
    expect(webhook.rawBody.length).toBeGreaterThan(900_000);
    const { deliver, events } = endpoint();
    expect([await deliver(webhook), events]).toEqual([200, [event]]);
  });

  it('of more than 1 MiB is refused', async () => {
    const { rawBody, headers } = signTestWebhook(event);
    const { deliver, events } = endpoint();
    expect(await deliver({ headers, rawBody: rawBody.padEnd(1024 * 1024 + 1) })).toBe(413);
    expect(events).toEqual([]);
  });
});

describe('two services that share a store', () => {
  const shared = () => {
    const kept = new Map<string, boolean>();
    const seen: SeenStore = { get: (key) => kept.get(key), set: (key, value) => kept.set(key, value) };
    return { kept, seen };
  };

  it('are both handed a message, each once, by the names of their endpoints', async () => {
    const { kept, seen } = shared();
    const webhook = signTestWebhook({ id: '1' });
    const { messageId } = JSON.parse(`{"messageId":"${webhook.headers['x-amz-sns-message-id'] ?? ''}"}`) as {
      messageId: string;
    };
    for (const consumer of ['ledger', 'mailer']) {
      const endpoints = [endpoint({ seen, consumer }), endpoint({ seen, consumer })];
      for (const { deliver } of endpoints) expect(await deliver(webhook)).toBe(200);
      expect(endpoints.flatMap(({ events }) => events)).toHaveLength(1);
    }
    const keys = ['ledger', 'mailer'].map((consumer) => `kobble-client:webhook:${consumer}:${messageId}`);
    expect([...kept.keys()]).toEqual(keys);
  });

  it.each(['', 5, null, {}])('refuses %j as a name', (consumer) => {
    expect(() => endpoint({ consumer: consumer as string })).toThrow('kobble-client: consumer must be a text');
  });
});

describe('topics of every partition of AWS that is public', () => {
  it.each([
    ['aws', 'eu-central-1', 'sns.eu-central-1.amazonaws.com'],
    ['aws-cn', 'cn-north-1', 'sns.cn-north-1.amazonaws.com.cn'],
    ['aws-us-gov', 'us-gov-west-1', 'sns.us-gov-west-1.amazonaws.com'],
    ['aws-eusc', 'eusc-de-east-1', 'sns.eusc-de-east-1.amazonaws.eu'],
  ])('%s: %s', async (partition, region, host) => {
    for (const type of ['Notification', 'SubscriptionConfirmation'] as const) {
      const { rawBody, headers, topicArn, fetch } = signTestWebhook({}, { region, type });
      const asked: string[] = [];
      const watched = (url: string, init: RequestInit) => (asked.push(new URL(url).host), fetch(url, init));
      expect(topicArn).toBe(`arn:${partition}:sns:${region}:000000000000:kobble-test`);
      expect(await verifyWebhook(rawBody, { topicArns: [topicArn], fetch: watched, headers })).toMatchObject({ type });
      expect(asked).toEqual([host]);
    }
  });

  it.each([
    'arn:aws:sns:us-gov-west-1:000000000000:t',
    'arn:aws-us-gov:sns:us-east-1:000000000000:t',
    'arn:aws:sns:eusc-de-east-1:000000000000:t',
    'arn:aws-eusc:sns:eu-central-1:000000000000:t',
    'arn:aws-iso:sns:us-iso-east-1:000000000000:t',
  ])('refuses a region of another partition: %s', async (topicArn) => {
    await expect(verifyWebhook('{}', { topicArns: [topicArn] })).rejects.toThrow('ARNs of SNS topics only');
  });

  it('refuses a certificate of another partition', async () => {
    const { rawBody, topicArn, fetch } = signTestWebhook({}, { region: 'eusc-de-east-1' });
    for (const host of ['sns.eusc-de-east-1.amazonaws.com', 'sns.eu-central-1.amazonaws.com']) {
      const moved = rawBody.replace('sns.eusc-de-east-1.amazonaws.eu', host);
      const code = expect.stringMatching(/^certificate_(region_mismatch|url_not_allowed)$/) as string;
      await expect(verifyWebhook(moved, { topicArns: [topicArn], fetch })).rejects.toMatchObject({ code });
    }
  });
});

it('a message of a dead-letter queue, days old, is verified without a limit of age', async () => {
  const { rawBody, topicArn, fetch } = signTestWebhook({ id: '1' }, { now: () => Date.now() - 14 * DAYS });
  const verify = (maxAgeMs?: number) => verifyWebhook(rawBody, { topicArns: [topicArn], fetch, maxAgeMs });
  await expect(verify()).rejects.toMatchObject({ code: 'timestamp_too_old' });
  expect(await verify(Number.POSITIVE_INFINITY)).toMatchObject({ event: { id: '1' } });
});
