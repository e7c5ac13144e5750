/**
 * Writes `generated/` from `openapi/`: the bundle, the types, and the table that the runtime needs. The same contract
 * gives the same bytes. Prints the files that changed. With `--check` it writes nothing and exits 1 if a file would
 * change. A path or webhook that openapi.yaml does not refer to is an error.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { withEvidence } from './generate/evidence.js';
import { operationsModule } from './generate/operations.js';
import { typesModule } from './generate/types.js';
import type { Contract } from './lib/contract.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const STYLE = { printWidth: 120, singleQuote: true } as const;

const unlisted = unlistedFiles();
for (const [file, line] of unlisted) {
  console.error(`${file} is not part of the contract: openapi/openapi.yaml has no line \`${line}\`.`);
}
if (unlisted.length > 0) process.exit(1);

// Redocly bundles in a process of its own, while openapi-typescript is loaded here: each takes a second or more.
const [contract, { schemaModule }] = await Promise.all([bundle(), import('./generate/schema.js')]);
const files: Record<string, string> = {
  'openapi.json': await format(JSON.stringify(contract), { ...STYLE, parser: 'json' }),
  'schema.ts': await format(await schemaModule(contract), { ...STYLE, parser: 'typescript' }),
  'types.ts': await format(typesModule(contract), { ...STYLE, parser: 'typescript' }),
  'operations.ts': await format(operationsModule(contract), { ...STYLE, parser: 'typescript' }),
};

const target = join(root, 'generated');
const changed = Object.entries(files).filter(([name, content]) => read(join(target, name)) !== content);
if (process.argv.includes('--check')) {
  for (const [name] of changed) {
    console.error(`generated/${name} is stale: run \`npm run generate\` and commit the result.`);
  }
  process.exitCode = changed.length === 0 ? 0 : 1;
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, content] of changed) {
    writeFileSync(join(target, name), content);
    console.log(`changed: generated/${name}`);
  }
  if (changed.length === 0) console.log('nothing changed');
}

/** Returns the files of paths/ and webhooks/ that openapi.yaml does not refer to, each with the line that it lacks. */
function unlistedFiles(): [file: string, line: string][] {
  const lines = readFileSync(join(root, 'openapi/openapi.yaml'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  return ['paths', 'webhooks']
    .flatMap((folder) => readdirSync(join(root, 'openapi', folder)).map((name) => `${folder}/${name}`))
    .map((file): [string, string] => [`openapi/${file}`, `$ref: ${file}`])
    .filter(([, line]) => !lines.includes(line));
}

/** Returns the bundled contract. Redocly's command is a dependency of this project, its library is not. */
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
    await promisify(execFile)(process.execPath, command, { cwd: root, env }); // on failure, the error has Redocly's messages
    return withEvidence(JSON.parse(readFileSync(output, 'utf8')) as Contract);
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
