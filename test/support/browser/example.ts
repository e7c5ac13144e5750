import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The example in a process of its own. */
export interface Example {
  readonly origin: string;
  /** Stops it as a process manager does (SIGTERM) and returns its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Returns what it has printed to both streams. */
  readonly printed: () => string;
}

/** Starts the example as `npm run example` does and waits for its address. */
export async function startExample(): Promise<Example> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const tsx = ['--import', 'tsx', 'examples/playground/start.ts'];
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'examples/tsconfig.json' };
  const child = spawn(process.execPath, tsx, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  let printed = '';
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    void exit.then(([code]) => reject(new Error(`the example ended with ${code}: ${printed}`)));
  });
  return {
    origin,
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      return (await exit)[0];
    },
  };
}
