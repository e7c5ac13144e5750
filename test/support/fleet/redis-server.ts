// A redis-server of a test's own: on loopback, with nothing kept on disk.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';

export interface RedisServer {
  readonly port: number;
  /** Dies at once, as in a crash; resolves when it is dead. */
  readonly kill: () => Promise<void>;
}

const ATTEMPTS = 5;
/** Many times what a test takes, for a machine that is busy with others. */
const TIMEOUT_MS = 60_000;
const MISSING = 'redis-server is not installed (apt-get install redis-server)';

const binary = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find((path) => existsSync(path));

/** Where redis-server is not installed, the tests are skipped by name with a notice; under `CI=true` they fail. */
export function describeWithRedis(name: string, tests: () => void): void {
  if (binary !== undefined) {
    describe(name, { timeout: TIMEOUT_MS }, tests);
  } else if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(MISSING);
    });
  } else {
    console.warn(`skipped: “${name}”, for ${MISSING}`);
    describe.skip(name, tests);
  }
}

export async function startRedis(): Promise<RedisServer> {
  if (binary === undefined) throw new Error(MISSING);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const server = await start(binary, await freePort());
    if (server !== undefined) return server;
  }
  throw new Error(`redis-server did not start in ${ATTEMPTS} attempts`);
}

/** Undefined where it ends before it is ready: the port was taken meanwhile. */
async function start(path: string, port: number): Promise<RedisServer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'kobble-redis-'));
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  const ended = once(child, 'exit').then(() => {
    process.off('exit', killNow);
    rmSync(folder, { recursive: true, force: true });
  });
  const kill = async () => {
    killNow();
    await ended;
  };
  return (await Promise.race([ready(child), ended.then(() => false)])) ? { port, kill } : undefined;
}

async function ready({ stdout }: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    let said = '';
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ready to accept connections')) resolve(true);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
