import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runRedocly } from '../lib/redocly.js';
import type { Contract } from '../lib/contract.js';

/**
 * Returns the bundled contract. Redocly's command is a dependency of this project, its library is not.
 *
 * @throws Error with Redocly's messages if a file cannot be read or a reference leads nowhere.
 */
export async function bundle(root: string, signal?: AbortSignal): Promise<Contract> {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-contract-'));
  try {
    const output = join(folder, 'openapi.json');
    const { code, text } = await runRedocly(['bundle', 'openapi/openapi.yaml', '-o', output], { cwd: root, signal });
    if (code !== 0) throw new Error(text);
    return JSON.parse(readFileSync(output, 'utf8')) as Contract;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns a message for each file of paths/ and webhooks/ that openapi.yaml does not refer to. */
export function unlistedFiles(root: string): string[] {
  const lines = readFileSync(join(root, 'openapi/openapi.yaml'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  return ['paths', 'webhooks']
    .flatMap((folder) => readdirSync(join(root, 'openapi', folder)).map((name) => `${folder}/${name}`))
    .filter((file) => !lines.includes(`$ref: ${file}`))
    .map((file) => `openapi/${file} is not part of the contract: openapi/openapi.yaml has no line \`$ref: ${file}\`.`);
}
