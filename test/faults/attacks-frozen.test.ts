// Proves that the library works where all intrinsics were frozen before it was loaded, as a locked-down page or process does.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../support/faults/frozen.ts', import.meta.url));

/** Freezes what can be reached from the globals of the language, its prototypes and constructors above all. */
const FREEZE = `
const seen = new Set();
const freeze = (value) => {
  if (Object(value) !== value || seen.has(value)) return;
  seen.add(value);
  Object.freeze(value);
  freeze(Object.getPrototypeOf(value));
  for (const { value: one, get, set } of Object.values(Object.getOwnPropertyDescriptors(value))) [one, get, set].forEach(freeze);
};
const names = 'Object Array Error TypeError RangeError Function Promise String Number Boolean BigInt Symbol Date RegExp Map Set';
for (const name of (names + ' WeakMap WeakSet Uint8Array ArrayBuffer DataView JSON Math Reflect Proxy').split(' ')) freeze(globalThis[name]);`;

it('calls, errors, redact(), the fake and webhooks work with frozen intrinsics', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frozen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [freeze, outfile] = [join(folder, 'freeze.mjs'), join(folder, 'program.mjs')];
  writeFileSync(freeze, FREEZE);
  const settings = { bundle: true, platform: 'node', format: 'esm', logLevel: 'error' } as const;
  await build({ ...settings, entryPoints: [PROGRAM], outfile });
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', freeze, outfile]);
  expect(JSON.parse(stdout)).toEqual([
    ...['1', 'BadRequestError', 'DecodeError', 'ConnectionError', 'ConfigError'],
    { constructor: { cvv: '•••' } },
    true,
    200,
  ]);
});
