import { makeResponse, readBytes, type BodyBytes, type LightResponse } from '../http/response.js';
import type { RawHeaders } from './options.js';

/** Reads the body of an exchange, once. */
export interface BodySource {
  read(maxBytes: number): Promise<BodyBytes>;
  cancel(reason: unknown): void;
}

/** The first part of a response: what has arrived with the headers. */
export interface ResponseHead {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: RawHeaders;
}

/**
 * A response that has not been made a `Response` yet: that takes 6 µs, and reading it 5 µs more. It can be used like one,
 * and becomes one on first use of a member that needs it.
 */
export class UndiciResponse implements LightResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly redirected = false;
  readonly type = 'basic';
  readonly #source: BodySource;
  readonly #head: ResponseHead;
  #headers: Headers | undefined;
  #response: Response | undefined;

  constructor(source: BodySource, head: ResponseHead) {
    this.status = head.status;
    this.ok = head.status >= 200 && head.status <= 299;
    this.#source = source;
    this.#head = head;
  }

  get url(): string {
    return this.#head.url;
  }

  get statusText(): string {
    return this.#head.statusText;
  }

  get headers(): Headers {
    return (this.#headers ??= headersOf(this.#head.headers));
  }

  get body(): Response['body'] {
    return this.#toResponse().body;
  }

  get bodyUsed(): boolean {
    return this.#toResponse().bodyUsed;
  }

  readBytes(maxBytes: number): Promise<BodyBytes> {
    return this.#response === undefined ? this.#source.read(maxBytes) : readBytes(this.#response.body, maxBytes);
  }

  clone(): Response {
    return makeResponse(this, this.#toResponse().clone().body);
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#toResponse().arrayBuffer();
  }

  blob(): Promise<Blob> {
    return this.#toResponse().blob();
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer()); // Node 20 has no Response.bytes
  }

  formData(): Promise<FormData> {
    return this.#toResponse().formData();
  }

  json(): Promise<unknown> {
    return this.#toResponse().json();
  }

  text(): Promise<string> {
    return this.#toResponse().text();
  }

  #toResponse(): Response {
    return (this.#response ??= makeResponse(this, this.#stream()));
  }

  #stream(): ReadableStream<Uint8Array> {
    return new ReadableStream({
      pull: async (controller) => {
        controller.enqueue((await this.#source.read(Number.POSITIVE_INFINITY)).bytes);
        controller.close();
      },
      cancel: (reason) => this.#source.cancel(reason),
    });
  }
}

const latin1 = (text: Uint8Array | string = ''): string =>
  typeof text === 'string' ? text : Buffer.from(text).toString('latin1');

/** Returns the headers with one character for each byte, as `fetch` does. One that `Headers` refuses is left out. */
function headersOf(wire: RawHeaders): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < wire.length; i += 2) {
    const [name, value] = [latin1(wire[i]), latin1(wire[i + 1])];
    if (name.startsWith(':')) continue; // a pseudo-header of HTTP/2
    try {
      headers.append(name, value);
    } catch {
      // A name or value that no header may have.
    }
  }
  return headers;
}
