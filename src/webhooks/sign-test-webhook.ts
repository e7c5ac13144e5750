import { optionError, ownCopy } from '../checks.js';
import type { SnsMessage } from '../contract/types.js';
import type { WebhookEvent } from './event.js';
import { HASHES, stringToSign } from './signature.js';
import { hostOfTopic, partitionOf, type Fetch } from './sns.js';
import { base64, nodeCrypto, throwawayCertificate } from './throwaway-certificate.js';

/** Options of {@link signTestWebhook}. */
export interface SignTestWebhookOptions {
  /** Default `Notification`. The other two carry no event. */
  type?: SnsMessage['Type'] | undefined;
  /** `1` is RSA with SHA-1, `2` (the default) RSA with SHA-256. */
  signatureVersion?: '1' | '2' | undefined;
  /** Default `ap-southeast-2`. */
  region?: string | undefined;
  /** Default: a topic of account 000000000000 in the region. */
  topicArn?: string | undefined;
  /** Pass the same one twice to simulate a repeated delivery. Default: a new one. */
  messageId?: string | undefined;
  /** Default: none, and the field is omitted as SNS does. */
  subject?: string | undefined;
  /** Returns the time of publishing in milliseconds since 1970. Default: `Date.now`. */
  now?: (() => number) | undefined;
}

/** A message as SNS would post it, with the options that make it trusted. */
export interface TestWebhook {
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Pass it in `topicArns`. */
  readonly topicArn: string;
  /** Pass it as `fetch`. It serves the throwaway certificate and SubscribeURLs, and nothing else. The same one each time. */
  readonly fetch: Fetch;
}

/**
 * Signs a message with a throwaway key that only the returned `fetch` vouches for, so that an endpoint can be tested
 * offline. Messages of a fake Kobble in the same process have the same key: to make a forgery, change `rawBody`. The first
 * call generates the key (RSA 2048, about 100 ms). Needs `node:crypto`; the rest of this entry point does not.
 *
 * @example
 * const { rawBody, headers, topicArn, fetch } = signTestWebhook({ id, type: 'transaction-create', entity_id });
 * const handler = createWebhookHandler({ topicArns: [topicArn], fetch, onEvent });
 * const response = await handler(new Request('http://localhost/', { method: 'POST', headers, body: rawBody }));
 *
 * @throws TypeError if `topicArn` or `region` do not name a topic of SNS.
 */
export function signTestWebhook(event: WebhookEvent = {}, options: SignTestWebhookOptions = {}): TestWebhook {
  const own = ownCopy(options);
  const { type = 'Notification', region = 'ap-southeast-2', now = Date.now } = own;
  const { topicArn = `arn:${partitionOf(region).name}:sns:${region}:000000000000:kobble-test` } = own;
  const host = hostOfTopic(topicArn);
  if (host === undefined) throw optionError('topicArn', 'or region must name a topic of SNS');
  const { privateKey, path, fetch } = (authority ??= makeAuthority());
  const unsigned = {
    MessageId: own.messageId ?? crypto.randomUUID(),
    TopicArn: topicArn,
    Timestamp: new Date(now()).toISOString(),
    SignatureVersion: own.signatureVersion ?? '2',
    SigningCertURL: `https://${host}${path}`,
    ...(type === 'Notification' ? notification(event, own.subject) : confirmation(type, host, topicArn)),
  };
  const hash = HASHES[unsigned.SignatureVersion].replace('-', '');
  const signature = nodeCrypto().sign(hash, new TextEncoder().encode(stringToSign(unsigned)), privateKey);
  return {
    rawBody: JSON.stringify({ ...unsigned, Signature: base64(signature) }),
    headers: {
      'content-type': 'text/plain; charset=UTF-8',
      'x-amz-sns-message-type': type,
      'x-amz-sns-message-id': unsigned.MessageId,
      'x-amz-sns-topic-arn': topicArn,
    },
    topicArn,
    fetch,
  };
}

function notification(event: WebhookEvent, subject: string | undefined) {
  const Message = JSON.stringify(event);
  return { Type: 'Notification' as const, Message, ...(subject !== undefined && { Subject: subject }) };
}

function confirmation(Type: 'SubscriptionConfirmation' | 'UnsubscribeConfirmation', host: string, topicArn: string) {
  const Token = randomHex(64);
  const query = new URLSearchParams({ Action: 'ConfirmSubscription', TopicArn: topicArn, Token });
  return { Type, Message: 'For tests only.', Token, SubscribeURL: `https://${host}/?${query.toString()}` };
}

let authority: ReturnType<typeof makeAuthority> | undefined;

const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Creates the key and certificate. One serves the whole process: a handler with its `fetch` trusts all its messages. */
function makeAuthority() {
  const keys = nodeCrypto().generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = throwawayCertificate({
    ...keys,
    validFrom: new Date('2000-01-01'),
    validTo: new Date('2049-12-31'),
  });
  const path = `/SimpleNotificationService-${randomHex(16)}.pem`;
  const fetch: Fetch = async (url) => {
    const { pathname, searchParams } = new URL(url);
    if (pathname === path) return new Response(certificate);
    return new Response(null, { status: searchParams.get('Action') === 'ConfirmSubscription' ? 200 : 404 });
  };
  return { privateKey: keys.privateKey, path, fetch };
}
