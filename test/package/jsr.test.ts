// Proves that jsr.json names each entry point that is not of Node alone, with the version of package.json, and, in
// `npm test -- --mode long`, that `deno publish` takes the sources as they are: it checks their types and finds no slow ones.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LONG_FORM } from '../support/long-form.js';
import { ENTRIES, root } from '../support/package.js';
import { download } from '../runtimes/download.js';
import { RUNTIMES } from '../runtimes/runtimes.js';

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
}

const read = (file: string): Manifest => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest;

it('names the entry points and the version', () => {
  const jsr = read('jsr.json');
  expect(jsr.version).toBe(read('package.json').version);
  // undici is the `fetch` of Node. Deno's own Response has members that undici's has not.
  const expected = ENTRIES.filter(({ name }) => name !== 'undici').map(({ name, source }) => [
    name === 'index' ? '.' : `./${name}`,
    `./${source}`,
  ]);
  expect(jsr.exports).toEqual(Object.fromEntries(expected));
});

it.runIf(LONG_FORM)('can be published: `deno publish --dry-run` finds no slow types', () => {
  const deno = RUNTIMES.find(({ name }) => name.startsWith('Deno'));
  const modules = download(join(root, '.cache/runtimes'), deno?.package ?? '');
  const program = join(modules ?? '', deno?.program ?? '');
  if (modules === undefined || !existsSync(program)) return; // as test:runtimes skips what it cannot download
  // With sloppy imports Deno reads `./client.js` as `./client.ts`, as the compiler does.
  const args = ['publish', '--dry-run', '--allow-dirty', '--unstable-sloppy-imports'];
  const env = { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', DENO_DIR: join(root, '.cache/deno') };
  const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', env });
  expect(status, stderr).toBe(0);
  expect(stderr).not.toContain('warning');
});
