// Child processes that receive webhooks and share the ids of those that were handed over, in a Redis.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

export interface Setup {
  readonly redisPort: number;
  readonly topicArn: string;
  readonly certificate: string;
  /** File to which each process appends `began` and `ended`, with the id of the message. */
  readonly journal: string;
  readonly workMs: number;
  readonly lockTtlMs: number;
  /** Where it kills itself: `after lock`, `before get`, `in the callback`, `after set`, `before eval`… */
  readonly dieAt?: string | undefined;
}

export interface Delivery {
  readonly id: number;
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly id: number;
  /** 0 if the process died before it answered. */
  readonly status: number;
}

export interface Receiver {
  readonly deliver: (message: Omit<Delivery, 'id'>) => Promise<number>;
  /** Dies at once, in the midst of what it does. */
  readonly kill: () => Promise<void>;
}

let program: string | undefined;

function bundle(): string | undefined {
  const entryPoints = [fileURLToPath(new URL('receiver.ts', import.meta.url))];
  const settings = { bundle: true, platform: 'node', format: 'cjs', write: false } as const;
  return buildSync({ ...settings, entryPoints }).outputFiles[0]?.text;
}

export async function startReceiver(setup: Setup): Promise<Receiver> {
  const child = spawn(process.execPath, ['-'], { stdio: ['pipe', 'inherit', 'inherit', 'ipc'] });
  child.stdin?.end((program ??= bundle()));
  const ended = once(child, 'exit');
  const answers = new Map<number, (status: number) => void>();
  await once(child, 'message');
  child.on('message', ({ id, status }: Answer) => {
    answers.get(id)?.(status);
    answers.delete(id);
  });
  let isDead = false;
  child.once('exit', () => {
    isDead = true;
    for (const answer of answers.values()) answer(0);
  });
  child.send(setup);
  let count = 0;
  return {
    deliver: (message) =>
      new Promise((resolve) => {
        if (isDead) return resolve(0);
        answers.set(++count, resolve);
        child.send({ id: count, ...message }, () => {}); // it may die meanwhile
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
