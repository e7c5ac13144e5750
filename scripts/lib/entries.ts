import { readFileSync } from 'node:fs';

/** An entry point of the package. */
export interface Entry {
  /** Name of its files: `index`, `webhooks`… */
  readonly name: string;
  /** What callers import: `kobble-client`, `kobble-client/webhooks`… */
  readonly specifier: string;
  readonly source: string;
  readonly built: string;
  readonly types: string;
}

/** The parts of package.json that scripts and tests read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

/** Dependencies that `dist/` contains, so that they are not installed with the package. */
export const BUNDLED: readonly string[] = ['uuid'];

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;

/**
 * Returns the entry points. The `exports` of package.json are their only list: `./name` is built from `src/name/index.ts`,
 * and a target without types (the contract, the manifest) is shipped as it is.
 */
export function readEntries(root: string): readonly Entry[] {
  const manifest = readManifest(root);
  return Object.entries(manifest.exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return [];
    const name = path === '.' ? 'index' : path.slice('./'.length);
    const source = name === 'index' ? 'src/index.ts' : `src/${name}/index.ts`;
    return [{ name, specifier: manifest.name + path.slice(1), source, built: target.default, types: target.types }];
  });
}
