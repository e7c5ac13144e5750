import { STARTED } from '../http/platform.js';
import type { BodyBytes } from '../http/response.js';
import { Decoder, type BodySink } from './decoder.js';
import type { DispatchController, DispatchHandler, RawHeaders, WireHeaders } from './options.js';
import { UndiciResponse } from './undici-response.js';

/** Bytes that are kept of a body that nobody reads yet. Then the connection is paused. */
const UNREAD_BYTES = 64 * 1024;

/** Statuses whose responses have no body, whatever the server sends. */
const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** One request in progress: receives its events, and keeps the body until it is read. */
export class Exchange implements BodySink, DispatchHandler {
  /** Resolves when the headers have arrived. Rejects as the promise of `fetch` does. */
  readonly response: Promise<UndiciResponse>;
  /** Called once the exchange is over. */
  onEnd: (() => void) | null | undefined;
  isOver = false;
  /** True if another request was made for the same attempt: whether that one was sent is not known here. */
  isRepeat = false;
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
    if (this.#controller !== undefined) this.fail(new Error('an interceptor sends the request again'));
    this.#controller = controller;
    if (this.isOver) controller.abort(asError(this.#error)); // before anything is written
  }

  onResponseStart({ rawHeaders }: DispatchController, status: number, headers: WireHeaders, statusText = ''): void {
    if (status < 200 || this.isOver) return;
    if (status === 407) return this.fail(new Error('proxy authentication required')); // as `fetch` does
    const hasBody = !NO_BODY.has(status);
    try {
      if (hasBody) this.#decoder = Decoder.for(headers['content-encoding'], this);
    } catch (error) {
      return this.fail(error);
    }
    this.#settle?.resolve(
      new UndiciResponse(this, { url: this.#url, status, statusText, headers: rawHeadersOf(rawHeaders, headers) }),
    );
    this.#settle = undefined;
    if (!hasBody) this.finish();
  }

  onResponseData(controller: DispatchController, chunk: Uint8Array): void {
    if (this.isOver) controller.abort(new Error('the rest is not read'));
    else (this.#decoder ?? this).take(chunk, controller);
  }

  onResponseEnd(): void {
    (this.#decoder ?? this).finish();
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
    const error = new TypeError(this.#settle === undefined ? 'terminated' : 'fetch failed', { cause });
    this.#end(Object.assign(error, { [STARTED]: this.#controller !== undefined || this.isRepeat }));
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
