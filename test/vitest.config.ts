import { defineConfig } from 'vitest/config';

const SECONDS = 1_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    root: '.',
    globalSetup: ['test/support/fresh-build.ts'],
    testTimeout: 60 * SECONDS,
    hookTimeout: 240 * SECONDS,
    maxWorkers: 3,
    isolate: false, // loading the sources anew for each file would take a fifth of the time
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
