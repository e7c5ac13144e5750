/** What a runtime cannot do: the checks that fail in it, and the reason. */
export interface Limit {
  readonly runtime: RegExp;
  readonly checks: RegExp;
  readonly reason: string;
}

const LIMITS: readonly Limit[] = [
  {
    runtime: /^Bun 1\.[23]\./,
    checks: /^reasons: a name that does not exist/,
    reason:
      'It fails in the same way for a name that is not found as for a refused connection, so `code` is `connection_refused`. That nothing was sent is true of both.',
  },
  {
    runtime: /^workerd/,
    checks: /^reasons: /,
    reason:
      'Its `fetch` does not tell why a connection failed ("Network connection lost", "internal error"). The code is `connection_failed` and the outcome `unknown`, also if nothing was sent, and a write without a key is not repeated.',
  },
  {
    runtime: /^Chromium/,
    checks: /^reasons: /,
    reason:
      'Its `fetch` does not tell why a connection failed ("Failed to fetch"). The code is `connection_failed` and the outcome `unknown`, also if nothing was sent, and a write without a key is not repeated.',
  },
  {
    runtime: /^Chromium/,
    checks: /^sent once: (?!.*server is gone)/,
    reason:
      'It sends a request again on its own if a connection that it kept ends before the response, up to three times in all. A page cannot prevent this: `keepalive: false` has no effect, and a body that can be read only once needs HTTP/2. Make writes without an idempotency key from a server.',
  },
];

/** Returns what a runtime cannot do. */
export const limitsOf = (runtime: string): readonly Limit[] => LIMITS.filter((limit) => limit.runtime.test(runtime));
