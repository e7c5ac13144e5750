// One process of a fleet that receives webhooks: hands each over to a file, and dies where it is told to.
import { appendFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { redisSeenStore, type IoredisClient } from '../../../src/redis/index.js';
import { createWebhookHandler } from '../../../src/webhooks/index.js';
import type { Answer, Delivery, Setup } from './receivers.js';

let handler: ((request: Request) => Promise<Response>) | undefined;

process.on('message', (order: Setup | Delivery) => {
  if ('redisPort' in order) handler = receive(order);
  else void answer(order);
});
process.on('disconnect', () => process.exit());
process.send?.('started');

async function answer({ id, rawBody, headers }: Delivery): Promise<void> {
  const init = { method: 'POST', headers, body: rawBody };
  const { status } = (await handler?.(new Request('http://localhost/', init))) ?? { status: 0 };
  process.send?.({ id, status } satisfies Answer);
}

function receive({ redisPort, certificate, topicArn, journal, workMs, lockTtlMs, dieAt }: Setup) {
  const client = new Redis(redisPort, '127.0.0.1').on('error', () => {});
  const write = (what: string, messageId: string) => appendFileSync(journal, `${what} ${messageId}\n`);
  const silent = () => {};
  return createWebhookHandler({
    topicArns: [topicArn],
    fetch: async () => new Response(certificate),
    logger: { error: silent, warn: silent, info: silent, debug: silent },
    seen: redisSeenStore(dieAt === undefined ? client : mortal(client, dieAt), { lockTtlMs }),
    onEvent: async (_, { messageId }) => {
      write('began', messageId);
      if (dieAt === 'in the callback') die();
      await new Promise((resolve) => setTimeout(resolve, workMs));
      write('ended', messageId);
    },
  });
}

const die = () => process.kill(process.pid, 'SIGKILL');

/** A client that dies before or after a command, as in `after set`. */
function mortal(client: Redis, dieAt: string): IoredisClient {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        const command = args.includes('NX') ? 'lock' : String(name);
        if (dieAt === `before ${command}`) die();
        const result: unknown = await Reflect.apply(value, target, args);
        if (dieAt === `after ${command}`) die();
        return result;
      };
    },
  });
}
