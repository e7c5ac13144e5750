// Proves that the programs that say "run it again if it is killed" are killed by the process that their command starts:
// a program that lives on in a child of it would run beside the second one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serveFake } from '../support/faults/fake.js';

it.each([
  ['durable-jobs/run.ts', 'createEnduser', ['order.json']],
  ['reconcile/export-month.ts', 'listTransactions', ['2026-02', 'UTC', '.']],
] as const)('%s, by the command that it names', async (file, operation, args) => {
  const path = resolve('examples', file);
  const [command = '', ...before] =
    /(\w+(?: --import)? tsx) [\w-]+\.ts/.exec(readFileSync(path, 'utf8'))?.[1]?.split(' ') ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'kobble-example-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { fake, baseUrl } = await serveFake();
  fake.faults.on(operation).stallHeaders();
  const person = { first_name: 'Ada', last_name: 'Byron' };
  writeFileSync(join(folder, 'order.json'), JSON.stringify({ id: 'o', person, programId: 'p', amount: 5 }));
  const env = {
    ...process.env,
    TSX_TSCONFIG_PATH: resolve('examples/tsconfig.json'),
    ...{ KOBBLE_BASE_URL: baseUrl, KOBBLE_CLIENT_ID: 'client-1', KOBBLE_CLIENT_SECRET: 'secret-1' },
    KOBBLE_SCOPE: 'client/write',
  };
  const inFolder = args.map((arg) => (/^\d|UTC/.test(arg) ? arg : join(folder, arg)));
  const child = spawn(command, [...before, path, ...inFolder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let isOver = false;
  child.once('close', () => (isOver = true)); // once nobody has its output open any more
  await expect.poll(() => fake.calls.of(operation).length).toBe(1);
  child.kill('SIGKILL');
  await expect.poll(() => isOver, { timeout: 5_000 }).toBe(true);
});
