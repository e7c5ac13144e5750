/** A request as it reaches the fake, in process or over HTTP. */
export interface WireRequest {
  readonly method: string;
  /** With the query, as it was sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A complete response. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The end of a request: a response, a lost connection, or a stall before the response or in the middle of its body. */
export type Ending =
  | { readonly kind: 'response'; readonly response: WireResponse }
  | { readonly kind: 'drop' }
  | { readonly kind: 'stallHeaders' }
  | { readonly kind: 'stallBody'; readonly response: WireResponse };

/** Takes requests until it is closed. */
export interface WireHandler {
  readonly handle: (request: WireRequest) => Promise<Ending>;
  readonly closing: AbortSignal;
}

/** Ends an operation before it has had an effect. The body is an assumption: no page shows the body of an error. */
export class Refusal extends Error {
  readonly response: WireResponse;

  constructor(
    status: number,
    message: string,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.response = ownResponse(status, { message, ...more }, headers);
  }
}

/** Marks what the fake itself says. The client quotes no other server but Prism. */
const MARK = { 'x-kobble-fake': '1' };

/** Returns a response of the fake, as opposed to one that a fault puts in its place. */
export const ownResponse = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireResponse => jsonResponse(status, body, { ...MARK, ...headers });

/** Returns a response with a JSON body. */
export function jsonResponse(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** Returns true for a status whose response has no body (RFC 9110 §6.4.1, and §15.3.6 for 205). */
export const isBodyless = (status: number): boolean => status === 204 || status === 205 || status === 304;

/** Returns the first half of a body, which arrives before a connection stalls or JSON is cut. */
export const firstHalf = (body: string | Uint8Array): string | Uint8Array => body.slice(0, Math.ceil(body.length / 2));
