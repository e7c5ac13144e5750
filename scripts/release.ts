/**
 * Makes a release without publishing it: builds, packs, tests that tarball, and shows what would be published and what
 * stands in the way. `npm run release` writes the tarball, `notes.md`, the list of all files, `contents.txt`, and the bill of materials to
 * `.cache/release`, or to the folder of `--out`. `--long` also runs the long form of the package's tests. `--strict` exits
 * 1 if anything stands in the way.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { baseCommit } from './lib/base-commit.js';
import { readManifest } from './lib/entries.js';
import { pack, type Tarball } from './lib/pack.js';
import { SBOM_FILE, sbomOf } from './lib/sbom.js';
import { showProgress } from './lib/show-progress.js';
import { notes, shown } from './release/notes.js';
import { obstacles } from './release/obstacles.js';
import { staleFiles } from './release/stale-files.js';
import { verdictSince } from './release/verdict.js';

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
const verdict = await showProgress(`Comparing with ${base.ref}`, () => verdictSince(root, base.ref));
const problems = [...verdict.problems, ...(await staleFiles(root))];
const inTheWay = await obstacles(root, base, { level: verdict.level, problems });

const text = notes({ root, verdict });
writeFileSync(join(out, 'notes.md'), text);
writeFileSync(join(out, SBOM_FILE), sbomOf(root));
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
