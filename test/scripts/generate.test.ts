// Proves, in a copy of the project, that `generate` says which files changed, that `--check` writes nothing and names
// the files that would change, and that a file of openapi/paths/ without its line in openapi.yaml is an error.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const STALE = '// stale\n';
const ROOT_FILES = ['AGENTS.md', 'package.json', 'redocly.yaml'];
/** Each run starts a linter and a compiler; four take long while other processes keep all processors busy. */
const PATIENCE = { timeout: 240_000 };
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kobble-generate-'));
  for (const name of ['openapi', 'scripts', 'docs', 'src', ...ROOT_FILES]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
beforeEach(() => {
  cpSync(join(root, 'generated'), join(copy, 'generated'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

async function generate(...options: string[]): Promise<{ code: number; output: string }> {
  const command = ['--import', 'tsx', 'scripts/generate.ts', ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: copy }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

const generated = (name: string): string => readFileSync(join(copy, 'generated', name), 'utf8');

describe('generate', PATIENCE, () => {
  it('writes what is stale, says so, and then has nothing to change', async () => {
    writeFileSync(join(copy, 'generated/types.ts'), STALE);
    rmSync(join(copy, 'generated/operations.ts'));
    expect(await generate()).toEqual({
      code: 0,
      output: 'changed: generated/types.ts\nchanged: generated/operations.ts\n',
    });
    expect(generated('types.ts')).toBe(readFileSync(join(root, 'generated/types.ts'), 'utf8'));
    expect(await generate()).toEqual({ code: 0, output: 'nothing changed\n' });
  });

  it('with --check writes nothing, and exits 1 with the names of the files that would change', async () => {
    writeFileSync(join(copy, 'generated/types.ts'), STALE);
    const { code, output } = await generate('--check');
    expect(code).toBe(1);
    expect(output).toBe('generated/types.ts is stale: run `npm run generate` and commit the result.\n');
    expect(generated('types.ts')).toBe(STALE);
  });

  it('writes the lists of pages too', async () => {
    const page = 'AGENTS.md';
    const text = readFileSync(join(copy, page), 'utf8');
    writeFileSync(join(copy, page), text.replace('- `relays.create({ url: string })`\n', ''));
    expect(await generate('--check')).toEqual({
      code: 1,
      output: `${page} is stale: run \`npm run generate\` and commit the result.\n`,
    });
    expect(await generate()).toEqual({ code: 0, output: `changed: ${page}\n` });
    expect(readFileSync(join(copy, page), 'utf8')).toBe(text);
  });

  it.each(['paths', 'webhooks'])('exits 1 if a file of openapi/%s/ has no line in openapi.yaml', async (folder) => {
    const file = `openapi/${folder}/customers_v1_forgotten.yaml`;
    writeFileSync(join(copy, file), 'get: {}\n');
    const results = [await generate(), await generate('--check')];
    rmSync(join(copy, file));
    const line = `$ref: ${folder}/customers_v1_forgotten.yaml`;
    const output = `${file} is not part of the contract: openapi/openapi.yaml has no line \`${line}\`.\n`;
    expect(results).toEqual([
      { code: 1, output },
      { code: 1, output },
    ]);
  });
});
