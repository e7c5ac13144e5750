import { readBytes } from '../http/response.js';
import { WebhookError } from './webhook-error.js';

/** The body of the request as it arrived: text, or its bytes (a Node `Buffer` is a `Uint8Array`). */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** The most that SNS sends: 256 KiB. */
const MAX_BYTES = 256 * 1024;

/** Reads the body of a request, at most 256 KiB. If `Content-Length` announces more, nothing is read. */
export async function readRawBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > MAX_BYTES) throw new WebhookError('body_too_large');
  const { bytes, isComplete } = await readBytes(request.body, MAX_BYTES);
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
  if (typeof rawBody === 'string') return rawBody.length;
  return rawBody instanceof ArrayBuffer || ArrayBuffer.isView(rawBody) ? rawBody.byteLength : undefined;
}
