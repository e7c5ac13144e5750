/**
 * Says in Markdown what changed for callers since a commit: the contract, the type tests, the declarations of `etc/`. The
 * default is that of `npm run diff`. An intended change is accepted by a line in CHANGELOG.md, a break by one below a
 * heading `### Breaking`. Exits 1 if that line is missing, or if something cannot be compared; the rest is said all the same.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { baseCommit } from './lib/base-commit.js';
import { build, verdictReport, verdictSince } from './release/verdict.js';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const given = process.argv[2];
  const { ref, reason } = given === undefined ? await baseCommit(root) : { ref: given };
  if (reason !== undefined) console.log(`${reason}\n`);
  const failure = build(root);
  if (failure !== undefined) rmSync(`${root}dist/types`, { recursive: true, force: true }); // no report about an old build
  const verdict = await verdictSince(root, ref);
  console.log(verdictReport(verdict));
  if (failure !== undefined) console.log(`\nThe build fails:\n\n\`\`\`text\n${failure}\n\`\`\``);
  process.exitCode = failure === undefined && verdict.problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
