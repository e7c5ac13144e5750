// An authority of our own that signs as AWS documents it, written apart from the code under test.
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { Fetch } from '../../../src/webhooks/index.js';
import { throwawayCertificate } from '../../../src/webhooks/throwaway-certificate.js';

export const NOW = Date.parse('2026-03-02T09:30:10.000Z');
export const HOST = 'sns.ap-southeast-2.amazonaws.com';
export const TOPIC = 'arn:aws:sns:ap-southeast-2:123456789012:kobble-events';
export const CERTIFICATE_URL = `https://${HOST}/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem`;
export const TOKEN = '2336412f37fb687f5d51e6e2425e90ccf23f36200527c7a8';
export const EVENT = {
  id: '9bbae165-37d9-4a56-9c05-cf503a928ee4',
  type: 'transaction-create',
  entity_id: '4fe6c893-a6d5-4db3-b9b0-cad479089056',
  client_id: 'c0a1f0d2-6b0e-4c47-9d0f-2f6f3c9a7e15',
  created_at: '2026-03-02T09:30:00.000Z',
};

export type Fields = Record<string, unknown>;

/** The fields of Kobble's sample, not signed yet. */
export const notification = (changes: Fields = {}): Fields => ({
  Type: 'Notification',
  MessageId: randomUUID(),
  TopicArn: TOPIC,
  Subject: null,
  Message: JSON.stringify(EVENT),
  Timestamp: '2026-03-02T09:30:01.000Z',
  SignatureVersion: '2',
  SigningCertURL: CERTIFICATE_URL,
  UnsubscribeURL: `https://${HOST}/?Action=Unsubscribe&SubscriptionArn=${TOPIC}:1`,
  ...changes,
});

export const subscribeUrl = (topic = TOPIC, token = TOKEN, host = HOST): string =>
  `https://${host}/?Action=ConfirmSubscription&TopicArn=${topic}&Token=${token}`;

export const confirmation = (changes: Fields = {}): Fields => ({
  Type: 'SubscriptionConfirmation',
  MessageId: randomUUID(),
  Token: TOKEN,
  TopicArn: TOPIC,
  Message: 'You have chosen to subscribe.\nTo confirm, visit the SubscribeURL.',
  SubscribeURL: subscribeUrl(),
  Timestamp: '2026-03-02T09:30:01.000Z',
  SignatureVersion: '2',
  SigningCertURL: CERTIFICATE_URL,
  ...changes,
});

export function documentedString(fields: Fields): string {
  const names =
    fields['Type'] === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  return names
    .filter((name) => fields[name] !== undefined && fields[name] !== null)
    .map((name) => `${name}\n${String(fields[name])}\n`)
    .join('');
}

/** The key that the served certificates vouch for. */
export const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });

const digestOf = (fields: Fields): 'RSA-SHA1' | 'RSA-SHA256' =>
  fields['SignatureVersion'] === '1' ? 'RSA-SHA1' : 'RSA-SHA256';

export function signed(fields: Fields, key: KeyObject = KEYS.privateKey): Fields & { Signature: string } {
  const signature = sign(digestOf(fields), Buffer.from(documentedString(fields)), key);
  return { ...fields, Signature: signature.toString('base64') };
}

export const json = (fields: Fields): string => JSON.stringify(fields);

export function pemOf(keys: { publicKey: KeyObject; privateKey: KeyObject }, from = '2026-01-01', to = '2026-12-31') {
  const signingKey = keys.privateKey.asymmetricKeyType === 'ed25519' ? KEYS.privateKey : keys.privateKey;
  const validity = { validFrom: new Date(from), validTo: new Date(to) };
  return throwawayCertificate({ publicKey: keys.publicKey, privateKey: signingKey, ...validity });
}

export const PEM = pemOf(KEYS);

export interface CountingFetch extends Fetch {
  /** The addresses asked for, in order. */
  readonly asked: string[];
}

/** A `fetch` of its own, so with a certificate cache of its own, that answers as told. */
export function answering(answer: (url: string, init: RequestInit) => Response | Promise<Response>): CountingFetch {
  const asked: string[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push(url);
    return answer(url, init);
  };
  return Object.assign(fetch, { asked });
}

/** Serves the certificate at its address, confirms subscriptions of the topic's region, and knows nothing else. */
export const serving = (pem: string | Uint8Array<ArrayBuffer> = PEM): CountingFetch =>
  answering((url) => {
    if (new URL(url).pathname.endsWith('.pem')) return new Response(pem);
    return new Response(null, { status: url.startsWith(`https://${HOST}/?Action=ConfirmSubscription`) ? 200 : 404 });
  });
