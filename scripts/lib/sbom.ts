import { execFileSync } from 'node:child_process';
import { readManifest } from './entries.js';

/** Name of the file with the bill of materials. */
export const SBOM_FILE = 'sbom.cdx.json';

/** The parts of CycloneDX that are changed here. */
interface Sbom {
  readonly metadata: { readonly component: object };
  readonly components: readonly { readonly externalReferences?: unknown }[];
}

/**
 * Returns the bill of materials of the package in CycloneDX, as npm reads it from the lock file. It is the same for the same
 * lock file and npm: without date and random number. The names of this folder and of a registry's host are left out, too.
 */
export function sbomOf(root: string): string {
  const omitted = ['dev', 'optional', 'peer'].flatMap((type) => ['--omit', type]);
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...omitted];
  const printed = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const sbom = JSON.parse(printed) as Sbom;
  const component = { ...sbom.metadata.component, name: readManifest(root).name, properties: undefined };
  const metadata = { ...sbom.metadata, timestamp: undefined, component };
  const components = sbom.components.map((one) => ({ ...one, externalReferences: undefined }));
  return `${JSON.stringify({ ...sbom, serialNumber: undefined, metadata, components }, null, 2)}\n`;
}
