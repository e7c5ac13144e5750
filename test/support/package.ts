import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEntries, readManifest } from '../../scripts/lib/entries.js';
import { pack } from '../../scripts/lib/pack.js';
import { alone, buildIfStale, newestChange } from './fresh-build.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const ENTRIES = readEntries(root);

/** The package as a stranger has it. */
export interface InstalledPackage {
  readonly tarball: string;
  /** A project outside this tree that has the package installed, and its optional peers. */
  readonly consumer: string;
  /** The installed package. */
  readonly folder: string;
}

/** A tarball to test as it is. `npm run release` sets it; otherwise one is packed. */
const GIVEN = process.env['KOBBLE_TARBALL'];

/** One place for this copy of the repository, so that the files of tests, and a second run, need not install again. */
const key = createHash('sha256').update(`${root} ${GIVEN}`).digest('hex').slice(0, 12);
const place = join(tmpdir(), `kobble-consumer-${key}`);

/** Packs the package and installs it outside this tree, if something that is packed has changed since. The optional peers are there too. */
export const installedPackage = (): InstalledPackage =>
  alone(() => {
    if (GIVEN === undefined) buildIfStale();
    const packed = [
      'dist',
      'src',
      'generated',
      'package.json',
      'scripts',
      'README.md',
      'SECURITY.md',
      'AGENTS.md',
      'llms.txt',
      'docs',
      'THIRD-PARTY.md',
      'CHANGELOG.md',
    ];
    const done = join(place, 'installed');
    const sources = GIVEN === undefined ? packed.map((path) => join(root, path)) : [GIVEN];
    if (Math.max(...sources.map(newestChange)) > newestChange(done)) {
      install();
      writeFileSync(done, '');
    }
    const tarball = readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '';
    return { tarball: join(place, tarball), consumer: place, folder: join(place, 'node_modules', 'kobble-client') };
  });

/** The dependencies of the package, and theirs. */
const DEPENDENCIES = ['openapi-fetch', 'openapi-typescript-helpers'];

function install(): void {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  const tarball = GIVEN === undefined ? pack(root, place).path : join(place, basename(GIVEN));
  if (GIVEN !== undefined) copyFileSync(GIVEN, tarball);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  // What the package depends on is copied from this tree, so that nothing is fetched.
  const copied = DEPENDENCIES.map((name) => join(root, 'node_modules', name));
  const options = ['--offline', '--install-links', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  const args = ['install', ...options, tarball, ...copied];
  execFileSync('npm', args, { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const peer of Object.keys(readManifest(root).peerDependencies)) {
    link(peer);
    link(`@types/${peer.replace(/^@(.*)\//, '$1__')}`);
  }
}

/** Gives the consumer a package of this tree, if there is one. */
function link(name: string): void {
  const target = join(root, 'node_modules', name);
  const path = join(place, 'node_modules', name);
  if (!existsSync(target)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

/** Runs a program in a folder and returns what it prints. */
export const run = (file: string, args: readonly string[], cwd: string): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });

export const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
