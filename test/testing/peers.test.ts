// Proves that optional peers are loaded on first use, and that a missing one is named with the command that installs it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { requireOfPeer, requirePeer } from '../../src/testing/peers.js';

test('the error for a missing peer says how to install it', () => {
  const sentence = 'kobble-client: some() needs the package no-such-package: npm install --save-dev no-such-package';
  expect(() => requirePeer('no-such-package', 'some()')).toThrow(sentence);
  expect(() => requireOfPeer('no-such-package', 'some()')).toThrow(sentence);
});

test('peers are loaded by the first call that needs them, not by an import', async () => {
  const script = `
    import { createRequire } from 'node:module';
    const { createFakeKobble } = await import('./src/testing/index.ts');
    const { cache } = createRequire(import.meta.url);
    const loaded = () => Object.keys(cache).some((file) => /openapi-backend|prism/.test(file));
    const before = loaded();
    createFakeKobble();
    console.log(before, loaded());
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
  ]);
  expect(stdout.trim()).toBe('false true');
});
