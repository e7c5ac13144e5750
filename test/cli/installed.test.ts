// Proves that the program runs from the installed package, by the name that the guides use.
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { readManifest } from '../../scripts/lib/entries.js';
import { installedPackage, type InstalledPackage } from '../support/package.js';

let installed: InstalledPackage;
beforeAll(() => void (installed = installedPackage()));

it('prints the version of the package', () => {
  const options = { cwd: installed.consumer, encoding: 'utf8' } as const;
  const version = execFileSync('npx', ['--no-install', 'kobble-client', '--version'], options);
  expect(version).toBe(`${readManifest('.').version}\n`);
});
