// Child processes that share a token, and how they are told what to do.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Package } from './connect.js';

/** Joins a Redis and a Kobble with a new client, or makes so many calls. One order at a time. */
export type Order = JoinOrder | { readonly calls: number };

interface JoinOrder {
  readonly package: Package;
  readonly redisPort: number;
  readonly baseUrl: string;
  readonly lockTtlMs?: number;
}

/** What a process says when it has started, and of each order it has carried out. */
export interface Report {
  readonly failures: readonly string[];
  /** What its client has logged since it joined. */
  readonly warnings: readonly string[];
}

export interface Fleet {
  /** Resolves to the reports of all, once all have carried it out. */
  readonly order: (order: Order) => Promise<Report[]>;
  /** Dies at once, in the midst of what it does. */
  readonly kill: () => Promise<void>;
}

export async function startFleet(size: number): Promise<Fleet> {
  program ??= bundle();
  const members = Array.from({ length: size }, () => startMember(program));
  await Promise.all(members.map(nextReport));
  return {
    order: (order) => Promise.all(members.map((member) => carryOut(member, order))),
    kill: async () => {
      await Promise.all(members.map(kill));
    },
  };
}

/** In one piece, since eight processes that each compile it take as long as all the tests. */
let program: string | undefined;

function bundle(): string | undefined {
  const entry = fileURLToPath(new URL('member.ts', import.meta.url));
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.text;
}

function startMember(code: string | undefined): ChildProcess {
  const member = spawn(process.execPath, ['-'], { stdio: ['pipe', 'inherit', 'inherit', 'ipc'] });
  member.stdin?.end(code);
  return member;
}

async function carryOut(member: ChildProcess, order: Order): Promise<Report> {
  const reported = nextReport(member);
  member.send(order);
  return reported;
}

/** The next report; rejects where the process ends instead. */
function nextReport(member: ChildProcess): Promise<Report> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`a process of the fleet ended with ${code}`));
    member.once('exit', failed);
    member.once('message', (report) => {
      member.off('exit', failed);
      resolve(report as Report);
    });
  });
}

async function kill(member: ChildProcess): Promise<void> {
  if (member.exitCode !== null || member.signalCode !== null) return;
  const ended = once(member, 'exit');
  member.kill('SIGKILL');
  await ended;
}
