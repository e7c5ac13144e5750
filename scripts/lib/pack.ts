import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readManifest } from './entries.js';

/** Files that npm packs in any case. */
const ALWAYS = ['README.md', 'LICENSE'];

/**
 * Parts of package.json that are of use in this repository only. npm asks installers to approve a package's scripts, and
 * the dependencies are bundled in.
 */
const NOT_PACKED = ['private', 'scripts', 'prettier', 'dependencies', 'devDependencies'];

/** Packs the built package from a copy, so that its manifest can be a shorter one. Returns the path of the tarball. */
export function pack(root: string, destination: string): string {
  const manifest = readManifest(root);
  const copy = mkdtempSync(join(tmpdir(), 'kobble-pack-'));
  try {
    const included = manifest.files.filter((file) => !file.startsWith('!')); // npm leaves out the others from the copy
    for (const file of [...included, ...ALWAYS]) cpSync(join(root, file), join(copy, file), { recursive: true });
    const packed = Object.fromEntries(Object.entries(manifest).filter(([name]) => !NOT_PACKED.includes(name)));
    writeFileSync(join(copy, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`);
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', resolve(destination)];
    const [result] = JSON.parse(execFileSync('npm', args, { cwd: copy, encoding: 'utf8' })) as [{ filename: string }];
    return join(destination, result.filename);
  } finally {
    rmSync(copy, { recursive: true });
  }
}
