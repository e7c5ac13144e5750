// Proves that all steps of `npm run check` run although one fails, that what the failed ones said is at the end, in the order
// of usefulness, and that package.json has few scripts and both compilers.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSteps, type Step } from '../../scripts/lib/run-steps.js';
import { CHECK_STEPS } from '../../scripts/lib/steps.js';

const root = join(import.meta.dirname, '../..');
let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kobble-steps-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A step whose program says its name and ends with a code. */
function step(name: string, code: number, seconds: number): Step {
  const program = join(folder, `${name}.cjs`);
  writeFileSync(program, `console.log(${JSON.stringify(`said by ${name}`)}); process.exitCode = ${code};`);
  return { name, command: [program], seconds };
}
const run = (steps: readonly Step[]) => runSteps(root, steps);

it('runs all, and reports the failures at the end, the most useful first', async () => {
  const steps = [step('types', 1, 1), step('tests', 0, 2), step('eslint', 2, 3), step('format', 0, 0)];
  expect(await run(steps)).toBe(false);
  const ends = printed.slice(0, 4).map((line) => line.replace(/ \(.*/, ''));
  expect(ends.toSorted()).toEqual(['✓ format', '✓ tests', '✗ eslint', '✗ types']);
  const [types = '', eslint = '', ...rest] = printed.slice(4);
  expect(types).toMatch(/^\n✗ types: .*\nsaid by types$/);
  expect(eslint).toMatch(/^\n✗ eslint: .*\nsaid by eslint$/);
  expect(rest).toEqual(['\n2 of 4 failed: types, eslint']);
});

it('says nothing of what passed but its time', async () => {
  expect(await run([step('types', 0, 1)])).toBe(true);
  expect(printed).toHaveLength(1);
  expect(printed[0]).toMatch(/^✓ types \(\d+\.\d s\)$/);
});

it('of `npm run check` are types, then tests, then the rest', () => {
  expect(CHECK_STEPS.slice(0, 2).map(({ name }) => name)).toEqual(['types', 'tests']);
});

it('package.json has 16 scripts at most', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  expect(Object.keys(scripts).length).toBeLessThanOrEqual(16);
});

it.each([
  ['typescript', /^5\.9\./],
  ['typescript7', /^7\./],
])('%s is the compiler that its name says', (name, version) => {
  const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  expect((JSON.parse(manifest) as { version: string }).version).toMatch(version);
});
