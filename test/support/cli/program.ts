import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { alone, buildIfStale } from '../fresh-build.js';

/** The end of a run of the program. */
export interface ProgramRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of a run. */
export interface RunOptions {
  /** Variables, besides those that a process needs. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** A module that is loaded first. */
  readonly preload?: string;
}

/** Runs the program, as it is built, until it ends. */
export async function runProgram(args: readonly string[], options: RunOptions = {}): Promise<ProgramRun> {
  const child = startProgram(args, options);
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  child.stdin?.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: stdout(), stderr: stderr() };
}

/** A server that the program runs. */
export interface RunningServer {
  /** What it printed with `--json`. */
  readonly printed: Readonly<Record<string, string>>;
  readonly url: string;
  /** What it has printed to stderr. */
  readonly stderr: () => string;
  /** Closes its standard input. Resolves to its exit code. */
  readonly closeStdin: () => Promise<number | null>;
  /** Tells it to stop. Resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts a command that serves, with `--json`, and waits until it does. */
export async function startServer(...args: readonly string[]): Promise<RunningServer> {
  const child = startProgram([...args, '--json'], {});
  const stderr = textOf(child.stderr);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  if (child.stdout === null) throw new Error('The program has no output.');
  const first = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const [line] = await Promise.race([first, exit.then(() => Promise.reject(new Error(stderr())))]);
  const printed = JSON.parse(line) as Readonly<Record<string, string>>;
  const stop = async () => {
    child.kill('SIGTERM');
    return (await exit)[0];
  };
  const closeStdin = async () => {
    child.stdin?.end();
    return (await exit)[0];
  };
  return { printed, url: printed['url'] ?? '', stderr, closeStdin, stop };
}

let isBuilt = false;

/** Starts the program, as it is built. */
export function startProgram(args: readonly string[], { env = {}, preload }: RunOptions): ChildProcess {
  if (!isBuilt) alone(buildIfStale);
  isBuilt = true;
  const first = preload === undefined ? [] : ['--import', preload];
  return spawn(process.execPath, [...first, 'dist/cli.js', ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env }, // no KOBBLE_* of whoever runs the tests
  });
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
