/** A check that fails in a runtime, and the reason. */
export interface Limit {
  readonly runtime: RegExp;
  readonly check: RegExp;
  readonly reason: string;
}

const LIMITS: readonly Limit[] = [];

/** Returns what a runtime cannot do. */
export const limitsOf = (runtime: string): readonly Limit[] => LIMITS.filter((limit) => limit.runtime.test(runtime));
