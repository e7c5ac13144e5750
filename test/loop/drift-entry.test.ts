// Proves that the entry kobble-client/drift runs where code cannot be made at run time, as in Workers: it bundles without Node
// and without ajv, and checks a response in a process that forbids `eval` and `new Function`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const PROGRAM = `
import { createKobbleClient } from './src/index.js';
import { createDriftMonitor } from './src/drift/index.js';
const monitor = createDriftMonitor({ sampleRate: 1 });
const fetch = monitor.wrap(async () => Response.json([{ id: 1 }]));
await createKobbleClient({ baseUrl: 'https://kobble.test', token: 'any', fetch }).endusers.list();
await new Promise((done) => setTimeout(done, 5));
const places = monitor.report().findings.map(({ kind, pointer }) => kind + ' ' + pointer);
let made = 'forbidden';
try { new Function(''); made = 'allowed'; } catch {}
console.log(JSON.stringify([made, places.includes('type /*/id'), places.length > 1]));
`;

it('needs neither Node nor ajv, and makes no code', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: PROGRAM, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  expect(Object.keys(metafile.inputs).filter((path) => /ajv|^node:/.test(path))).toEqual([]);
  const code = outputFiles[0]?.text ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'kobble-drift-'));
  try {
    const file = join(folder, 'bundle.mjs');
    writeFileSync(file, code);
    const printed = execFileSync('node', ['--disallow-code-generation-from-strings', file], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(['forbidden', true, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
