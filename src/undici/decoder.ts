import type { Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** What a body comes from, and can be made to wait. */
export interface Source {
  pause(): unknown;
  resume(): unknown;
}

/** Receiver of a body. */
export interface BodySink {
  take(chunk: Uint8Array, source: Source): void;
  finish(): void;
  fail(error: unknown): void;
}

/** As lenient as `fetch`: an end that is missing is accepted. */
const ZLIB = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** Makes the decoder of a coding, from the first byte: servers send `deflate` with and without the header of zlib. */
type MakeDecoder = (firstByte: number) => Transform;

const DECODERS = new Map<string, MakeDecoder>([
  ['gzip', () => createGunzip(ZLIB)],
  ['x-gzip', () => createGunzip(ZLIB)],
  ['deflate', (firstByte) => ((firstByte & 0x0f) === 0x08 ? createInflate(ZLIB) : createInflateRaw(ZLIB))],
  ['br', () => createBrotliDecompress(BROTLI)],
]);

/** The most codings that `fetch` decodes. */
const MAX_CODINGS = 5;

/** Decodes one coding of a body as it arrives (RFC 9110 §8.4). Its stream is made with the first bytes: an empty body is none. */
export class Decoder implements BodySink {
  readonly #make: MakeDecoder;
  readonly #sink: BodySink;
  #stream: Transform | undefined;

  /**
   * Returns the decoder of a body, or undefined if it needs none. A body with several codings has a decoder for each. One with
   * a coding that is not known stays as it is. Throws if there are more codings than `fetch` decodes.
   */
  static for(encoding: string | string[] | undefined, sink: BodySink): Decoder | undefined {
    if (encoding === undefined) return undefined;
    const names = String(encoding).split(',');
    if (names.length > MAX_CODINGS) throw new Error('too many content codings');
    const makers = names.map((name) => DECODERS.get(name.trim().toLowerCase()));
    let decoder: Decoder | undefined;
    for (const make of makers) {
      if (make === undefined) return undefined;
      decoder = new Decoder(make, decoder ?? sink); // the coding that was applied last is decoded first
    }
    return decoder;
  }

  private constructor(make: MakeDecoder, sink: BodySink) {
    this.#make = make;
    this.#sink = sink;
  }

  take(chunk: Uint8Array, source: Source): void {
    const stream = (this.#stream ??= this.#open(this.#make(chunk[0] ?? 0)));
    if (stream.write(chunk)) return;
    source.pause();
    stream.once('drain', () => source.resume());
  }

  finish(): void {
    if (this.#stream === undefined) this.#sink.finish();
    else this.#stream.end();
  }

  fail(error: unknown): void {
    this.#sink.fail(error);
  }

  destroy(): void {
    this.#stream?.destroy();
    if (this.#sink instanceof Decoder) this.#sink.destroy();
  }

  #open(stream: Transform): Transform {
    return stream
      .on('data', (decoded: Uint8Array) => this.#sink.take(decoded, stream))
      .on('end', () => this.#sink.finish())
      .on('error', (error) => this.fail(error));
  }
}
