/**
 * Watches `openapi/`: `npm run dev`, or `npm run dev -- --port 4010`. On each save it lints, compares with the save
 * before, writes `generated/`, type-checks, and starts the mock again at the same port. It prints each file and line that
 * broke, with the methods of the facade that are touched. A contract with a problem leaves `generated/` and the mock as
 * they are.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startKobbleMock, type KobbleMock } from '../src/testing/index.js';
import { ContractWatch } from './dev/contract-watch.js';
import { watchFolder } from './dev/watch-folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });

const stopping = new AbortController();
/** What ends with this process, in this order. */
const endings: (() => unknown)[] = [];
process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop());

const contract = new ContractWatch(root, print, stopping.signal);
endings.push(() => contract.close());
let mock = await startMock(Number(values.port));
endings.push(() => mock.close());
print('Type-checking once, so that the next check is quick…');
contract.warmUp();

const saved: string[] = [];
let isBusy = false;
const watcher = watchFolder(join(root, 'openapi'), (files) => {
  saved.push(...files);
  if (!isBusy) void followSaves();
});
endings.push(() => watcher.stop());
print(`Watching openapi/. Prism serves it at ${mock.url}; Ctrl+C stops both.`);

/** Works until no save is left. Saves that arrive in the meantime are one. */
async function followSaves(): Promise<void> {
  isBusy = true;
  while (saved.length > 0) {
    const files = new Set(saved.splice(0));
    print(`\nsaved: ${[...files].map((name) => `openapi/${name}`).join(', ')}`);
    await follow(performance.now()).catch((error: unknown) => {
      if (!stopping.signal.aborted) console.error(error);
    });
  }
  isBusy = false;
}

async function follow(start: number): Promise<void> {
  const time = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (!(await contract.generate())) return print(`✗ The contract has problems (${time()}).`);
  const port = Number(new URL(mock.url).port);
  await mock.close();
  mock = await startMock(port);
  const errors = contract.checkSources();
  print(`${errors > 0 ? '✗' : '✓'} src/: ${errors} errors (${time()}).`);
  const others = contract.checkTests();
  print(`${others > 0 ? '✗' : '✓'} test/: ${others} errors (${time()}).`);
}

async function startMock(port: number): Promise<KobbleMock> {
  try {
    return await startKobbleMock({ port });
  } catch (error) {
    console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
    contract.close();
    return process.exit(1);
  }
}

async function stop(): Promise<void> {
  stopping.abort();
  for (const end of endings) await end();
  process.exit();
}

function print(line: string): void {
  console.log(line);
}
