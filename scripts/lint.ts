/**
 * Runs every linter, and reports the findings of all: `npm run lint`, or `npm run lint -- contract workflows` for some.
 * `--fix` formats, and fixes what eslint can fix.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runSteps } from './lib/run-steps.js';
import { FIX_STEPS, LINT_STEPS } from './lib/steps.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { fix: { type: 'boolean' } } });
const known = values.fix === true ? FIX_STEPS : LINT_STEPS;
const unknown = positionals.filter((name) => known.every((step) => step.name !== name));
const chosen = positionals.length === 0 ? known : known.filter(({ name }) => positionals.includes(name));

if (unknown.length > 0) {
  console.error(`✗ There is no linter ${unknown.join(', ')}: choose from ${known.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
} else if (values.fix === true) {
  let passed = true;
  for (const step of chosen) passed = (await runSteps(root, [step])) && passed; // they write the same files
  process.exitCode = passed ? 0 : 1;
} else process.exitCode = (await runSteps(root, chosen)) ? 0 : 1;
