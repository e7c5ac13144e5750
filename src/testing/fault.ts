/** How a body is garbled: replaced by a page of HTML, or its JSON cut in half. The status stays. */
export type Garbling = 'html' | 'cut';

/** A response that replaces the operation's own. The operation is not carried out. */
export interface FaultAnswer {
  /** Header `Retry-After`, in seconds or as text. */
  readonly retryAfter?: number | string | undefined;
  /** Text and bytes are sent as they are, anything else as JSON. Default: `{ "message": "…" }`. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A fault of one attempt. */
export type Fault =
  | ({ readonly kind: 'respond'; readonly status: number } & FaultAnswer)
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'garble'; readonly how: Garbling }
  | { readonly kind: 'dropAnswer' | 'dropRequest' | 'stallHeaders' | 'stallBody' | 'expireToken' };

export type FaultKind = Fault['kind'];
