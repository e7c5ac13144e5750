// Proves that the optional peer is loaded by the mock only, and that a missing one is named with the command that installs it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { requireOfPeer } from '../../src/testing/peers.js';

test('the error for a missing peer says how to install it', () => {
  const sentence = 'kobble-client: some() needs the package no-such-package: npm install --save-dev no-such-package';
  expect(() => requireOfPeer('no-such-package', 'some()')).toThrow(sentence);
});

test('the peer is loaded by the mock, neither by an import nor by the fake', async () => {
  const script = `
    import { createRequire } from 'node:module';
    const { createFakeKobble, startKobbleMock } = await import('./src/testing/index.ts');
    const { cache } = createRequire(import.meta.url);
    const loaded = () => Object.keys(cache).some((file) => /prism/.test(file));
    createFakeKobble();
    const before = loaded();
    const mock = await startKobbleMock();
    console.log(before, loaded());
    await mock.close();
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
