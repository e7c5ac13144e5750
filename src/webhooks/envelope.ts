import { isObject, UUID } from '../checks.js';
import type { SnsMessage } from '../contract/types.js';
import { decodeRawBody } from './raw-body.js';
import { WebhookError } from './webhook-error.js';

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const PRINTABLE = /^[\x21-\x7e]+$/;
/** SNS allows no line breaks in a subject. With one, the same signature would fit a message divided differently. */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
const ANYTHING = /^/;

/**
 * Reads an SNS message and checks the form of each field that matters; the others, which are not signed, are dropped.
 * Except for `Message` no signed field can contain a line break, so that a string to sign belongs to one message only.
 */
export function readEnvelope(rawBody: unknown): SnsMessage {
  const fields = fieldsOf(parse(decodeRawBody(rawBody)));
  const Type = fields.get('Type');
  if (Type !== 'Notification' && Type !== 'SubscriptionConfirmation' && Type !== 'UnsubscribeConfirmation') {
    throw new WebhookError('not_an_envelope');
  }
  const common = {
    MessageId: text(fields, 'MessageId', UUID),
    TopicArn: text(fields, 'TopicArn', PRINTABLE),
    Message: text(fields, 'Message', ANYTHING),
    Timestamp: text(fields, 'Timestamp', TIMESTAMP),
    SignatureVersion: signatureVersion(text(fields, 'SignatureVersion', ANYTHING)),
    Signature: signature(text(fields, 'Signature', ANYTHING)),
    SigningCertURL: text(fields, 'SigningCertURL', ANYTHING),
  };
  if (!isTimestamp(common.Timestamp)) throw new WebhookError('field_invalid', 'Timestamp');
  // Kobble's sample has null, and AWS omits the field: in both cases it is not signed.
  const hasSubject = (fields.get('Subject') ?? null) !== null;
  if (Type !== 'Notification') {
    if (hasSubject) throw new WebhookError('field_invalid', 'Subject'); // a subject would not be signed here
    return { Type, ...common, SubscribeURL: text(fields, 'SubscribeURL'), Token: text(fields, 'Token') };
  }
  if (!hasSubject) return { Type, ...common };
  return { Type, ...common, Subject: text(fields, 'Subject', ONE_LINE) };
}

/** Returns true for a time as SNS writes it. */
export const isTimestamp = (value: string): boolean => TIMESTAMP.test(value) && !Number.isNaN(Date.parse(value));

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new WebhookError('body_not_json'); // without its cause, whose message quotes the body
  }
}

function fieldsOf(parsed: unknown): ReadonlyMap<string, unknown> {
  if (!isObject(parsed) || Array.isArray(parsed)) throw new WebhookError('not_an_envelope');
  return new Map(Object.entries(parsed));
}

function text(fields: ReadonlyMap<string, unknown>, name: string, form = PRINTABLE): string {
  const value = fields.get(name);
  if (value === undefined || value === null) throw new WebhookError('field_missing', name);
  if (typeof value !== 'string' || !form.test(value)) throw new WebhookError('field_invalid', name);
  // Half of a surrogate pair is encoded as U+FFFD, so that two texts would have one signature.
  if (/\p{Surrogate}/u.test(value)) throw new WebhookError('body_not_text', name);
  return value;
}

function signatureVersion(version: string): '1' | '2' {
  if (version !== '1' && version !== '2') throw new WebhookError('signature_version_unsupported');
  return version;
}

/** Checks that a signature is the one base64 text of its bytes. Decoders accept others, and a repeat must not look new. */
function signature(base64: string): string {
  if (!BASE64.test(base64) || btoa(atob(base64)) !== base64) throw new WebhookError('signature_malformed');
  return base64;
}

/** Headers of a request: a `Headers`, or the plain object of `node:http`. */
export type WebhookHeaders = Pick<Headers, 'get'> | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Throws if SNS says in the headers that the message is not signed. */
export function checkRawDelivery(headers: WebhookHeaders): void {
  if (readerOf(headers)('x-amz-sns-rawdelivery') === 'true') throw new WebhookError('raw_delivery');
}

/** Throws if a header of SNS contradicts the message. */
export function checkHeaders(headers: WebhookHeaders, message: SnsMessage): void {
  const get = readerOf(headers);
  const expected = {
    'x-amz-sns-message-type': message.Type,
    'x-amz-sns-message-id': message.MessageId,
    'x-amz-sns-topic-arn': message.TopicArn,
  };
  for (const [name, value] of Object.entries(expected)) {
    if ((get(name) ?? value) !== value) throw new WebhookError('header_mismatch', name);
  }
}

function readerOf(headers: WebhookHeaders): (name: string) => string | undefined {
  if (isHeaders(headers)) return (name) => headers.get(name) ?? undefined;
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = byName.get(name);
    return typeof value === 'string' ? value : value?.join(', ');
  };
}

const isHeaders = (headers: WebhookHeaders): headers is Pick<Headers, 'get'> => typeof headers['get'] === 'function';
