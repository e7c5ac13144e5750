/**
 * Compiles the type tests of a commit against the build, so that a change that no longer compiles at callers is named:
 * `tsx scripts/compat.ts`, or `tsx scripts/compat.ts v0.1.0`. The default is that of `npm run diff`. `--format markdown` is
 * for a pull request. Builds `dist/` first. Exits 1 if a line no longer compiles.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compatReport, COMPAT_FORMATS } from './compat/report.js';
import { compileTypeTests } from './compat/type-tests.js';
import { baseCommit } from './lib/base-commit.js';
import { showProgress } from './lib/show-progress.js';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = COMPAT_FORMATS.find((known) => known === values.format);
  if (format === undefined) throw new Error(`--format must be one of ${COMPAT_FORMATS.join(', ')}.`);
  await showProgress('Building', () => import('./build.js'));
  const { ref, reason } = positionals[0] === undefined ? await baseCommit(root) : { ref: positionals[0] };
  if (reason !== undefined) console.log(reason);
  const result = await showProgress(`Compiling the type tests of ${ref}`, () => compileTypeTests(root, ref));
  console.log(compatReport(result, format, ref));
  process.exitCode = result.changed.some(({ breaking }) => breaking) ? 1 : 0;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
