// Keeps what a failed test prints short: the whole of a page that lacks a word shows nothing.
import type { Reporter } from 'vitest/node';

const SHOWN = 40;

/** Returns the first lines of a difference, and the number of those left out. */
export function shortened(diff: string): string {
  const lines = diff.split('\n');
  if (lines.length <= SHOWN) return diff;
  return [...lines.slice(0, SHOWN), `… and ${lines.length - SHOWN} more lines`].join('\n');
}

/** A reporter that prints nothing itself, and shortens the differences before the others print them. */
export const shortDiffs: Reporter = {
  onTestCaseResult(test) {
    for (const error of test.result().errors ?? []) {
      if (typeof error.diff === 'string') error.diff = shortened(error.diff);
    }
  },
};
