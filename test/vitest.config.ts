import { defineConfig } from 'vitest/config';

const SECONDS = 1_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    root: '.',
    testTimeout: 60 * SECONDS,
    hookTimeout: 240 * SECONDS,
    maxWorkers: 2,
    isolate: false, // loading the sources anew for each file would take a fifth of the time
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
