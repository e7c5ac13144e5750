import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { RuntimeUnderTest } from './runtimes.js';
import { runInWorker } from './worker.js';

/** Folders of a run, and the address of its servers. */
export interface Places {
  /** A copy of `suite/` and `hosts/`, beside the installed package. */
  readonly consumer: string;
  readonly control: string;
}

/** Runs the suite in a runtime, and returns its lines. */
export async function runSuiteIn(
  { kind, program, args = [] }: RuntimeUnderTest,
  modules: string | undefined,
  { consumer, control }: Places,
): Promise<string[]> {
  if (kind === 'page') return runInPage(await bundle(join(consumer, 'hosts/page.js')), control);
  if (modules === undefined) throw new Error('the runtime is not installed');
  if (kind === 'worker') {
    return runInWorker(createRequire(join(modules, 'x')), await bundle(join(consumer, 'hosts/worker.js')), control);
  }
  return runProcess(join(modules, program ?? ''), [...args, join(consumer, 'hosts/process.js'), control], consumer);
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  return outputFiles[0]?.text ?? '';
}

async function runProcess(program: string, args: readonly string[], cwd: string): Promise<string[]> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], timeout: 240_000 });
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) lines.push(line);
  return lines;
}

/** Without the rules for other origins: the fake sends no CORS headers. */
async function runInPage(script: string, control: string): Promise<string[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-web-security'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(control);
    await page.addScriptTag({ content: script, type: 'module' });
    return await page.evaluate(
      (address) => (globalThis as unknown as { runSuite(control: string): Promise<string[]> }).runSuite(address),
      control,
    );
  } finally {
    await browser.close();
  }
}
