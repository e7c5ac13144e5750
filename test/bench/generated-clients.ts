import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { BODY, CARD_ID, type Contenders, type Fetch } from './calls.js';

/** The folder of what is generated for the bench. It is not committed. */
export const CACHE = fileURLToPath(new URL('.cache', import.meta.url));

const contract = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));
const binaries = fileURLToPath(new URL('node_modules/.bin', import.meta.url));
const redocly = fileURLToPath(new URL('../../node_modules/.bin/redocly', import.meta.url));

/** The sources of the generated clients, and the file that each is bundled into. */
export const GENERATED = {
  'hey-api': { source: join(CACHE, 'hey-api/entry.ts'), built: join(CACHE, 'hey-api.mjs') },
  'redocly generate-client': { source: join(CACHE, 'redocly/client.ts'), built: join(CACHE, 'redocly.mjs') },
};

/** Generates both clients from the contract, each with its generator's defaults. It takes about 5 s. */
export function generateClients(): void {
  const heyApi = ['-i', contract, '-o', join(CACHE, 'hey-api'), '-c', '@hey-api/client-fetch', '--no-log-file'];
  execFileSync(join(binaries, 'openapi-ts'), heyApi, { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync(redocly, ['generate-client', contract, '-o', GENERATED['redocly generate-client'].source], {
    stdio: 'ignore', // it warns of names that it changes
  });
  const entry = "export { createCard, getCard } from './sdk.gen.js';\nexport { client } from './client.gen.js';\n";
  writeFileSync(GENERATED['hey-api'].source, entry);
  for (const { source, built } of Object.values(GENERATED)) {
    buildSync({ entryPoints: [source], outfile: built, bundle: true, format: 'esm', platform: 'node' });
  }
}

/** Only what is called is declared: the clients are not generated yet when this file is type-checked. */
type Operation = (input: object) => Promise<unknown>;
interface HeyApi {
  createCard: Operation;
  getCard: Operation;
  client: { setConfig: (config: object) => void };
}
interface Redocly {
  OPERATIONS: object;
  createClient: (operations: object, config: object) => { createCard: Operation; getCard: Operation };
}

const load = async <T>(file: string): Promise<T> => (await import(`${pathToFileURL(file).href}?${copies++}`)) as T;
let copies = 0; // hey-api's client is in its module, so that another configuration needs another copy

/** What a generated client sends with its requests. */
export interface Credentials {
  readonly token?: string;
  /** Headers of a request that creates a card. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Returns the calls of both clients. They must have been generated. */
export async function generatedClients(
  baseUrl: string,
  fetch: Fetch,
  { token, headers }: Credentials,
): Promise<Contenders> {
  const heyApi = await load<HeyApi>(GENERATED['hey-api'].built);
  heyApi.client.setConfig({ baseUrl, fetch, auth: token, throwOnError: true });
  const { OPERATIONS, createClient } = await load<Redocly>(GENERATED['redocly generate-client'].built);
  const options = { serverUrl: baseUrl, fetch, auth: { bearer: token }, clientHeader: false };
  const client = createClient(OPERATIONS, options);
  return {
    create: {
      'hey-api': () => heyApi.createCard({ body: BODY, headers }),
      'redocly generate-client': () => client.createCard({ body: BODY, headers }),
    },
    get: {
      'hey-api': () => heyApi.getCard({ path: { id: CARD_ID } }),
      'redocly generate-client': () => client.getCard({ path: { id: CARD_ID } }),
    },
  };
}
