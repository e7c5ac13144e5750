/**
 * Makes a release without publishing it: builds, packs, tests that tarball, and shows what would be published and what
 * stands in the way. `npm run release:dry` writes the tarball, `notes.md` and the list of all files, `contents.txt`, to
 * `.cache/release`, or to the folder of `--out`. `--long` also runs the long form of the package's tests. `--strict` exits
 * 1 if anything stands in the way.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileTypeTests } from './compat/type-tests.js';
import { compareWithCommit } from './diff/compare.js';
import { baseCommit } from './lib/base-commit.js';
import { readManifest } from './lib/entries.js';
import { pack, type Tarball } from './lib/pack.js';
import { showProgress } from './lib/show-progress.js';
import { notes, shown } from './release/notes.js';
import { obstacles } from './release/obstacles.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/release' },
    long: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const manifest = readManifest(root);
const out = resolve(root, values.out);

rmSync(out, { recursive: true, force: true });
await showProgress('Building', () => import('./build.js'));
const tarball = pack(root, out);
const passed = test(tarball, []) && (!values.long || test(tarball, ['--mode', 'long']));
if (!passed) {
  console.error('✗ The tarball fails its tests.');
  process.exit(1);
}

const base = await baseCommit(root, manifest.version);
const types = await showProgress(`Compiling the type tests of ${base.ref}`, () => compileTypeTests(root, base.ref));
const contract = await showProgress(`Comparing the contract with that of ${base.ref}`, () =>
  compareWithCommit(root, base.ref),
);
const level = types.changed.some(({ breaking }) => breaking) ? 'major' : contract.verdict;
const inTheWay = await obstacles(root, base, level);

const text = notes({ root, base, contract, types });
writeFileSync(join(out, 'notes.md'), text);
writeFileSync(join(out, 'contents.txt'), tarball.files.map(({ path, size }) => `${path} ${size}\n`).join(''));
console.log(shown({ manifest, tarball, notes: text, obstacles: inTheWay }));
if (values.strict && inTheWay.length > 0) process.exitCode = 1;

/** Runs the tests of the package against a tarball. Their output is on stderr. */
function test({ path }: Tarball, options: readonly string[]): boolean {
  const files = ['test/package', 'test/cli/installed.test.ts', 'test/runtimes/node.test.ts'];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...files], {
    cwd: root,
    env: { ...process.env, KOBBLE_TARBALL: path },
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  return status === 0;
}
