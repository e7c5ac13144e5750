// Proves that calls leave nothing behind: no memory, no listener on a signal that lives as long as the process, no timer,
// and nothing that keeps the process alive.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { SoakReport } from '../support/faults/soak-worker.js';
import { LONG_FORM } from '../support/long-form.js';

const CALLS = LONG_FORM ? 200_000 : 10_000;
const WORKER = fileURLToPath(new URL('../support/faults/soak-worker.ts', import.meta.url));
const FIVE_MEGABYTES = 5 * 1024 * 1024;

test(`${CALLS} calls with one signal leave nothing behind`, { timeout: 900_000 }, async () => {
  const args = ['--expose-gc', '--import', 'tsx', WORKER, String(CALLS)];
  // It resolves when the process has ended by itself, with all its handles closed.
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 890_000 });
  const report = JSON.parse(stdout) as SoakReport;
  console.info(report);
  expect(report.calls).toBe(CALLS);
  expect(report.failed).toBeGreaterThan(CALLS * 0.009); // the 404s, and nothing else
  expect(report.failed).toBeLessThan(CALLS * 0.011);
  expect(report.heapGrowth).toBeLessThan(FIVE_MEGABYTES);
  expect(report.listeners).toBe(0);
  expect(report.timers).toBe(0);
});
