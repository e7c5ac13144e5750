/**
 * Runs what a push must pass, two steps at a time, all of them even if one fails: `npm run check`. The failures are at the
 * end, the most useful first. `--fast`, which is `npm run test:fast`, runs types and fast tests only.
 */
import { fileURLToPath } from 'node:url';
import { runSteps } from './lib/run-steps.js';
import { CHECK_STEPS, FAST_STEPS } from './lib/steps.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const passed = await runSteps(root, process.argv.includes('--fast') ? FAST_STEPS : CHECK_STEPS);
process.exitCode = passed ? 0 : 1;
