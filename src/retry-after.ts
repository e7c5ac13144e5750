const DAY_MS = 86_400_000;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * The wait a `Retry-After` header asks for (RFC 9110 §10.2.3: seconds or an HTTP date), in milliseconds. Undefined
 * where there is none to trust: negative, past, garbled, or longer than a day.
 */
export function parseRetryAfter(value: string | null, wallClockMs: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  const wait = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : HTTP_DATE.test(text)
      ? Date.parse(text) - wallClockMs
      : Number.NaN;
  return wait >= 0 && wait <= DAY_MS ? Math.ceil(wait) : undefined;
}
