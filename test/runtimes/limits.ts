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
    reason: 'An unknown host has the code `connection_refused`. That nothing was sent is true.',
  },
  {
    runtime: /^workerd/,
    checks: /^reasons: /,
    reason:
      'Its `fetch` does not tell why a connection failed: the code is `connection_failed` and the outcome `unknown`, also if nothing was sent, and a write without a key is not repeated.',
  },
  {
    runtime: /^Chromium/,
    checks: /^reasons: /,
    reason:
      'Its `fetch` does not tell why a connection failed: the code is `connection_failed` and the outcome `unknown`, also if nothing was sent, and a write without a key is not repeated.',
  },
  {
    runtime: /^Chromium/,
    checks: /^sent once: (?!.*server is gone)/,
    reason:
      'It sends a request again, up to three times, if a kept connection ends before the response. A page cannot prevent it: call Kobble from your server, where credentials belong.',
  },
];

/** Returns what a runtime cannot do. */
export const limitsOf = (runtime: string): readonly Limit[] => LIMITS.filter((limit) => limit.runtime.test(runtime));
