import type { SnsMessage } from '../contract/types.js';
import { WebhookError } from './webhook-error.js';

/** The body of the request as it came: text, or its bytes (a Node `Buffer` is a `Uint8Array`). */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** The most that SNS sends: 256 KiB. */
export const MAX_BODY_BYTES = 256 * 1024;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const PRINTABLE = /^[\x21-\x7e]+$/;
/** SNS allows no line breaks in a subject. With one, the same signature would fit a message cut up differently. */
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
const ANYTHING = /^/;

/**
 * Reads an SNS message and checks the form of each field that matters; the others, which are not signed, are dropped.
 * Except for `Message` no signed field can hold a line break, so that a string to sign belongs to one message only.
 */
export function readEnvelope(rawBody: unknown): SnsMessage {
  const fields = fieldsOf(parse(textOf(rawBody)));
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
  if (Number.isNaN(Date.parse(common.Timestamp))) throw new WebhookError('field_invalid', 'Timestamp');
  // Kobble's sample has null, where AWS leaves the field out: either way it is not signed.
  const hasSubject = (fields.get('Subject') ?? null) !== null;
  if (Type !== 'Notification') {
    if (hasSubject) throw new WebhookError('field_invalid', 'Subject'); // would not be signed, so it has no place
    return { Type, ...common, SubscribeURL: text(fields, 'SubscribeURL'), Token: text(fields, 'Token') };
  }
  if (!hasSubject) return { Type, ...common };
  return { Type, ...common, Subject: text(fields, 'Subject', ONE_LINE) };
}

function textOf(rawBody: unknown): string {
  const size = sizeOf(rawBody);
  if (size === undefined) throw new WebhookError('raw_body_required');
  if (size > MAX_BODY_BYTES) throw new WebhookError('body_too_large');
  if (typeof rawBody === 'string') return rawBody;
  try {
    // sizeOf() has let nothing else through.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody as Uint8Array | ArrayBuffer);
  } catch {
    throw new WebhookError('body_not_text');
  }
}

function sizeOf(rawBody: unknown): number | undefined {
  if (typeof rawBody === 'string') return rawBody.length;
  return rawBody instanceof ArrayBuffer || ArrayBuffer.isView(rawBody) ? rawBody.byteLength : undefined;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new WebhookError('body_not_json'); // without its cause, whose message quotes the body
  }
}

function fieldsOf(parsed: unknown): ReadonlyMap<string, unknown> {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new WebhookError('not_an_envelope');
  return new Map(Object.entries(parsed));
}

function text(fields: ReadonlyMap<string, unknown>, name: string, form = PRINTABLE): string {
  const value = fields.get(name);
  if (value === undefined || value === null) throw new WebhookError('field_missing', name);
  if (typeof value !== 'string' || !form.test(value)) throw new WebhookError('field_invalid', name);
  // Half a character is encoded as U+FFFD, so that two texts would have one signature.
  if (/\p{Surrogate}/u.test(value)) throw new WebhookError('body_not_text', name);
  return value;
}

function signatureVersion(version: string): '1' | '2' {
  if (version !== '1' && version !== '2') throw new WebhookError('signature_version_unsupported');
  return version;
}

/** Only one base64 text stands for the bytes of a signature: decoders forgive much, and a copy must not look different. */
function signature(base64: string): string {
  if (!BASE64.test(base64) || Buffer.from(base64, 'base64').toString('base64') !== base64) {
    throw new WebhookError('signature_malformed');
  }
  return base64;
}
