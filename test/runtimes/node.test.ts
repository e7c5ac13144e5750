// Proves that the suite for all runtimes passes in this Node, with the packed package, and that docs/runtimes.md has a row
// for each runtime. `npx tsx test/runtimes/run.ts` runs the suite in the others.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installedPackage, root } from '../support/package.js';
import { runProcess } from './run-suite.js';
import { RUNTIMES } from './runtimes.js';
import { resultsOf, tableOf } from './table.js';
import { World } from './world.js';

const world = new World();
beforeAll(() => world.start());
afterAll(() => world.stop());

it('passes all checks in this Node', async () => {
  const { consumer } = installedPackage();
  for (const folder of ['suite', 'hosts']) {
    cpSync(join(root, 'test/runtimes', folder), join(consumer, folder), { recursive: true });
  }
  const lines = await runProcess(process.execPath, [join(consumer, 'hosts/process.js'), world.control], consumer);
  const results = resultsOf(lines);
  expect(results.filter(({ problem }) => problem !== undefined)).toEqual([]);
  expect(results.length).toBeGreaterThan(50);
});

it('has a row for each runtime', () => {
  const page = readFileSync(join(root, 'docs/runtimes.md'), 'utf8');
  for (const { name } of RUNTIMES) expect(page).toContain(`| ${name} `);
});

it('tells a check that failed from one that passed', () => {
  const results = resultsOf(['ok keys: one key', 'not ok time: an abort: it took too long']);
  expect(results).toEqual([
    { name: 'keys: one key', problem: undefined },
    { name: 'time: an abort', problem: 'it took too long' },
  ]);
  expect(tableOf([{ runtime: 'Some', results }])).toContain('| Some | 1 of 2 | errors and time limits (0 of 1) |');
  expect(tableOf([{ runtime: 'Other', results: [] }])).toContain('| Other | skipped |');
});

it('says what several runtimes cannot do once', () => {
  const rows = ['Bun 1.2.0', 'Bun 1.3.0', 'Bun 1.4.0'].map((runtime) => ({ runtime, results: [] }));
  expect(tableOf(rows).match(/^- .{25}/gm)).toEqual(['- **Bun 1.2.0, Bun 1.3.0:**']);
});
