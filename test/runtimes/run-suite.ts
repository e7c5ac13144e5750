import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { download } from './download.js';
import { runInEdgeVm } from './edge-vm.js';
import type { RuntimeUnderTest } from './runtimes.js';
import { runInWorker } from './worker.js';

/** Folders of a run, and the address of its servers. */
export interface Places {
  /** A copy of `suite/` and `hosts/`, beside the installed package. */
  readonly consumer: string;
  /** The folder of the runtimes. */
  readonly cache: string;
  readonly control: string;
}

/** The lines of the suite: none if the runtime is not there. */
export interface Run {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Runs the suite in a runtime. */
export async function runSuiteIn(runtime: RuntimeUnderTest, { consumer, cache, control }: Places): Promise<Run> {
  const { name, program = '', args = [], date = '' } = runtime;
  if (runtime.package === undefined) return runInPage(await bundle(join(consumer, 'hosts/page.js')), control);
  const modules = download(cache, runtime.package);
  if (modules === undefined) return { name, lines: [] };
  if (program !== '') {
    const command = [...args, join(consumer, 'hosts/process.js'), control];
    return { name, lines: await runProcess(join(modules, program), command, consumer) };
  }
  const require = createRequire(join(modules, 'x'));
  if (name.startsWith('Edge')) {
    return { name, lines: await runInEdgeVm(require, await bundle(join(consumer, 'hosts/page.js')), control) };
  }
  return {
    name,
    lines: await runInWorker(require, await bundle(join(consumer, 'hosts/worker.js')), { control, date }),
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  return outputFiles[0]?.text ?? '';
}

/** Runs the suite in a program that takes a script, and returns its lines. */
export async function runProcess(program: string, args: readonly string[], cwd: string): Promise<string[]> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], timeout: 240_000 });
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) lines.push(line);
  if (!lines.some((line) => line.startsWith('ok '))) throw new Error(`${program} did not run the suite`);
  return lines;
}

/** Without the rules for other origins: the fake sends no CORS headers. */
async function runInPage(script: string, control: string): Promise<Run> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return { name: 'Chromium', lines: [] };
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-web-security'] });
  try {
    const page = await browser.newPage();
    await page.goto(control);
    await page.addScriptTag({ content: script, type: 'module' });
    const lines = await page.evaluate(
      (address) => (globalThis as unknown as { runSuite(control: string): Promise<string[]> }).runSuite(address),
      control,
    );
    return { name: `Chromium ${browser.version()}`, lines };
  } finally {
    await browser.close();
  }
}
