import type { Unusable } from '../api-promise.js';
import { isObject } from '../checks.js';
import type { Operation } from '../contract/operations.js';
import { redactText } from '../errors/redact-text.js';
import { isLightResponse, type BodyBytes } from '../light-response.js';
import { UnusableResponse } from './unusable-response.js';

/** A response whose body has been read. */
export class BufferedResponse {
  /** The response itself, its body already read. */
  readonly raw: Response;
  readonly status: number;
  readonly ok: boolean;
  readonly text: string;

  constructor(raw: Response, text: string) {
    this.raw = raw;
    this.status = raw.status;
    this.ok = raw.ok;
    this.text = text;
  }
}

const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });
const lenient = /* @__PURE__ */ new TextDecoder();

/**
 * Reads the body of a response, at most `maxBytes` after decompression. A successful body must be complete and UTF-8
 * (RFC 8259 §8.1). An error body may be anything, is cut if it is too large, and dropped if it breaks off, because the
 * status is what counts.
 */
export async function readResponse(response: Response, maxBytes: number): Promise<BufferedResponse> {
  const reading = isLightResponse(response) ? response.readBytes(maxBytes) : readBytes(response.body, maxBytes);
  if (!response.ok) {
    const { bytes } = await reading.catch(() => ({ bytes: undefined }));
    return new BufferedResponse(response, lenient.decode(bytes));
  }
  const { bytes, isComplete } = await reading;
  if (!isComplete) throw new UnusableResponse('body_too_large', `the body is larger than ${maxBytes} bytes`);
  try {
    return new BufferedResponse(response, strict.decode(bytes));
  } catch {
    throw new UnusableResponse('invalid_utf8', 'the body is not UTF-8');
  }
}

/** Reads at most `maxBytes` of a body. If it is longer, the rest is cancelled and `isComplete` is false. */
export async function readBytes(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<BodyBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body !== null) {
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      chunks.push(part.value);
      length += part.value.byteLength;
      if (length > maxBytes) {
        void reader.cancel().catch(() => {});
        return { bytes: join(chunks, length).subarray(0, maxBytes), isComplete: false };
      }
    }
  }
  return { bytes: join(chunks, length), isComplete: true };
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Returns the body of an error: parsed if it is JSON, otherwise its text. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Parses a successful body. If no page shows the response, text that is not JSON is passed on as it is. A 204 has no body,
 * whatever a caller's `fetch` gives it.
 */
export function parseData({ unknownResult }: Operation, response: BufferedResponse, unusable: Unusable): unknown {
  const { status, text } = response;
  if (status === 204 || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    if (unknownResult) return text;
    throw unusable('invalid_json', 'not with JSON');
  }
}

/** Checks that data has the kind that the contract promises. An operation with an unknown response promises none. */
export function checkData({ list, unknownResult }: Operation, data: unknown, unusable: Unusable): void {
  const isList = Array.isArray(data);
  if (list && !isList) throw unusable('unexpected_body', 'not with a list');
  if (unknownResult || (isObject(data) && isList === list)) return;
  if (data === undefined) throw unusable('empty_body', 'without a body');
  throw unusable('unexpected_body', 'not with an object');
}

/** Headers by which gateways name a request. Kobble does not document which one it sends. */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-correlation-id'];

/** Returns the request id of a response, if it has one of a plausible form that is not, and does not look like, a secret. */
export function requestIdOf(
  received: Headers,
  { token, body, headers, addedHeaders }: SentRequest,
): string | undefined {
  const sent: Record<string, string> = { ...addedHeaders, ...headers };
  for (const name of REQUEST_ID_HEADERS) delete sent[name]; // the caller's own request id may come back
  const quotable = [token, body, ...Object.values(sent)].join(' ');
  const isShown = (value: string): boolean =>
    /^[\w.:=+/-]{1,128}$/.test(value) &&
    redactText(value) === value &&
    // A server may give back what it was sent: the token, a header, or the client secret in a form.
    (value.length < 8 || ![value, encodeURIComponent(value)].some((text) => quotable.includes(text)));
  return REQUEST_ID_HEADERS.map((name) => received.get(name) ?? '').find(isShown);
}

/** The parts of a request that may be secret. */
interface SentRequest {
  readonly token: string | undefined;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly addedHeaders: Readonly<Record<string, string>> | undefined;
}
