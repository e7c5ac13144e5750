// Proves that a job that derives its keys (`idempotencyKeyFrom`) carries out each top-up exactly once, although its
// process is killed again and again during calls.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { idempotencyKeyFrom } from '../../src/index.js';
import { seededRandom } from '../../src/testing/weather.js';
import { countOf, serveFake } from '../support/faults/fake.js';
import { LONG_FORM } from '../support/long-form.js';

const WORKER = fileURLToPath(new URL('../support/faults/topup-worker.ts', import.meta.url));
const KILLS = LONG_FORM ? 20 : 8;
const ORDERS = KILLS * 25;
/** A process is killed after 1 to so many of its calls have arrived: a moment at random, on machines of any speed. */
const MOST_CALLS = 40;

/** A worker that has loaded all it needs, and waits to be told to begin. */
async function readyWorker(program: string, args: readonly string[]): Promise<ChildProcess> {
  const worker = fork(program, args, { execArgv: [] });
  onTestFinished(() => void worker.kill('SIGKILL'));
  await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(() => Promise.reject(new Error('a worker ended before it began'))),
  ]);
  return worker;
}

test(`each of ${ORDERS} top-ups is carried out once, over ${KILLS} kills`, { timeout: 120_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'topups-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const journal = join(directory, 'journal');
  writeFileSync(journal, '');
  const program = join(directory, 'worker.mjs'); // built once: twenty processes start the sooner
  await build({ entryPoints: [WORKER], outfile: program, bundle: true, platform: 'node', format: 'esm' });
  const { fake, baseUrl } = await serveFake({ latencyMs: 5 });
  fake.faults.random({ seed: 1, dropAnswer: 0.05, respond503: 0.05, operations: ['createManualCredit'] });
  const wallet = fake.state.addActiveWallet().id;
  const args = [baseUrl, wallet, String(ORDERS), journal];
  const random = seededRandom(7);

  let kills = 0;
  let next = readyWorker(program, args);
  for (let exitCode: number | null = null; exitCode === null;) {
    const worker = await next;
    const exit = once(worker, 'exit') as Promise<[number | null, string | null]>;
    if (kills < KILLS) {
      next = readyWorker(program, args);
      const enough = fake.calls.of('createManualCredit').length + 1 + Math.floor(random() * MOST_CALLS);
      worker.send('go');
      await expect
        .poll(() => fake.calls.of('createManualCredit').length, { interval: 1, timeout: 30_000 })
        .toBeGreaterThanOrEqual(enough);
      worker.kill('SIGKILL');
      expect((await exit)[1]).toBe('SIGKILL');
      kills++;
    } else {
      worker.send('go');
      [exitCode] = await exit;
    }
  }

  expect(kills).toBe(KILLS);
  const orders = Array.from({ length: ORDERS }, (_, index) => `order-${index}`);
  const effects = fake.state.effectsOf('createManualCredit');
  expect(effects.map(({ body }) => body['reference']).sort()).toEqual([...orders].sort());
  expect(fake.state.wallets.get(wallet)?.amount).toBe(ORDERS);
  // each order came under its own key, whichever process sent it
  const keys = new Map(
    fake.calls.of('createManualCredit').map(({ body, key }) => [(body as { reference: string }).reference, key]),
  );
  for (const order of orders) expect(keys.get(order)).toBe(idempotencyKeyFrom('topup', order));
  // and the kills did hit calls under way: orders came again that an earlier process had sent, most of them carried out by then
  const attempts = countOf(fake.calls.of('createManualCredit').map(({ key }) => key));
  expect([...attempts.values()].filter((count) => count > 1).length).toBeGreaterThan(KILLS);
  const answeredAgain = fake.calls.of('createManualCredit').filter(({ status, effect }) => status === 200 && !effect);
  expect(answeredAgain.length).toBeGreaterThan(KILLS);
});
