// Proves that `npm run drift` is the command `kobble-client drift`, with its options, exit codes and progress.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createFakeKobble } from '../../src/testing/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fake = createFakeKobble({ clientId: 'drift', clientSecret: 'right' });
afterAll(() => fake.close());

it('exits 0 without drift, and 1 with drift', async () => {
  const { url } = await fake.listen();
  expect(await drift(url)).toMatchObject({ code: 0, stderr: expect.stringContaining('1/15 GET ') as string });
  const card = fake.state.addCard();
  fake.state.addCard({ ...card, id: crypto.randomUUID(), status: 'FROZEN' });
  const { code, stdout } = await drift(url, '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ pointer: '/*/status' }, { pointer: '/status' }] });
  expect(stdout).not.toContain('FROZEN');
});

async function drift(url: string, ...options: string[]) {
  const credentials = { KOBBLE_CLIENT_ID: 'drift', KOBBLE_CLIENT_SECRET: 'right', KOBBLE_SCOPE: 'client/read' };
  const env = { ...process.env, ...credentials, KOBBLE_BASE_URL: url };
  const command = ['--import', 'tsx', 'scripts/drift.ts', '--per-second', '1000', ...options];
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, command, { cwd: root, env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
