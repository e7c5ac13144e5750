import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BUNDLED, readManifest } from './entries.js';
import { SBOM_FILE, sbomOf } from './sbom.js';

/** Files that npm packs in any case. */
const ALWAYS = ['README.md', 'LICENSE'];

/** Parts of package.json that are of use in this repository only. npm asks installers to approve a package's scripts. */
const NOT_PACKED = ['private', 'scripts', 'prettier', 'devDependencies', 'overrides'];

/** A packed package. */
export interface Tarball {
  readonly path: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Bytes of the tarball, and of what it holds. */
  readonly size: number;
  readonly unpackedSize: number;
  /** Hash of the tarball, as npm and lock files write it. */
  readonly integrity: string;
}

/** Packs the built package into a folder, from a copy, so that its manifest can be a shorter one. */
export function pack(root: string, destination: string): Tarball {
  const manifest = readManifest(root);
  const copy = mkdtempSync(join(tmpdir(), 'kobble-pack-'));
  try {
    const included = manifest.files.filter((file) => !file.startsWith('!')); // npm leaves out the others from the copy
    for (const file of [...included, ...ALWAYS]) cpSync(join(root, file), join(copy, file), { recursive: true });
    writeFileSync(join(copy, SBOM_FILE), sbomOf(root));
    const kept = Object.fromEntries(Object.entries(manifest).filter(([name]) => !NOT_PACKED.includes(name)));
    const dependencies = Object.entries(manifest.dependencies).filter(([name]) => !BUNDLED.includes(name));
    const packed = { ...kept, files: [...manifest.files, SBOM_FILE], dependencies: Object.fromEntries(dependencies) };
    writeFileSync(join(copy, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`);
    mkdirSync(destination, { recursive: true });
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', resolve(destination)];
    const printed = execFileSync('npm', args, { cwd: copy, encoding: 'utf8' });
    const [{ filename, ...facts }] = JSON.parse(printed) as [Omit<Tarball, 'path'> & { readonly filename: string }];
    return { ...facts, path: join(destination, filename) };
  } finally {
    rmSync(copy, { recursive: true });
  }
}
