// For the tests that attack the client through functions of its caller.
import { afterEach, beforeEach, vi } from 'vitest';

/** A secret that must not come out anywhere. */
export const CANARY = 'canary-5up3r-s3cr3t';

/** Passes anything as an argument or function of the caller, as one without types would. */
export const untyped = (value: unknown) => value as never;

/** Returns a mock that is called with each unhandled rejection of a test. To be called once, at the top of a file. */
export function watchRejections() {
  const unhandled = vi.fn();
  beforeEach(() => {
    unhandled.mockReset();
    process.on('unhandledRejection', unhandled);
  });
  afterEach(() => {
    process.off('unhandledRejection', unhandled);
  });
  return unhandled;
}
