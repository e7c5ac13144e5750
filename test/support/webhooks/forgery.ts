import type { RawBody, VerifyWebhookOptions, WebhookErrorCode } from '../../../src/webhooks/index.js';

/** A message that must be refused, and the code that says why. */
export interface Forgery {
  readonly name: string;
  readonly code: WebhookErrorCode;
  readonly rawBody: RawBody;
  readonly options?: Partial<VerifyWebhookOptions>;
}

/** What each forgery of a kind has in common is its code. */
export const forgeries = (
  code: WebhookErrorCode,
  cases: Record<string, RawBody | [rawBody: RawBody, options: Partial<VerifyWebhookOptions>]>,
): Forgery[] =>
  Object.entries(cases).map(([name, made]) => {
    const [rawBody, options] = Array.isArray(made) ? made : [made, {}];
    return { name, code, rawBody, options };
  });
