import nodeModule from 'node:module'; // webpack replaces calls of an imported `createRequire` by undefined
import { join } from 'node:path';
import { PREFIX } from '../checks.js';
import type { OperationId } from '../contract/operations.js';

// The optional peers: what is used of each, and how it is loaded.

/** An operation of the contract, as openapi-backend returns it. */
export interface ContractOperation {
  readonly operationId: OperationId;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly security: readonly unknown[];
  readonly 'x-retry': 'safe' | 'keyed' | 'never';
}

/** A request that openapi-backend has taken apart. */
export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One thing that is wrong in a request. */
interface Violation {
  readonly instancePath: string;
  readonly message?: string;
}

/** The members of openapi-backend that are used. */
export interface Backend {
  readonly init: () => Promise<unknown>;
  readonly router: {
    getOperations: () => ContractOperation[];
    readonly matchOperation: (request: { method: string; path: string }, strict: boolean) => ContractOperation;
    readonly parseRequest: (request: RequestParts, operation: ContractOperation) => { params: Record<string, string> };
  };
  readonly validator: {
    readonly validateRequest: (
      request: RequestParts,
      operation: ContractOperation,
    ) => { readonly errors?: readonly Violation[] | null };
  };
}

/** The members of Prism's three packages that are used. */
export interface Prism {
  readonly createServer: (
    operations: readonly unknown[],
    options: object,
  ) => { listen(port: number, host: string): Promise<string>; close(): Promise<void> };
  readonly getHttpOperationsFromSpec: (document: string) => Promise<readonly unknown[]>;
  readonly createLogger: (name: string, options: { level: string }) => unknown;
}

// Each package is cast to the members listed above: their own types would make the peers necessary for compiling.

/** Loads openapi-backend. */
export const loadOpenApiBackend = (neededBy: string): { readonly OpenAPIBackend: new (options: object) => Backend } =>
  requirePeer('openapi-backend', neededBy) as ReturnType<typeof loadOpenApiBackend>;

/** Loads Prism's packages, which come with its command line. */
export function loadPrism(neededBy: string): Prism {
  const requireOfPrism = requireOfPeer('@stoplight/prism-cli', neededBy);
  const packages = ['@stoplight/prism-http-server', '@stoplight/prism-http', '@stoplight/prism-core'];
  return Object.assign({}, ...packages.map(requireOfPrism)) as Prism;
}

/** Loads an optional peer. If it is not installed, the error says how to install it. */
export function requirePeer(name: string, neededBy: string): unknown {
  checkInstalled(name, name, neededBy);
  return ownRequire()(name);
}

/** Returns the `require` of an optional peer, which finds the peer's own dependencies wherever they are installed. */
export function requireOfPeer(name: string, neededBy: string): (id: string) => unknown {
  return nodeModule.createRequire(checkInstalled(name, `${name}/package.json`, neededBy));
}

function checkInstalled(name: string, id: string, neededBy: string): string {
  try {
    return ownRequire().resolve(id);
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
