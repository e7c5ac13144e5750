import type { BodyBytes } from '../http/response.js';
import { Decoder } from './decoder.js';
import type { DispatchController, DispatchHandler, RawHeaders, WireHeaders } from './options.js';
import { UndiciResponse } from './undici-response.js';

/** Bytes that are kept of a body that nobody reads yet. Then the connection is paused. */
const UNREAD_BYTES = 64 * 1024;

/** One request in progress: receives its events, and keeps the body until it is read. */
export class Exchange implements DispatchHandler {
  /** Resolves when the headers have arrived. Rejects as the promise of `fetch` does. */
  readonly response: Promise<UndiciResponse>;
  /** Called once the exchange is over. */
  onEnd: (() => void) | null | undefined;
  isOver = false;
  readonly #url: string;
  #settle: { resolve: (response: UndiciResponse) => void; reject: (error: unknown) => void } | undefined;
  #controller: DispatchController | undefined;
  #decoder: Decoder | undefined;
  #error: unknown;
  #chunks: Uint8Array[] = [];
  #length = 0;
  #maxBytes: number | undefined;
  #reader: { resolve: (bytes: BodyBytes) => void; reject: (error: unknown) => void } | undefined;

  constructor(url: string) {
    this.#url = url;
    this.response = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  /** Ends the exchange and closes its connection. Whoever waits for it is given the reason. */
  cancel(reason: unknown): void {
    if (this.isOver) return;
    this.#end(reason ?? asError(reason));
    this.#controller?.abort(asError(reason));
  }

  /** Reads the body to its end, or until it is longer than `maxBytes`. To be called once. */
  read(maxBytes: number): Promise<BodyBytes> {
    this.#maxBytes = maxBytes;
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
      if (this.#length > maxBytes) this.#cut(maxBytes);
      else if (this.isOver) this.#deliver();
      else this.#controller?.resume();
    });
  }

  onRequestStart(controller: DispatchController): void {
    this.#controller = controller;
    if (this.isOver) controller.abort(asError(this.#error)); // cancelled while it waited for a connection
  }

  onResponseStart({ rawHeaders }: DispatchController, status: number, headers: WireHeaders, statusText = ''): void {
    if (status < 200) return;
    this.#decoder = Decoder.for(headers['content-encoding'], this);
    this.#settle?.resolve(
      new UndiciResponse(this, { url: this.#url, status, statusText, headers: rawHeadersOf(rawHeaders, headers) }),
    );
    this.#settle = undefined;
  }

  onResponseData(controller: DispatchController, chunk: Uint8Array): void {
    if (this.#decoder === undefined) this.take(chunk);
    else this.#decoder.write(chunk, controller);
  }

  onResponseEnd(): void {
    if (this.#decoder === undefined) this.finish();
    else this.#decoder.end();
  }

  onResponseError(_: DispatchController, error: unknown): void {
    this.fail(error);
  }

  /** Receives a part of the decoded body. */
  take(chunk: Uint8Array): void {
    if (this.isOver) return;
    this.#chunks.push(chunk);
    this.#length += chunk.byteLength;
    if (this.#maxBytes === undefined) {
      if (this.#length > UNREAD_BYTES) this.#controller?.pause();
    } else if (this.#length > this.#maxBytes) this.#cut(this.#maxBytes);
  }

  /** Notes that the body is complete. */
  finish(): void {
    if (!this.isOver) this.#end(undefined);
  }

  /** Notes that the exchange broke off. The error is wrapped as `fetch` does. */
  fail(cause: unknown): void {
    if (this.isOver) return;
    this.#end(new TypeError(this.#settle === undefined ? 'terminated' : 'fetch failed', { cause }));
    this.#controller?.abort(asError(cause)); // a body that cannot be decoded: the rest is of no use
  }

  #cut(maxBytes: number): void {
    const bytes = Buffer.concat(this.#chunks, maxBytes);
    this.#reader?.resolve({ bytes, isComplete: false });
    this.#reader = undefined;
    this.cancel(new Error('the body is too large'));
  }

  #end(error: unknown): void {
    this.isOver = true;
    this.#error = error;
    this.#decoder?.destroy();
    this.onEnd?.();
    if (error !== undefined) this.#settle?.reject(error);
    if (this.#reader !== undefined) this.#deliver();
  }

  #deliver(): void {
    if (this.#error !== undefined) return this.#reader?.reject(this.#error);
    const [first] = this.#chunks;
    const bytes = first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#reader?.resolve({ bytes, isComplete: true });
  }
}

/** Returns the headers as they came, or, from a dispatcher that does not keep them, as it read them. */
const rawHeadersOf = (raw: unknown, headers: WireHeaders): RawHeaders =>
  Array.isArray(raw)
    ? (raw as RawHeaders)
    : Object.entries(headers).flatMap(([name, values = []]) => [values].flat().flatMap((value) => [name, value]));

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error('aborted'));
