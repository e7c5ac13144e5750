// Proves that AWS's own verifier and ours agree on genuine messages, and says why ours is right where they do not.
import { EventEmitter } from 'node:events';
import https from 'node:https';
import MessageValidator from 'sns-validator';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyWebhook } from '../../src/webhooks/index.js';
import {
  CERTIFICATE_URL,
  KEYS,
  NOW,
  PEM,
  TOPIC,
  confirmation,
  json,
  notification,
  pemOf,
  serving,
  signed,
  subscribeUrl,
  type Fields,
} from '../support/webhooks/authority.js';

let pem = PEM;

/** sns-validator downloads by itself; it keeps certificates by URL, for ever. */
beforeEach(() => {
  vi.spyOn(https, 'get').mockImplementation(((_url: string, callback: (response: EventEmitter) => void) => {
    const response = Object.assign(new EventEmitter(), { statusCode: 200 });
    callback(response);
    response.emit('data', Buffer.from(pem));
    response.emit('end');
    return new EventEmitter();
  }) as never);
  return () => vi.restoreAllMocks();
});

const theirs = (body: string): Promise<boolean> =>
  new Promise((resolve) => new MessageValidator().validate(body, (error) => resolve(error === null)));

const ours = (body: string, topicArns = [TOPIC]): Promise<boolean> =>
  verifyWebhook(body, { topicArns, now: () => NOW, fetch: serving(pem) }).then(
    () => true,
    () => false,
  );

const CHINA = 'arn:aws-cn:sns:cn-north-1:123456789012:kobble-events';
const inChina = {
  TopicArn: CHINA,
  SigningCertURL: CERTIFICATE_URL.replace('ap-southeast-2', 'cn-north-1').replace('.com', '.com.cn'),
};

const genuine: Record<string, Fields> = {
  'a notification without a subject': notification({ Subject: undefined }),
  "a notification with a null subject, as in Kobble's sample": notification({ Subject: null }),
  'a notification with a subject': notification({ Subject: 'Hello' }),
  'a notification in many scripts': notification({ Message: '{"id":"カード 💳 é\\n\u2028"}', Subject: 'Grüße' }),
  'a notification of some lines': notification({ Message: '{\n "id": "x"\n}\n' }),
  'a notification from China': notification(inChina),
  'a confirmation': confirmation(),
  'a confirmation from China': confirmation({
    ...inChina,
    SubscribeURL: subscribeUrl(CHINA, undefined, 'sns.cn-north-1.amazonaws.com.cn'),
  }),
};

describe.each(['1', '2'])('signature version %s', (SignatureVersion) => {
  it.each(Object.entries(genuine))('both accept %s', async (_, fields) => {
    const body = json(signed({ ...fields, SignatureVersion }));
    expect(await theirs(body)).toBe(true);
    expect(await ours(body, [TOPIC, CHINA])).toBe(true);
  });

  // AWS's page signs the Token of both confirmations. sns-validator leaves it out of the end of a subscription, so it
  // refuses what SNS signs, and would accept any Token in what somebody had got signed without.
  it('only ours accepts the end of a subscription', async () => {
    const fields = confirmation({ Type: 'UnsubscribeConfirmation', SignatureVersion });
    const body = json(signed(fields));
    expect(await theirs(body)).toBe(false);
    expect(await ours(body)).toBe(true);
    const { Signature } = signed({ ...fields, Token: undefined });
    const tokenless = json({ ...fields, Signature });
    expect(await theirs(tokenless)).toBe(true);
    expect(await ours(tokenless)).toBe(false);
  });
});

describe('only ours refuses', () => {
  const message = signed(notification());
  const MessageId = '11111111-1111-4111-8111-111111111111';
  const hidden = signed(notification({ Message: `{}\nMessageId\n${MessageId}\nSubject\nx`, MessageId }));

  it.each<[name: string, why: string, fields: Fields]>([
    ['a stranger’s topic', 'anyone can have SNS sign', signed(notification({ TopicArn: `${TOPIC}x` }))],
    ['a message of last year', 'it may be a replay', signed(notification({ Timestamp: '2025-03-02T09:30:01.000Z' }))],
    [
      'a certificate in a bucket called sns',
      'its host has the shape of a region to sns-validator, and whoever owns the bucket could sign',
      signed(notification({ SigningCertURL: CERTIFICATE_URL.replace('ap-southeast-2', 's3-us-west-2') })),
    ],
    [
      'a certificate of another name',
      'SNS has one way to name them',
      signed(notification({ SigningCertURL: CERTIFICATE_URL.replace('SimpleNotificationService', 'x') })),
    ],
    [
      'a certificate with a query',
      'SNS has none',
      signed(notification({ SigningCertURL: `${CERTIFICATE_URL}?x=.pem` })),
    ],
    ['a signature with blanks', 'one message has one signature', { ...message, Signature: ` ${message.Signature}` }],
    [
      'a signed text cut up differently',
      'what was part of the Message is now part of the Subject',
      { ...hidden, Message: '{}', Subject: `x\nMessageId\n${MessageId}` },
    ],
    [
      'half a character for the U+FFFD that was signed',
      'both are encoded alike',
      { ...signed(notification({ Message: '{"id":"\ufffd"}' })), Message: '{"id":"\ud800"}' },
    ],
    [
      'a SubscribeURL on another host',
      'nobody should be sent there, signed or not',
      signed(confirmation({ SubscribeURL: subscribeUrl(TOPIC, undefined, 'evil.example') })),
    ],
  ])('%s: %s', async (_name, _why, fields) => {
    expect(await theirs(json(fields))).toBe(true);
    expect(await ours(json(fields))).toBe(false);
  });

  it('a certificate that has expired', async () => {
    pem = pemOf(KEYS, '2025-01-01', '2025-12-31');
    // An address of its own, since sns-validator keeps what it has downloaded.
    const body = json(signed(notification({ SigningCertURL: CERTIFICATE_URL.replace('0123', 'ffff') })));
    expect(await theirs(body)).toBe(true);
    expect(await ours(body)).toBe(false);
    pem = PEM;
  });
});
