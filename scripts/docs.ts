/**
 * Keeps the table of options in README.md equal to `src/options.ts`: `npm run docs -- --write` writes it, and
 * `npm run docs -- --check` fails if it is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withOptionTable } from './lib/option-table.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const fresh = await withOptionTable(readme, readFileSync(`${root}src/options.ts`, 'utf8'));

if (process.argv.includes('--write')) writeFileSync(`${root}README.md`, fresh);
else if (fresh !== readme) {
  console.error('The options in README.md are stale: run `npm run docs -- --write` and commit the result.');
  process.exitCode = 1;
}
