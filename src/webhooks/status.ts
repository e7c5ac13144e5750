import type { WebhookErrorCode } from './webhook-error.js';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;
const TOO_LARGE = 413;
/** SNS delivers again on a 5xx, and never on a 4xx other than 429. */
const UNAVAILABLE = 503;

const STATUSES: Partial<Record<WebhookErrorCode, number>> = {
  raw_body_required: BAD_REQUEST,
  body_too_large: TOO_LARGE,
  body_not_text: BAD_REQUEST,
  body_not_json: BAD_REQUEST,
  not_an_envelope: BAD_REQUEST,
  raw_delivery: BAD_REQUEST,
  field_missing: BAD_REQUEST,
  field_invalid: BAD_REQUEST,
  header_mismatch: BAD_REQUEST,
  event_not_json: BAD_REQUEST,
  event_invalid: BAD_REQUEST,
  certificate_unavailable: UNAVAILABLE,
  confirmation_failed: UNAVAILABLE,
};

/** What whoever posted a refused message is told: whatever is no mishap is a forgery. */
export const statusOf = (code: WebhookErrorCode): number => STATUSES[code] ?? FORBIDDEN;
