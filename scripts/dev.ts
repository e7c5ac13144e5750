/**
 * Watches the project: `npm run dev`, or `npm run dev -- --port 4010`. After each save of `openapi/` it lints, compares with
 * the save before, writes `generated/` and the lists of pages, and starts the mock again at the same port. After each save, of sources and tests
 * too, it type-checks. It prints each file and line that broke, with the methods of the facade that are touched. A contract
 * with a problem leaves `generated/` and the mock as they are.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startKobbleMock, type KobbleMock } from '../src/testing/index.js';
import { ContractWatch } from './dev/contract-watch.js';
import { watchFiles } from './dev/watch-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });

// Whatever is written to a temporary folder by this process and those that it starts goes with it.
const temporary = mkdtempSync(join(tmpdir(), 'kobble-dev-'));
process.env['TMPDIR'] = temporary;
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

const contract = new ContractWatch(root, print, stopping.signal);
let mock: KobbleMock | undefined;
try {
  await work();
} catch (error) {
  if (!stopping.signal.aborted) console.error(`✗ ${messageOf(error)}`);
  process.exitCode = stopping.signal.aborted ? 0 : 1;
}
await mock?.close();
process.exit();

async function work(): Promise<void> {
  const folders = ['openapi', 'scripts', 'src', 'test'];
  const saves = watchFiles(root, folders, (file) => isContract(file) || isSource(file), stopping.signal);
  print('Type-checking once, so that the next check is quick…');
  const start = stopwatch();
  await contract.generate();
  mock = await startKobbleMock({ port: Number(values.port) });
  typecheck(start);
  print(
    `Watching ${folders.map((name) => `${name}/`).join(', ')}. Prism serves openapi/ at ${mock.url}; Ctrl+C stops both.`,
  );
  for await (const files of saves) {
    await follow(files).catch((error: unknown) => {
      if (!stopping.signal.aborted) console.error(`✗ ${messageOf(error)}`); // the next save may mend it
    });
  }
}

async function follow(files: readonly string[]): Promise<void> {
  const time = stopwatch();
  print(`\nsaved: ${files.join(', ')}`);
  if (files.some(isContract)) {
    if (!(await contract.generate())) return print(`✗ The contract has problems (${time()}).`);
    await restartMock();
  }
  typecheck(time);
}

async function restartMock(): Promise<void> {
  const port = Number(new URL(mock?.url ?? '').port);
  await mock?.close();
  mock = await startKobbleMock({ port });
}

function typecheck(time: () => string): void {
  const errors = contract.checkSources();
  print(`${errors > 0 ? '✗' : '✓'} src/: ${errors} errors (${time()}).`);
  const others = contract.checkTests();
  print(`${others > 0 ? '✗' : '✓'} test/: ${others} errors (${time()}).`);
}

function isContract(file: string): boolean {
  return /^openapi\/.*\.yaml$|^scripts\/redocly\/.*\.js$/.test(file);
}

function isSource(file: string): boolean {
  return /\.tsx?$|\/tsconfig\.json$/.test(file);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Ends what goes on, then this process. The second time it does not wait. */
function stop(): void {
  if (stopping.signal.aborted) process.exit();
  stopping.abort();
}

/** Returns a function that tells the time since now. */
function stopwatch(): () => string {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function print(line: string): void {
  console.log(line);
}
