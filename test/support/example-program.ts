import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

/** The end of a program: its exit code, or the signal that ended it, and what it printed. */
export interface Ended {
  readonly code: number | string | null;
  readonly printed: string;
}

/** A program that was started. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Bundles a program of `examples/` with the sources of the package, into a new folder that is deleted after the test. */
export async function bundleExample(entry: string): Promise<{ readonly program: string; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-example-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { program: await bundle(entry, folder), folder };
}

/** Returns what a file of `examples/` exports, bundled in the same way. */
export async function importExample<T>(entry: string): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-example-'));
  try {
    return (await import(pathToFileURL(await bundle(entry, folder)).href)) as T;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundle(entry: string, folder: string): Promise<string> {
  const program = join(folder, 'program.mjs');
  const common = { bundle: true, platform: 'node', format: 'esm', tsconfig: 'examples/tsconfig.json' } as const;
  const alias = { 'cloudflare:workers': 'data:text/javascript,export const waitUntil = () => {}' }; // workerd's own
  await build({ entryPoints: [entry], outfile: program, alias, ...common });
  return program;
}

/** Starts a program on a fake that listens at `baseUrl`. */
export function start(
  program: string,
  args: readonly string[],
  baseUrl: string,
  variables: Readonly<Record<string, string>> = {},
): Started {
  const credentials = { KOBBLE_CLIENT_ID: 'client-1', KOBBLE_CLIENT_SECRET: 'secret-1', KOBBLE_SCOPE: 'client/write' };
  const env = {
    PATH: process.env['PATH'] ?? '',
    KOBBLE_BASE_URL: baseUrl,
    KOBBLE_LOG: 'off',
    ...credentials,
    ...variables,
  };
  const child = fork(program, args, { env, execArgv: [], silent: true });
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += String(chunk)));
  child.stderr?.on('data', (chunk) => (printed += String(chunk)));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  return { child, ended: ended.then(([code, signal]) => ({ code: code ?? signal, printed })) };
}
