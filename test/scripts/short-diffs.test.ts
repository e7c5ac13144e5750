// Proves that a failed test prints what differs, and not the page around it.
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shortened } from '../support/short-diffs.js';

const root = join(import.meta.dirname, '../..');
const FAILING = `import { expect, it } from 'vitest';
const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => ['field' + i, { a: i, b: [1, 2, 3] }]));
it('differs', () => expect(many).toEqual({ ...many, field150: { a: 0, b: [1, 2, 3] } }));
it('lacks a word', () => expect(Array.from({ length: 400 }, (_, i) => 'line ' + i).join('\\n')).toContain('nothing'));
`;

it('prints the field that differs, and the start of a long text', async () => {
  const folder = join(root, 'test/.cache/short-diffs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'failing.test.ts'), FAILING);
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', folder];
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, args, { cwd: root, env }, (_, stdout, stderr) => done(stdout + stderr));
  });
  rmSync(folder, { recursive: true });
  expect(output).toMatch(/^- {5}"a": 0,\n\+ {5}"a": 150,$/m);
  expect(output).not.toContain('"field10"');
  expect(output).toContain('… and 364 more lines');
  expect(output.split('\n').length).toBeLessThan(120);
});

it('leaves a short difference as it is', () => {
  expect(shortened('- 1\n+ 2')).toBe('- 1\n+ 2');
});
