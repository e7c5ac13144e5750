import { defineConfig } from 'vitest/config';

const SECONDS = 1_000;

/** Whole files that `npm run test:long` runs instead. */
export const LONG_ONLY = ['test/testing/recipes.test.ts', 'test/browser/screenshots.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: LONG_ONLY,
    root: '.',
    testTimeout: 60 * SECONDS,
    hookTimeout: 240 * SECONDS,
    maxWorkers: 3, // on two processors: much of the time is waiting
    isolate: false, // loading the sources anew for each file would take a fifth of the time
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
