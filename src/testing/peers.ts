import nodeModule from 'node:module'; // webpack replaces calls of an imported `createRequire` by undefined
import { join } from 'node:path';
import { PREFIX } from '../checks.js';

/** The members of Prism's three packages that are used. */
export interface Prism {
  readonly createServer: (
    operations: readonly unknown[],
    options: object,
  ) => { listen(port: number, host: string): Promise<string>; close(): Promise<void> };
  readonly getHttpOperationsFromSpec: (document: string) => Promise<readonly unknown[]>;
  readonly createLogger: (name: string, options: { level: string }) => unknown;
}

/** Loads Prism's packages, which come with its command line. */
export function loadPrism(neededBy: string): Prism {
  const requireOfPrism = requireOfPeer('@stoplight/prism-cli', neededBy);
  const packages = ['@stoplight/prism-http-server', '@stoplight/prism-http', '@stoplight/prism-core'];
  // Their own types would make the peer necessary for compiling.
  return Object.assign({}, ...packages.map(requireOfPrism)) as Prism;
}

/**
 * Returns the `require` of an optional peer, which finds the peer's own dependencies wherever they are installed. If the
 * peer is missing, the error says how to install it.
 */
export function requireOfPeer(name: string, neededBy: string): (id: string) => unknown {
  try {
    return nodeModule.createRequire(ownRequire().resolve(`${name}/package.json`));
  } catch (cause) {
    throw new Error(`${PREFIX}${neededBy} needs the package ${name}: npm install --save-dev ${name}`, { cause });
  }
}

/**
 * Returns the `require` of this file, which a stack names. `import.meta.url` names it too, but a file that contains that
 * cannot be loaded as CommonJS, which is what Jest and many bundlers make of it.
 */
export function ownRequire(): ReturnType<typeof nodeModule.createRequire> {
  const [, frame = ''] = new Error().stack?.split('\n') ?? [];
  const [, file] = /(?:\(|at )((?:file:\/\/|\/|[a-z]:[\\/]).*):\d+:\d+\)?$/i.exec(frame) ?? [];
  return nodeModule.createRequire(file ?? join(process.cwd(), 'package.json'));
}
