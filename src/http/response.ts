import type { Unusable } from '../api-promise.js';
import { isObject } from '../checks.js';
import type { Operation } from '../contract/operations.js';
import type { CallFacts, Outcome } from '../errors/kobble-error.js';

/** The bytes of a body. If it was longer than the limit, `isComplete` is false and the bytes are as many as the limit. */
export interface BodyBytes {
  readonly bytes: Uint8Array;
  readonly isComplete: boolean;
}

/**
 * A response that reads its own body. No `Response` and no web stream is then built for a call, which saves 11 µs on
 * Node 20. The option `fetch` may resolve to one, as that of `kobble-client/undici` does.
 */
export interface LightResponse extends Response {
  /** Reads the body, decompressed, and closes the connection once it is longer than `maxBytes`. */
  readBytes(maxBytes: number): Promise<BodyBytes>;
}

export const isLightResponse = (value: object): value is LightResponse =>
  'readBytes' in value && typeof value.readBytes === 'function';

/** Returns true for what can be read as a response. A caller's `fetch` may return anything. */
export function isUsable(value: unknown): value is Response {
  if (isObject(value) && isLightResponse(value)) return true;
  try {
    const { status, headers, body, bodyUsed } = value as Response; // one of another realm is not an instance of ours
    const canBeRead = body === null || (typeof body.getReader === 'function' && !body.locked && !bodyUsed);
    return canBeRead && Number.isFinite(status) && typeof headers.get === 'function';
  } catch {
    return false; // it lacks one of these
  }
}

/** A response whose body has been read. */
export class BufferedResponse {
  /** The response itself, its body already read. */
  readonly raw: Response;
  readonly status: number;
  readonly ok: boolean;
  readonly bytes: Uint8Array | undefined;

  constructor(raw: Response, bytes: Uint8Array | undefined) {
    this.raw = raw;
    this.status = raw.status;
    this.ok = raw.ok;
    this.bytes = bytes;
  }

  get headers(): Headers {
    return this.raw.headers;
  }

  /** The body, with a replacement character for what is not UTF-8. */
  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  /** Returns the response for a caller, with the facts of its call. */
  toResponse(facts: CompletedCall): Response {
    return makeResponse(this.raw, this.bytes?.byteLength ? this.bytes : null, facts);
  }
}

/** The head of a response. */
type Head = Pick<Response, 'status' | 'statusText' | 'url' | 'headers'>;

/**
 * Makes an instance of the platform's `Response` whose body can be read. What its constructor might refuse of a server (a
 * status such as 999, a phrase beyond Latin-1) is set afterwards.
 */
export function makeResponse(
  { status, statusText, url, headers }: Head,
  content: Uint8Array | ReadableStream<Uint8Array> | null,
  call?: CompletedCall,
): Response {
  // The types of Node and the DOM disagree about bytes.
  const body = [204, 205, 304].includes(status) ? null : (content as ReadableStream<Uint8Array<ArrayBuffer>> | null);
  const response = new Response(body, { status: status >= 200 && status <= 599 ? status : 599, headers });
  const values = { status, statusText, url, [CALL]: call };
  for (const name of Reflect.ownKeys(values)) {
    Object.defineProperty(response, name, { value: Reflect.get(values, name), configurable: true });
  }
  return response;
}

/** Facts of a call that has a response. */
export interface CompletedCall extends CallFacts {
  /** `ok`, or what an error would say. */
  readonly outcome: Outcome | 'ok';
}

/** The same in every copy of the library. */
const CALL = /* @__PURE__ */ Symbol.for('kobble-client.call');

/**
 * Returns the facts of the call that a response is of: one of `kobble.fetch`, `withResponse()` or openapi-fetch. Undefined
 * for any other response, a clone included.
 */
export const callOf = (response: Response): CompletedCall | undefined => (response as { [CALL]?: CompletedCall })[CALL];

/**
 * Reads the body of a response, at most `maxBytes` after decompression. Returns undefined if a successful body is larger.
 * The body of an error is cut if it is too large, and dropped if it breaks off, because the status is what counts.
 */
export async function readResponse(response: Response, maxBytes: number): Promise<BufferedResponse | undefined> {
  const reading = isLightResponse(response) ? response.readBytes(maxBytes) : readBytes(response.body, maxBytes);
  if (!response.ok) return new BufferedResponse(response, (await reading.catch(() => undefined))?.bytes);
  const { bytes, isComplete } = await reading;
  return isComplete ? new BufferedResponse(response, bytes) : undefined;
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

/** Returns a body that may be anything: parsed if it is JSON, otherwise its text. */
export function jsonOrText({ text }: BufferedResponse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Decodes strictly (RFC 8259 §8.1). Made on first use: some realms of test runners have no TextDecoder. */
let decoder: TextDecoder | undefined;

/**
 * Parses a successful body and checks that it has the kind that the contract promises. An operation whose response no page
 * shows promises none: its text is passed on if it is neither HTML nor JSON that breaks off.
 */
export function dataOf(operation: Operation, response: BufferedResponse, unusable: Unusable): unknown {
  const data = parse(operation, response, unusable);
  const isList = Array.isArray(data);
  if (operation.list && !isList) throw unusable('unexpected_body', 'not with a list');
  if (operation.unknownResult || (isObject(data) && isList === operation.list)) return data;
  if (data === undefined) throw unusable('empty_body', 'without a body');
  throw unusable('unexpected_body', 'not with an object');
}

function parse({ unknownResult }: Operation, response: BufferedResponse, unusable: Unusable): unknown {
  const { status, bytes, raw } = response;
  if (status === 204 || bytes === undefined || bytes.byteLength === 0) return undefined; // a 204 has no body, whatever is given
  let text: string | undefined;
  try {
    text = (decoder ??= new TextDecoder('utf-8', { fatal: true })).decode(bytes);
    return text === '' ? undefined : JSON.parse(text); // a byte order mark alone
  } catch {
    if (text === undefined) throw unusable('invalid_utf8', 'the body is not UTF-8');
    if (unknownResult && !isPageOrBrokenJson(text, raw)) return text;
    throw unusable('invalid_json', 'not with JSON');
  }
}

/** Returns true for text that is not JSON, but a page of HTML, such as that of a captive portal, or JSON that breaks off. */
const isPageOrBrokenJson = (text: string, { headers }: Response): boolean =>
  /^\s*[<[{]/.test(text) || /json|html|xml/i.test(headers.get('content-type') ?? '');

/** Refuses a success whose body is a page or broken JSON, or is of no stated type and not JSON. All else is passed on. */
export function checkBody(response: BufferedResponse, unusable: Unusable): void {
  const { ok, text, raw } = response;
  if (!ok || text === '' || jsonOrText(response) !== text) return;
  if (isPageOrBrokenJson(text, raw) || !raw.headers.has('content-type'))
    throw unusable('invalid_json', 'not with JSON');
}
