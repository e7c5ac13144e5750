// Proves that `scripts/drift-report.ts` reads Kobble once, writes its report in three forms, tells the workflow of drift, and
// exits as the command does.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeKobble, type FakeKobble } from '../../src/testing/index.js';

const root = join(import.meta.dirname, '../..');
let folder: string;
let fake: FakeKobble;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kobble-drift-'));
  fake = createFakeKobble();
});
afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

async function report(): Promise<number> {
  const { url } = await fake.listen();
  const { PATH } = process.env;
  const client = { KOBBLE_CLIENT_ID: 'client-1', KOBBLE_CLIENT_SECRET: 'secret-1', KOBBLE_SCOPE: 'client/read' };
  const env = { PATH, ...client, KOBBLE_BASE_URL: url, KOBBLE_ENVIRONMENT: '', GITHUB_OUTPUT: join(folder, 'outputs') };
  const command = ['--import', 'tsx', 'scripts/drift-report.ts', folder];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root, env }, (error) => {
      done(error === null ? 0 : Number(error.code));
    });
  });
}

it('tells of drift', async () => {
  fake.faults.on('listCardPrograms').always().respond(418);
  expect(await report()).toBe(1);
  expect(read('outputs')).toBe('found=true\n');
  expect(read('summary.md')).toMatch(/^```text\n[\s\S]*listCardPrograms[\s\S]*\n```\n$/);
  const sarif = JSON.parse(read('drift.sarif')) as { runs: { results: unknown[] }[] };
  expect(sarif.runs[0]?.results).toHaveLength(1);
  expect(fake.calls.of('listCardPrograms')).toHaveLength(1);
});

it('says so if nothing could be read', async () => {
  fake.faults.on('getAccessToken').always().respond(400);
  expect(await report()).toBe(2);
  expect(read('outputs')).toBe('found=false\n');
});
