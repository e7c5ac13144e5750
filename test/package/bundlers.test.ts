// Proves that what bundlers make of the package runs: the client and the fake in one file, outside any node_modules folder.
// Part of `npm test -- --mode long` only, as two of the bundlers come from the registry.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { fromRegistry } from '../support/from-registry.js';
import { bin, installedPackage, run, type InstalledPackage } from '../support/package.js';

let installed: InstalledPackage;
let others: string;
beforeAll(() => {
  installed = installedPackage();
  others = fromRegistry('bundlers', [
    ...['rollup@4.68.8', '@rollup/plugin-node-resolve@16.0.3', 'webpack@5.112.2', 'webpack-cli@6.0.1'],
  ]);
});

const PROGRAM = `
import { createKobbleClient, idempotencyKeyFrom, isKobbleError } from 'kobble-client';
import { WebhookError } from 'kobble-client/webhooks';
import { createFakeKobble } from 'kobble-client/testing';
import { createDriftMonitor } from 'kobble-client/drift';
import { openTelemetryHooks } from 'kobble-client/opentelemetry';

const options = { baseUrl: 'https://kobble.test', token: 'any', retry: { maxRetries: 0 } };
const answer = async (url, { method }) => Response.json({ id: method + ' ' + new URL(url).pathname });
const refuse = async () => { throw new TypeError('fetch failed'); };
async function main() {
  const card = await createKobbleClient({ ...options, fetch: answer }).cards.create({ wallet_id: 'w', program_id: 'p' });
  const refused = await createKobbleClient({ ...options, fetch: refuse }).cards.get('c').catch((error) => error);
  const webhook = new WebhookError('signature_invalid', 'any');
  const fake = createFakeKobble();
  const onFake = createKobbleClient({ ...options, token: fake.state.addToken(), fetch: fake.fetch });
  const missing = await onFake.cards.get('00000000-0000-4000-8000-000000000000').catch((error) => error);
  console.log(JSON.stringify([
    card.id, idempotencyKeyFrom('topup', 1), isKobbleError(refused), refused.name, webhook.name, missing.name,
    typeof createDriftMonitor().wrap, typeof openTelemetryHooks(),
  ]));
}
void main();
`;

const PRINTED = [
  'POST /customers/v1/cards',
  '3d80511e-88ba-4fc1-ab34-94caf174e2ca',
  true,
  'ConnectionError',
  'WebhookError',
  'NotFoundError',
  'function',
  'object',
];

/** The command of each bundler that makes `bundle.js` of `program.mjs`, in a folder of its own. */
const COMMANDS: Readonly<Record<string, (tools: string) => readonly [string, ...string[]]>> = {
  esbuild: () => [
    bin('esbuild'),
    ...['program.mjs', '--bundle', '--minify', '--format=esm', '--platform=node', '--outfile=bundle.js'],
    '--external:@stoplight/*',
  ],
  'esbuild, to CommonJS,': () => [
    bin('esbuild'),
    ...['program.mjs', '--bundle', '--format=cjs', '--platform=node', '--outfile=bundle.js', '--log-limit=0'],
    '--external:@stoplight/*',
  ],
  rollup: (tools) => [
    join(tools, 'rollup'),
    ...['program.mjs', '--format=es', '--file=bundle.js', '--inlineDynamicImports', '--failAfterWarnings'],
    `--plugin=${join(tools, '../@rollup/plugin-node-resolve/dist/cjs/index.js')}`,
  ],
  vite: () => [bin('vite'), 'build', '--ssr', 'program.mjs', '--outDir', '.', '--logLevel=warn'],
  webpack: (tools) => [join(tools, 'webpack'), '--mode=production'],
};

const CONFIGS = {
  'vite.config.mjs': `export default {
    ssr: { noExternal: true },
    build: { emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'bundle.js' } } },
  };`,
  'webpack.config.mjs': `export default {
    entry: './program.mjs', target: 'node20', output: { path: import.meta.dirname, filename: 'bundle.js', module: true },
    experiments: { outputModule: true }, externals: [/^@stoplight/],
  };`,
};

it.each(Object.entries(COMMANDS))('%s makes a bundle that runs', (name, command) => {
  const folder = join(installed.consumer, `bundle-${name.replace(/\W+/g, '-')}`);
  mkdirSync(folder, { recursive: true });
  const type = name.includes('CommonJS') ? 'commonjs' : 'module';
  const files = { ...CONFIGS, 'program.mjs': PROGRAM, 'package.json': JSON.stringify({ type }) };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const [tool, ...args] = command(others);
  run(tool, args, folder);
  expect(JSON.parse(run('node', ['bundle.js'], folder))).toEqual(PRINTED);
});
