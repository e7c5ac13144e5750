/**
 * Writes `generated/` from `openapi/`: the bundle, the types, and the table that the runtime needs. The same contract
 * gives the same bytes. With `--check` it writes nothing, and fails where a file is not what it would write.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { operationsModule } from './generate/operations.js';
import { typesModule } from './generate/types.js';
import type { Contract } from './lib/contract.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const STYLE = { printWidth: 120, singleQuote: true } as const;

// Redocly bundles in a process of its own, while openapi-typescript is loaded here: each takes a second or more.
const [contract, { schemaModule }] = await Promise.all([bundle(), import('./generate/schema.js')]);
const files: Record<string, string> = {
  'openapi.json': await format(JSON.stringify(contract), { ...STYLE, parser: 'json' }),
  'schema.ts': await format(await schemaModule(contract), { ...STYLE, parser: 'typescript' }),
  'types.ts': await format(typesModule(contract), { ...STYLE, parser: 'typescript' }),
  'operations.ts': await format(operationsModule(contract), { ...STYLE, parser: 'typescript' }),
};

const target = join(root, 'generated');
if (process.argv.includes('--check')) {
  const stale = Object.keys(files).filter((name) => read(join(target, name)) !== files[name]);
  for (const name of stale) console.error(`generated/${name} is stale: run \`npm run generate\` and commit the result`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(target, name), content);
}

/** The contract in one piece. Redocly's library is not a dependency of its own, its command is. */
async function bundle(): Promise<Contract> {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-contract-'));
  try {
    const output = join(folder, 'openapi.json');
    const command = [
      join(root, 'node_modules/@redocly/cli/bin/cli.js'),
      'bundle',
      'openapi/openapi.yaml',
      '-o',
      output,
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    await promisify(execFile)(process.execPath, command, { cwd: root, env }); // what Redocly says is in its error
    return JSON.parse(readFileSync(output, 'utf8')) as Contract;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
