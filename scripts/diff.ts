/**
 * Compares the contract in `openapi/` with that of a commit, and rates each difference for callers of this library:
 * `npm run diff`, or `npm run diff -- v0.1.0`. The default is the last release, or else the commit in which
 * package.json got its version; the first line says which. `--format json` is for programs, `--format markdown` for the
 * changelog. Exits 1 if a difference breaks callers.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWithCommit } from './diff/compare.js';
import { FORMATS, reportOf } from './diff/report.js';
import { baseCommit } from './lib/base-commit.js';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = FORMATS.find((known) => known === values.format);
  if (format === undefined) throw new Error(`--format must be one of ${FORMATS.join(', ')}.`);
  const { ref, reason } = positionals[0] === undefined ? await baseCommit(root) : { ref: positionals[0] };
  if (reason !== undefined && format !== 'text') (format === 'json' ? console.error : console.log)(reason);
  const comparison = await compareWithCommit(root, ref);
  console.log(reportOf(comparison, format, ref, reason));
  process.exitCode = comparison.verdict === 'major' ? 1 : 0;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
