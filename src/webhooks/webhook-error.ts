import { KobbleError } from '../errors/kobble-error.js';

/** Why a webhook was refused. */
export type WebhookErrorCode =
  /** Something else than the raw body was given, most often the object that a body parser made of it. */
  | 'raw_body_required'
  /** The body is larger than 256 KiB, the most that SNS sends. */
  | 'body_too_large'
  /** The body is no UTF-8, or holds half a character. */
  | 'body_not_text'
  | 'body_not_json'
  /** JSON, but no object, or its `Type` is none of the three. */
  | 'not_an_envelope'
  /** SNS says that raw message delivery is on: such a message has no signature. */
  | 'raw_delivery'
  | 'field_missing'
  | 'field_invalid'
  /** The `x-amz-sns-*` headers speak of another message than the body. */
  | 'header_mismatch'
  | 'topic_not_allowed'
  | 'timestamp_too_old'
  | 'timestamp_in_future'
  | 'signature_version_unsupported'
  /** The signature is no strict base64. */
  | 'signature_malformed'
  | 'signature_invalid'
  /** `SigningCertURL` is no address where SNS keeps its certificates. */
  | 'certificate_url_not_allowed'
  /** `SigningCertURL` is SNS's, but of another region than the topic. */
  | 'certificate_region_mismatch'
  /** The certificate could not be fetched: a network failure, a status other than 200, or no answer in 5 s. */
  | 'certificate_unavailable'
  /** What was fetched is larger than 16 KiB, or no certificate. */
  | 'certificate_invalid'
  | 'certificate_not_yet_valid'
  | 'certificate_expired'
  /** The certificate's key is not RSA, or shorter than 2048 bits. */
  | 'certificate_key_not_allowed'
  /** `SubscribeURL` is not SNS's in the topic's region, or is about another topic or token. */
  | 'subscribe_url_not_allowed'
  /** The signature holds, but `Message` is no JSON. */
  | 'event_not_json'
  /** The signature holds, but `Message` is no event of Kobble's: no object, or a field that is no string. */
  | 'event_invalid'
  /** The visit to `SubscribeURL` failed. */
  | 'confirmation_failed';

const REASONS: Readonly<Record<WebhookErrorCode, string>> = {
  raw_body_required: 'pass the raw body (a string or bytes) as it came, not what a body parser made of it',
  body_too_large: 'the body is larger than 256 KiB',
  body_not_text: 'the body is not well-formed UTF-8',
  body_not_json: 'the body is not JSON',
  not_an_envelope: 'the body is not an SNS message of a known type',
  raw_delivery: 'raw message delivery is on for the subscription, and raw messages are not signed',
  field_missing: 'a field is missing',
  field_invalid: 'a field has not the form that SNS gives it',
  header_mismatch: 'a header contradicts the body',
  topic_not_allowed: 'the topic is not in topicArns',
  timestamp_too_old: 'the message is older than maxAgeMs',
  timestamp_in_future: 'the timestamp is more than 5 minutes in the future',
  signature_version_unsupported: 'the signature version is neither 1 nor 2',
  signature_malformed: 'the signature is not base64',
  signature_invalid: 'the signature does not match',
  certificate_url_not_allowed: 'the certificate is not at an address of SNS',
  certificate_region_mismatch: 'the certificate is of another region than the topic',
  certificate_unavailable: 'the certificate could not be fetched',
  certificate_invalid: 'what was fetched is not a certificate',
  certificate_not_yet_valid: 'the certificate is not valid yet',
  certificate_expired: 'the certificate has expired',
  certificate_key_not_allowed: 'the key of the certificate is not RSA of 2048 bits or more',
  subscribe_url_not_allowed: 'the SubscribeURL is not one of SNS for this topic',
  event_not_json: 'the signed message is not JSON',
  event_invalid: 'the signed message is not an event',
  confirmation_failed: 'the subscription could not be confirmed',
};

/**
 * A webhook was refused; `code` says why. It holds nothing of the message but, at most, the name of a field or a topic:
 * it can be logged as it is. Do not send it to whoever posted the message: it would teach a forger.
 */
export class WebhookError extends KobbleError {
  static {
    this.prototype.name = 'WebhookError';
  }
  readonly kind = 'webhook';
  declare readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, detail?: string, cause?: unknown) {
    const reason = detail === undefined ? REASONS[code] : `${REASONS[code]}: ${detail}`;
    super(`kobble-client: webhook refused, ${reason}`, { code, outcome: 'rejected', cause });
  }
}
