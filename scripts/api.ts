/**
 * Writes `etc/`: one report an entry point of what it declares, so that a change to what callers may use is seen in a
 * review. Builds `dist/` first, because the reports are made of the built declarations. `--check` writes nothing, and
 * exits 1 if a report is stale.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './build.js';
import { apiReports, readReports, REPORTS, staleReports } from './lib/api-reports.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, REPORTS);
const [committed, built] = [readReports(folder), await apiReports(root)];

if (process.argv.includes('--check')) {
  const stale = staleReports(committed, built);
  for (const message of stale) console.error(message);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of committed.keys()) if (!built.has(name)) rmSync(join(folder, name));
  for (const [name, text] of built) {
    if (committed.get(name) === text) continue;
    writeFileSync(join(folder, name), text);
    console.log(`changed: ${REPORTS}/${name}`);
  }
}
