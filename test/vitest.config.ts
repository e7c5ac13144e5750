import { defineConfig } from 'vitest/config';

const SECONDS = 1_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    root: '.',
    testTimeout: 20 * SECONDS,
    hookTimeout: 30 * SECONDS,
    maxWorkers: 2,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
