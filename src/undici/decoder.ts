import type { Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { DispatchController } from './options.js';

/** Receiver of a decoded body. */
export interface BodySink {
  take(chunk: Uint8Array): void;
  finish(): void;
  fail(error: unknown): void;
}

/** As lenient as `fetch`: an end that is missing is accepted. */
const ZLIB = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** Makes the decoder of a coding, from the first byte: servers send `deflate` with and without the header of zlib. */
const DECODERS: Readonly<Record<string, (firstByte: number) => Transform>> = {
  gzip: () => createGunzip(ZLIB),
  'x-gzip': () => createGunzip(ZLIB),
  deflate: (firstByte) => ((firstByte & 0x0f) === 0x08 ? createInflate(ZLIB) : createInflateRaw(ZLIB)),
  br: () => createBrotliDecompress(BROTLI),
};

/** Decodes a body with one coding as it arrives (RFC 9110 §8.4). Its streams are made with the first bytes: an empty body is none. */
export class Decoder {
  readonly #make: (firstByte: number) => Transform;
  readonly #sink: BodySink;
  #stream: Transform | undefined;

  /** Returns the decoder of a body, or undefined if it needs none. A body with a coding that is not known stays as it is. */
  static for(encoding: string | string[] | undefined, sink: BodySink): Decoder | undefined {
    if (encoding === undefined) return undefined;
    const name = String(encoding).trim().toLowerCase();
    const make = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    return make && new Decoder(make, sink);
  }

  private constructor(make: (firstByte: number) => Transform, sink: BodySink) {
    this.#make = make;
    this.#sink = sink;
  }

  write(chunk: Uint8Array, controller: DispatchController): void {
    this.#stream ??= this.#make(chunk[0] ?? 0)
      .on('data', (decoded: Uint8Array) => this.#sink.take(decoded))
      .on('end', () => this.#sink.finish())
      .on('error', (error) => this.#sink.fail(error));
    if (this.#stream.write(chunk)) return;
    controller.pause();
    this.#stream.once('drain', () => controller.resume());
  }

  end(): void {
    if (this.#stream === undefined) this.#sink.finish();
    else this.#stream.end();
  }

  destroy(): void {
    this.#stream?.destroy();
  }
}
