import { PREFIX } from '../checks.js';
import { KobbleError, setHidden } from '../errors/kobble-error.js';

/** Reason and HTTP status by code. SNS delivers again after a 5xx, and never after a 4xx other than 429. */
const REFUSALS = {
  /** The raw body was not given, but most often the object that a body parser made of it. */
  raw_body_required: { status: 400, reason: 'pass the raw body (a string or bytes), not the result of a body parser' },
  /** A body parser has read the raw body, or a middleware has decoded it. SNS delivers again. */
  raw_body_consumed: {
    status: 500,
    reason: 'the raw body was read before it reached the webhook handler, which is to be mounted before body parsers',
  },
  /** The body is larger than 1 MiB, more than SNS sends. */
  body_too_large: { status: 413, reason: 'the body is larger than 1 MiB' },
  /** The body was not complete after 10 s. */
  body_timeout: { status: 408, reason: 'the body was not complete after 10 s' },
  /** The sender hung up, or the body broke off in another way. Not an error: SNS delivers again. */
  body_incomplete: { status: 500, reason: 'the body broke off' },
  /** The body is not UTF-8, or contains half of a surrogate pair. */
  body_not_text: { status: 400, reason: 'the body is not well-formed UTF-8' },
  /** The body is not JSON. */
  body_not_json: { status: 400, reason: 'the body is not JSON' },
  /** The body is JSON, but not an object, or its `Type` is not one of the three. */
  not_an_envelope: { status: 400, reason: 'the body is not an SNS message of a known type' },
  /** SNS says that raw message delivery is on: such a message has no signature. */
  raw_delivery: {
    status: 400,
    reason: 'raw message delivery is on for the subscription, and raw messages are not signed',
  },
  /** A field that is signed or needed is absent or null. */
  field_missing: { status: 400, reason: 'a field is missing' },
  /** A field does not have the form that SNS gives it. */
  field_invalid: { status: 400, reason: 'a field does not have the form that SNS gives it' },
  /** An `x-amz-sns-*` header is about another message than the body. */
  header_mismatch: { status: 400, reason: 'a header contradicts the body' },
  /** The topic is not listed in `topicArns`. */
  topic_not_allowed: { status: 403, reason: 'the topic is not in topicArns' },
  /** The message is older than `maxAgeMs`. */
  timestamp_too_old: { status: 403, reason: 'the message is older than maxAgeMs' },
  /** The timestamp is more than 5 minutes in the future: most often the clock of this machine is slow. SNS delivers again. */
  timestamp_in_future: {
    status: 503,
    reason: 'the timestamp is more than 5 minutes in the future, by the clock of this machine',
  },
  /** `SignatureVersion` is neither 1 nor 2. */
  signature_version_unsupported: { status: 403, reason: 'the signature version is neither 1 nor 2' },
  /** The signature is not strict base64. */
  signature_malformed: { status: 403, reason: 'the signature is not base64' },
  /** The signature does not match the message. */
  signature_invalid: { status: 403, reason: 'the signature does not match' },
  /** `SigningCertURL` is not an address at which SNS keeps its certificates. */
  certificate_url_not_allowed: { status: 403, reason: 'the certificate is not at an address of SNS' },
  /** `SigningCertURL` belongs to SNS, but to another region than the topic. */
  certificate_region_mismatch: { status: 403, reason: 'the certificate is of another region than the topic' },
  /** SNS answers that it has no certificate at this address. It is not asked again for a minute. */
  certificate_unknown: { status: 403, reason: 'SNS has no certificate at this address' },
  /** The certificate could not be fetched: a network failure, another status than 200, or no response in 5 s. */
  certificate_unavailable: { status: 503, reason: 'the certificate could not be fetched' },
  /** The response is larger than 16 KiB, or not a certificate. */
  certificate_invalid: { status: 403, reason: 'the response is not a certificate' },
  /** The validity of the certificate has not begun: most often the clock of this machine is slow. SNS delivers again. */
  certificate_not_yet_valid: {
    status: 503,
    reason: 'the certificate is not valid yet, by the clock of this machine',
  },
  /** The validity of the certificate has ended. */
  certificate_expired: { status: 403, reason: 'the certificate has expired' },
  /** The key of the certificate is not RSA, or shorter than 2048 bits. */
  certificate_key_not_allowed: { status: 403, reason: 'the key of the certificate is not RSA of 2048 bits or more' },
  /** `SubscribeURL` is not SNS's in the region of the topic, or is about another topic or token. */
  subscribe_url_not_allowed: { status: 403, reason: 'the SubscribeURL is not one of SNS for this topic' },
  /** The signature is valid, but `Message` is not JSON. */
  event_not_json: { status: 400, reason: 'the signed message is not JSON' },
  /** The signature is valid, but `Message` is not a JSON object. */
  event_invalid: { status: 400, reason: 'the signed message is not an event' },
  /** What `readVerifiedEvent` was given is not what `verifyWebhook` returned. Never in the handler. */
  not_a_verified_event: { status: 400, reason: 'this is not an event that verifyWebhook returned' },
  /** The request to `SubscribeURL` failed. */
  confirmation_failed: { status: 503, reason: 'the subscription could not be confirmed' },
  /** The seen store failed or did not answer in 1 s, so that a repeat could not be told. Only in the handler's log. */
  seen_store_unavailable: { status: 503, reason: 'the seen store could not be read' },
  /** Another process is handling a copy of this message: the seen store holds its lock. Only in the handler's log. */
  message_underway: { status: 503, reason: 'another process is handling a copy of this message' },
  /** The callback threw or rejected; the reason is the cause. Only in the handler's log. */
  callback_failed: { status: 500, reason: 'the callback failed' },
  /** The callback did not settle in 14 s; SNS waits 15 s for the answer. Only in the handler's log. */
  callback_timeout: { status: 500, reason: 'the callback did not settle in 14 s' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly reason: string }>>;

/** Reason of a refusal, for programs. */
export type WebhookErrorCode = keyof typeof REFUSALS;

/** Returns the status to answer with. It is all that the sender of a refused message is told. */
export const statusOf = (code: WebhookErrorCode): number => REFUSALS[code].status;

/** Returns true for a WebhookError. Never throws, unlike `instanceof` for a proxy that somebody threw. */
export function isWebhookError(thrown: unknown): thrown is WebhookError {
  try {
    return thrown instanceof WebhookError;
  } catch {
    return false;
  }
}

/**
 * Refusal of a webhook; `code` says why. It contains nothing of the message but, at most, the name of a field or a topic,
 * so it can be logged as it is. Do not send it to whoever posted the message: it would teach a forger.
 */
export class WebhookError extends KobbleError {
  static {
    setHidden(this, 'name', 'WebhookError');
  }
  declare readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, detail?: string, cause?: unknown) {
    const { status, reason } = REFUSALS[code];
    const what = status < 500 ? 'webhook refused' : 'webhook not handled';
    super(`${PREFIX}${what}, ${reason}${detail === undefined ? '' : `: ${detail}`}`, {
      code,
      outcome: 'rejected',
      cause,
    });
  }
}
