import { reasonOf } from '../errors/foreign.js';
import { readBytes } from '../http/response.js';
import { systemClock, withTimeLimit, type Cancellation } from '../time.js';
import { WebhookError } from './webhook-error.js';

/** The body of the request as it arrived: text, or its bytes (a Node `Buffer` is a `Uint8Array`). */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** SNS sends a message of 256 KiB at most, which the escapes of its envelope make larger. */
const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** Reads the body of a request, at most 1 MiB in 10 s. If `Content-Length` announces more, nothing is read. */
export async function readRawBody({ headers, body, bodyUsed }: Request): Promise<Uint8Array> {
  if (Number(headers.get('content-length')) > MAX_BYTES) throw new WebhookError('body_too_large');
  // An empty body would be refused for good, and the event be lost.
  if (bodyUsed || body?.locked) throw new WebhookError('raw_body_consumed');
  // The identity transform is there for its signal, which ends a body that nobody waits for any longer.
  const read = ({ signal }: Cancellation) =>
    readBytes(body && body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal }), MAX_BYTES);
  const onTimeout = () => new WebhookError('body_timeout');
  const { bytes, isComplete } = await withTimeLimit(read, { clock: systemClock, ms: TIMEOUT_MS, onTimeout }).catch(
    (error: unknown) => {
      throw error instanceof WebhookError ? error : new WebhookError('body_incomplete', reasonOf(error));
    },
  );
  if (!isComplete) throw new WebhookError('body_too_large');
  return bytes;
}

/** Returns the text of a raw body. The argument is not typed: callers may write JavaScript. */
export function decodeRawBody(rawBody: unknown): string {
  const size = sizeOf(rawBody);
  if (size === undefined) throw new WebhookError('raw_body_required');
  if (size > MAX_BYTES) throw new WebhookError('body_too_large');
  if (typeof rawBody === 'string') return rawBody;
  try {
    // sizeOf() has let nothing else through.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody as Uint8Array | ArrayBuffer);
  } catch {
    throw new WebhookError('body_not_text');
  }
}

function sizeOf(rawBody: unknown): number | undefined {
  // A letter of a text has at most 3 bytes, so that only large texts need to be encoded.
  if (typeof rawBody === 'string') {
    return rawBody.length * 3 <= MAX_BYTES ? rawBody.length : new TextEncoder().encode(rawBody).byteLength;
  }
  return isArrayBuffer(rawBody) || ArrayBuffer.isView(rawBody) ? rawBody.byteLength : undefined;
}

/** Recognises also a buffer of another realm (Jest, vm), which `instanceof` does not. */
const isArrayBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]';
