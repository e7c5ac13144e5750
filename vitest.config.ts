import { defineConfig } from 'vitest/config';
import { shortDiffs } from './test/support/short-diffs.js';

const SECONDS = 1_000;

/** Tests whose full length takes minutes: `npm test` runs them with fewer calls, `npm test -- --mode long` with all. */
const WITH_LONG_FORM = [
  'test/faults/{exactly-once,crash,properties,soak}.test.ts',
  'test/package/{contents,jsr,types}.test.ts',
  'test/webhooks/load.test.ts',
];

/** Tests that only `npm test -- --mode long` runs. */
const LONG_ONLY = [
  'test/browser/{example-*,screenshots}.test.ts', // `npm test` has the service itself
  'test/faults/via-fetch.test.ts', // the faults of `npm test` once more, through kobble.fetch
  'test/faults/growth.test.ts', // thousands of calls at once, several times
  'test/cli/drift.test.ts', // 45 deviations over HTTP; `npm test` has them in process
  'test/package/{bundlers,completion,dom,frameworks,jest,next}.test.ts',
  'test/examples/{queues,worker}.test.ts', // four queues and miniflare come from the registry
  'test/bench/{on-kobble-fetch,ratios}.test.ts', // the peers come from the registry
  'test/loop/{compat,dev,diff-command,verdict}.test.ts', // they run scripts and the compiler in copies of the project
  'test/unit/openapi-react-query.test.ts', // its packages come from the registry
  'test/scripts/generate.test.ts', // starts Redocly and the generator four times
  'test/undici/faults.test.ts', // the faults of `npm test` once more, over undici
];

export default defineConfig(({ mode }) => {
  const long = mode === 'long';
  return {
    test: {
      include: long ? [...WITH_LONG_FORM, ...LONG_ONLY] : ['test/**/*.test.ts'],
      exclude: ['test/bench/node_modules/**', ...(long ? [] : LONG_ONLY)],
      env: { LONG_FORM: String(long) },
      testTimeout: 120 * SECONDS, // tests must pass on a busy machine, too
      diff: { expand: false, contextLines: 3 }, // what differs, and not all around it
      reporters: ['default', shortDiffs],
      expect: { poll: { timeout: 20 * SECONDS } }, // a wait for what must happen; a busy machine takes its time
      hookTimeout: 240 * SECONDS,
      maxWorkers: long ? 2 : 5, // five on two processors: most of the time is waiting
      isolate: false, // loading the sources anew for each file would take a fifth of the time
      unstubEnvs: true,
      unstubGlobals: true,
    },
  };
});
