/**
 * Runs the suite with the packed package in each runtime, or in those whose name contains one of the arguments, and prints
 * what fails and a table; `--write` puts it into docs/runtimes.md. Runtimes are downloaded from the npm registry on first
 * use, and skipped if that fails. Exits with 1 if a check fails that limits.ts does not list, or passes though it does.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackage, root } from '../support/package.js';
import { showProgress } from '../../scripts/lib/show-progress.js';
import { limitsOf } from './limits.js';
import { runSuiteIn } from './run-suite.js';
import { RUNTIMES } from './runtimes.js';
import { resultsOf, tableOf, writeTable, type Result, type Row } from './table.js';
import { World } from './world.js';

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--')).map((arg) => arg.toLowerCase());
const isChosen = (name: string) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word));

const { consumer } = installedPackage();
for (const folder of ['suite', 'hosts']) {
  cpSync(join(import.meta.dirname, folder), join(consumer, folder), { recursive: true });
}
const world = new World();
await world.start();
const rows: Row[] = [];
let surprises = 0;
for (const runtime of RUNTIMES.filter(({ name }) => isChosen(name))) {
  const place = { consumer, cache: join(root, '.cache/runtimes'), control: world.control };
  const { name, lines } = await showProgress(runtime.name, () => runSuiteIn(runtime, place));
  const row = { runtime: name, results: resultsOf(lines) };
  rows.push(row);
  surprises += report(row);
}
await world.stop();
console.log(`\n${tableOf(rows)}`);
if (args.includes('--write')) await writeTable(join(root, 'docs/runtimes.md'), rows);
process.exit(surprises > 0 ? 1 : 0);

/** Prints the checks that failed, and returns how many of them are not known, or known but not failing. */
function report({ runtime, results }: Row): number {
  const failed = results.filter(({ problem }) => problem !== undefined);
  console.log(
    `${runtime}: ${results.length === 0 ? 'skipped' : `${results.length - failed.length} of ${results.length}`}`,
  );
  if (results.length === 0) return 0;
  const limits = limitsOf(runtime);
  const isKnown = ({ name }: Result) => limits.some(({ checks }) => checks.test(name));
  for (const one of failed) console.log(`  ${isKnown(one) ? 'known' : 'FAILED'}: ${one.name}: ${one.problem ?? ''}`);
  const passing = results.filter((one) => one.problem === undefined && isKnown(one));
  for (const { name } of passing) console.log(`  listed as a limit, but passes: ${name}`);
  return failed.filter((one) => !isKnown(one)).length + passing.length;
}
