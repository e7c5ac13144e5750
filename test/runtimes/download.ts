import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs a package of the npm registry into a folder of its own, unless it is there already. Returns the path of its
 * `node_modules`, or undefined if it cannot be installed.
 */
export function download(cache: string, spec: string): string | undefined {
  const folder = join(cache, spec.replaceAll('/', '+'));
  const done = join(folder, 'installed');
  if (!existsSync(done)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const args = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', spec];
    try {
      execFileSync('npm', args, { cwd: folder, stdio: 'ignore', timeout: 300_000 });
    } catch {
      return undefined;
    }
    writeFileSync(done, '');
  }
  return join(folder, 'node_modules');
}
