import type { SnsMessage } from '../contract/types.js';

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

/** The digest under the RSA signature, by signature version. */
export const DIGESTS = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' } as const;
