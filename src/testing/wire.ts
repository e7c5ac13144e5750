/** A JSON object, as it came or goes. */
export type JsonObject = Record<string, unknown>;

/** A request as it reached the fake, in process or over HTTP. */
export interface WireRequest {
  readonly method: string;
  /** With the query, as it was sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A whole answer. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** What becomes of a connection: it is answered, it dies, or it stalls before the answer or in the midst of its body. */
export type Ending =
  | { readonly kind: 'answer'; readonly answer: WireAnswer }
  | { readonly kind: 'drop' }
  | { readonly kind: 'stallHeaders' }
  | { readonly kind: 'stallBody'; readonly answer: WireAnswer };

export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The first half of a body: what arrives before a connection stalls, or is cut. */
export const firstHalf = (body: string | Uint8Array): string | Uint8Array => body.slice(0, Math.ceil(body.length / 2));
