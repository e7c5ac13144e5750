/**
 * Runs the suite with the packed package in each runtime (or in those whose name contains an argument), prints a line for
 * each check that fails and a table. With `--write` the table goes into docs/runtimes.md. Runtimes are downloaded from
 * the npm registry on first use; one that cannot be downloaded is skipped. Fails if a check fails that limits.ts does not
 * list, or passes although it does.
 */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackage, root } from '../support/package.js';
import { download } from './download.js';
import { limitsOf } from './limits.js';
import { runSuiteIn } from './run-suite.js';
import { RUNTIMES } from './runtimes.js';
import { tableOf, writeTable, type Row } from './table.js';
import { World } from './world.js';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--')).map((arg) => arg.toLowerCase());
const chosen = RUNTIMES.filter(
  ({ name }) => names.length === 0 || names.some((part) => name.toLowerCase().includes(part)),
);

const { consumer } = installedPackage();
for (const folder of ['suite', 'hosts'])
  cpSync(join(import.meta.dirname, folder), join(consumer, folder), { recursive: true });
const world = new World();
await world.start();
const rows: Row[] = [];
for (const runtime of chosen) {
  const modules = runtime.package === undefined ? undefined : download(join(root, '.cache/runtimes'), runtime.package);
  const isMissing =
    runtime.kind === 'page' ? !existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium') : modules === undefined;
  const lines = isMissing ? [] : await runSuiteIn(runtime, modules, { consumer, control: world.control });
  const failed = lines.filter((line) => !line.startsWith('ok '));
  const limits = limitsOf(runtime.name);
  const isKnown = (line: string) => limits.some(({ check }) => check.test(line));
  const surprises = [
    ...failed.filter((line) => !isKnown(line)),
    ...(isMissing ? [] : limits.filter(({ check }) => !failed.some((line) => check.test(line)))).map(
      ({ check }) => `passes, but limits.ts lists it: ${String(check)}`,
    ),
  ];
  rows.push({ name: runtime.name, total: lines.length, passed: lines.length - failed.length, surprises });
  console.log(`${runtime.name}: ${isMissing ? 'skipped' : `${lines.length - failed.length} of ${lines.length}`}`);
  for (const line of failed) console.log(`  ${isKnown(line) ? 'known: ' : ''}${line}`);
}
await world.stop();
console.log(tableOf(rows));
if (args.includes('--write')) writeTable(rows);
process.exit(rows.some(({ surprises }) => surprises.length > 0) ? 1 : 0);
