/** What the response's own size or encoding makes of it. */
export class UnreadableBody extends Error {
  static {
    this.prototype.name = 'UnreadableBody';
  }
  readonly code: 'body_too_large' | 'invalid_utf8';

  constructor(code: UnreadableBody['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A response whose body has been read, in the few members by which openapi-fetch reads a `Response`. It hides
 * `Content-Length`, so that openapi-fetch takes the text, and an empty body is `undefined` rather than a broken JSON.
 */
export class Answer {
  readonly response: Response;
  readonly status: number;
  readonly ok: boolean;
  readonly headers = NO_HEADERS;
  readonly #text: string;

  constructor(response: Response, text: string) {
    this.response = response;
    this.status = response.status;
    this.ok = response.ok;
    this.#text = text;
  }

  async text(): Promise<string> {
    return this.#text;
  }

  blob(): Promise<Blob> {
    return new Response(this.#text).blob();
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return new Response(this.#text).arrayBuffer();
  }

  get body(): ReadableStream<Uint8Array> | null {
    return new Response(this.#text).body;
  }
}

const NO_HEADERS = { get: (): null => null };

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder();

/**
 * Reads a response to its end, at most `maxBytes` after decompression. A body that claims to be JSON (a 2xx) must be
 * whole, and UTF-8 (RFC 8259 §8.1); an error page may be anything, and is cut where it is too large: its status counts.
 */
export async function readAnswer(response: Response, maxBytes: number): Promise<Answer> {
  const bytes = response.body === null ? NOTHING : await readBytes(response.body, maxBytes, !response.ok);
  if (!response.ok) return new Answer(response, lenient.decode(bytes));
  try {
    return new Answer(response, strict.decode(bytes));
  } catch {
    throw new UnreadableBody('invalid_utf8', 'the body is not UTF-8');
  }
}

async function readBytes(body: ReadableStream<Uint8Array>, maxBytes: number, mayCut: boolean): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.byteLength;
    if (length > maxBytes) {
      void reader.cancel().catch(() => {});
      if (mayCut) return join(chunks, length).subarray(0, maxBytes);
      throw new UnreadableBody('body_too_large', `the body is larger than ${maxBytes} bytes`);
    }
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : join(chunks, length);
}

const NOTHING = new Uint8Array();

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
