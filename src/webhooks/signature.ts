import type { SnsMessage } from '../contract/types.js';
import { WebhookError } from './webhook-error.js';

const CONFIRMATION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

const SIGNED_FIELDS = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: CONFIRMATION,
  UnsubscribeConfirmation: CONFIRMATION,
};

/**
 * Returns the text that SNS signs: name and value of each field that is present, on a line each, in this order.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */
export function stringToSign(message: Omit<SnsMessage, 'Signature'>): string {
  const fields = new Map<string, unknown>(Object.entries(message));
  const lines = SIGNED_FIELDS[message.Type].map((name) => {
    const value = fields.get(name);
    return typeof value === 'string' ? `${name}\n${value}\n` : '';
  });
  return lines.join('');
}

/** Digest under the RSA signature, by signature version. */
export const HASHES = { '1': 'SHA-1', '2': 'SHA-256' } as const;
const ALGORITHM = 'RSASSA-PKCS1-v1_5';

/** A public key for each signature version: WebCrypto binds a key to its digest. */
export type PublicKeys = Readonly<Record<keyof typeof HASHES, CryptoKey>>;

/** Imports the public key of a certificate, as SubjectPublicKeyInfo. */
export async function importKeys(spki: Uint8Array<ArrayBuffer>): Promise<PublicKeys> {
  const importFor = (hash: string) =>
    crypto.subtle.importKey('spki', spki, { name: ALGORITHM, hash }, false, ['verify']);
  try {
    const [first, second] = await Promise.all([importFor(HASHES['1']), importFor(HASHES['2'])]);
    return { '1': first, '2': second };
  } catch (cause) {
    throw new WebhookError('certificate_invalid', undefined, cause);
  }
}

/** Returns true if the signature of a message belongs to one of these keys. */
export function isSignedBy(keys: PublicKeys, message: SnsMessage): Promise<boolean> {
  const signature = Uint8Array.from(atob(message.Signature), (letter) => letter.charCodeAt(0));
  const text = new TextEncoder().encode(stringToSign(message));
  return crypto.subtle.verify(ALGORITHM, keys[message.SignatureVersion], signature, text);
}
