import { PREFIX } from '../checks.js';
import { loadPrism, ownRequire } from './peers.js';

/** Options of `startKobbleMock`. */
export interface KobbleMockOptions {
  /** Default: a free port. */
  readonly port?: number | undefined;
  /** True: values made up from the schemas, new ones each time. Default false: the contract's examples. */
  readonly dynamic?: boolean | undefined;
}

/** Prism, serving the shipped contract on loopback. */
export interface KobbleMock {
  /** The client's `baseUrl`. Token requests are answered too. */
  readonly url: string;
  /**
   * Returns headers that ask for a certain response.
   *
   * @example kobble.cards.get(id, { headers: mock.prefer({ code: 404 }) })
   */
  readonly prefer: (preference: Preference) => { prefer: string };
  /** Stops the server. Closing again does nothing. */
  close(): Promise<void>;
}

/** The response of the contract that Prism is asked for. */
export interface Preference {
  /** The status, for example 404. The contract must list it for the operation. */
  readonly code?: number | undefined;
  /** The name of one of the contract's examples for that status, for example `company`. */
  readonly example?: string | undefined;
  /** True: values made up from the schema, new ones each time, instead of an example. */
  readonly dynamic?: boolean | undefined;
}

/**
 * Starts Prism in this process, on the contract in this package. It stores nothing: each request is checked against the
 * contract and answered with an example. A request that violates the contract is answered 400 (401 without a token),
 * and the response header `sl-violations` names each violation.
 *
 * @example
 * const mock = await startKobbleMock();
 * const kobble = createKobbleClient({ baseUrl: mock.url, token: 'any' });
 * @throws Error if the optional peer `@stoplight/prism-cli` is not installed, or the port is taken.
 */
export async function startKobbleMock({ port = 0, dynamic = false }: KobbleMockOptions = {}): Promise<KobbleMock> {
  const { createServer, getHttpOperationsFromSpec, createLogger } = loadPrism('startKobbleMock()');
  const server = createServer(await getHttpOperationsFromSpec(contractFile()), {
    cors: true,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      mock: { dynamic },
    },
    components: { logger: createLogger('PRISM', { level: 'silent' }) },
  });
  const url = await server.listen(port, '127.0.0.1').catch((cause: unknown) => {
    throw new Error(`${PREFIX}Prism cannot listen on port ${port}.`, { cause });
  });
  let closed: Promise<void> | undefined; // Prism's own close() rejects the second time
  return { url, prefer, close: () => (closed ??= server.close()) };
}

/** Returns the path of the contract in this package. It is resolved by the package's name, from source and build alike. */
const contractFile = (): string => ownRequire().resolve('kobble-client/openapi.json');

function prefer(preference: Preference): { prefer: string } {
  const wishes = Object.entries(preference).filter(([, value]) => value !== undefined);
  return { prefer: wishes.map(([name, value]) => `${name}=${String(value)}`).join(', ') };
}
