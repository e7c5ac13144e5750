// Proves that `npm run drift` takes its credentials from variables, exits 0 without drift, 1 with drift and 2 if nothing
// can be read, and keeps its progress apart from its report.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createFakeKobble } from '../../src/testing/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fake = createFakeKobble({ clientId: 'drift', clientSecret: 'right' });
fake.state.addCard();
afterAll(() => fake.close());

async function drift(secret: string, ...options: string[]) {
  const { url } = await fake.listen();
  const env = {
    KOBBLE_BASE_URL: url,
    KOBBLE_CLIENT_ID: 'drift',
    KOBBLE_CLIENT_SECRET: secret,
    KOBBLE_SCOPE: 'client/read',
  };
  const command = ['--import', 'tsx', 'scripts/drift.ts', '--per-second', '1000', ...options];
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    execFile(process.execPath, command, { cwd: root, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

it('exits 0 without drift, and 2 with credentials that are wrong', async () => {
  const [good, bad] = await Promise.all([drift('right'), drift('wrong')]);
  expect(good.code).toBe(0);
  expect(good.stdout).toMatch(/✓ GET \/customers\/v1\/cards \(listCards\): 1 × 200\n[^]*No drift was found\.\n$/);
  expect(good.stderr).toContain('1/15 GET /customers/v1/beneficiaries\n');
  expect(bad.code).toBe(2);
  expect(bad.stderr).toContain('nothing is known about drift');
});

it('exits 1 with drift, as JSON if asked', async () => {
  const [card] = [...fake.state.cards.values()];
  if (card === undefined) throw new Error('The fake has no card.');
  fake.state.addCard({ ...card, id: crypto.randomUUID(), status: 'FROZEN' });
  const { code, stdout } = await drift('right', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: [{ operationId: 'listCards', pointer: '/*/status', count: 1 }, {}],
  });
  expect(stdout).not.toContain('FROZEN');
});
