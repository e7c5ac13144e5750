import { contractFile } from './contract.js';
import { requireOfPeer } from './optional-peer.js';
import { prefer, type Preference } from './prefer.js';

export interface KobbleMockOptions {
  /** Default: a free one. */
  readonly port?: number | undefined;
  /** True: answers made up by the schemas, fresh each time. Default false: the contract's examples. */
  readonly dynamic?: boolean | undefined;
}

/** Prism, serving the shipped contract on loopback. */
export interface KobbleMock {
  /** The client's `baseUrl`; it answers token requests too. */
  readonly url: string;
  /** Call options' `headers` that ask for a certain answer: `kobble.cards.get(id, { headers: mock.prefer({ code: 404 }) })`. */
  readonly prefer: (preference: Preference) => { prefer: string };
  /** Stops it. */
  close(): Promise<void>;
}

/** What is used of Prism's three packages. */
interface PrismServer {
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}
interface PrismServerModule {
  readonly createServer: (operations: readonly unknown[], options: object) => PrismServer;
}
interface PrismHttpModule {
  readonly getHttpOperationsFromSpec: (document: string) => Promise<readonly unknown[]>;
}
interface PrismCoreModule {
  readonly createLogger: (name: string, options: { level: string }) => unknown;
}

/**
 * Starts Prism, in this process, on the contract that this package ships. It keeps nothing: each call is checked against
 * the contract and answered with an example. A call that breaks the contract is answered 400 (401 without a token), and
 * the header `sl-violations` names each breach.
 *
 * @example
 * const mock = await startKobbleMock();
 * const kobble = createKobbleClient({ baseUrl: mock.url, token: 'any' });
 * @throws Error where the optional peer `@stoplight/prism-cli` is not installed, or the port is taken.
 */
export async function startKobbleMock({ port = 0, dynamic = false }: KobbleMockOptions = {}): Promise<KobbleMock> {
  const requireOfPrism = requireOfPeer('@stoplight/prism-cli', 'startKobbleMock()');
  const { createServer } = requireOfPrism('@stoplight/prism-http-server') as PrismServerModule;
  const { getHttpOperationsFromSpec } = requireOfPrism('@stoplight/prism-http') as PrismHttpModule;
  const { createLogger } = requireOfPrism('@stoplight/prism-core') as PrismCoreModule;
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
  const url = await server.listen(port, '127.0.0.1').catch((reason: unknown) => {
    throw new Error(`kobble-client: Prism does not listen on port ${port}`, { cause: reason });
  });
  return { url, prefer, close: () => server.close() };
}
