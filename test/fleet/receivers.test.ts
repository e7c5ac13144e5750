// Proves, with processes that are killed, that each webhook is handed over, and once unless its process died with it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { signTestWebhook, type TestWebhook } from '../../src/webhooks/index.js';
import { describeWithRedis, startRedis, type RedisServer } from '../support/fleet/redis-server.js';
import { startReceiver, type Receiver, type Setup } from '../support/fleet/receivers.js';

/** Longer than a busy machine keeps a process waiting. */
const LOCK_MS = 700;
const COPIES = 20;
const PATIENCE = { interval: 50, timeout: 20_000 };

describeWithRedis('processes that receive webhooks', () => {
  let redis: RedisServer;
  let folder: string;
  let setup: Setup;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kobble-receivers-'));
    redis = await startRedis();
    const { rawBody, topicArn, fetch } = signTestWebhook();
    const { SigningCertURL } = JSON.parse(rawBody) as { SigningCertURL: string };
    const certificate = await (await fetch(SigningCertURL, {})).text();
    const journal = join(folder, 'journal');
    setup = { redisPort: redis.port, topicArn, certificate, journal, workMs: 20, lockTtlMs: LOCK_MS };
  });
  beforeEach(() => writeFileSync(setup.journal, ''));
  afterAll(async () => {
    await redis.kill();
    rmSync(folder, { recursive: true });
  });

  async function start(changes: Partial<Setup> = {}): Promise<Receiver> {
    const receiver = await startReceiver({ ...setup, ...changes });
    onTestFinished(() => receiver.kill());
    return receiver;
  }

  /** Returns how often the callback of each message began or ended. */
  function journal(what: 'began' | 'ended'): Map<string, number> {
    const counts = new Map<string, number>();
    for (const line of readFileSync(setup.journal, 'utf8').split('\n')) {
      const [word, id = ''] = line.split(' ');
      if (word === what) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }

  const idOf = ({ rawBody }: TestWebhook): string => (JSON.parse(rawBody) as { MessageId: string }).MessageId;

  /** Delivers again and again, as SNS does, until it is taken. */
  const deliverTo = (receiver: () => Receiver | undefined, message: TestWebhook) =>
    expect.poll(() => receiver()?.deliver(message), PATIENCE).toBe(200);

  it(`hand over 50 messages once each, of which all are given ${COPIES} copies at once`, async () => {
    const receivers = await Promise.all(Array.from({ length: 4 }, () => start({ lockTtlMs: 30_000 })));
    const messages = Array.from({ length: 50 }, () => signTestWebhook());
    const copies = messages.flatMap((message) =>
      receivers.flatMap((one) => Array(COPIES).fill({ one, message }) as { one: Receiver; message: TestWebhook }[]),
    );
    const statuses = await Promise.all(copies.map(({ one, message }) => one.deliver(message)));
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    for (const message of messages) await deliverTo(() => receivers[0], message);
    expect(Object.fromEntries(journal('began'))).toEqual(
      Object.fromEntries(messages.map((message) => [idOf(message), 1])),
    );
  });

  // Once the callback has begun, nobody can know how far it came; once its end is kept, it is not begun again.
  it.each<[dieAt: string, began: number, ended: number]>([
    ['before lock', 1, 1],
    ['after lock', 1, 1],
    ['before get', 1, 1],
    ['after get', 1, 1],
    ['in the callback', 2, 1],
    ['before set', 2, 2],
    ['after set', 1, 1],
    ['before eval', 1, 1],
    ['after eval', 1, 1],
  ])('lose nothing if one dies %s: its callback begins %i times', async (dieAt, began, ended) => {
    const [mortal, other] = await Promise.all([start({ dieAt }), start()]);
    const message = signTestWebhook();
    expect(await mortal.deliver(message)).toBe(0);
    await deliverTo(() => other, message);
    const id = idOf(message);
    expect([journal('began').get(id), journal('ended').get(id)]).toEqual([began, ended]);
  });

  it('lose nothing while they are killed one after the other', async () => {
    const receivers = await Promise.all(Array.from({ length: 4 }, () => start()));
    const messages = Array.from({ length: 40 }, () => signTestWebhook());
    let kills = 0;
    const killing = (async () => {
      for (; kills < 8; kills++) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await receivers[kills % 4]?.kill();
        receivers[kills % 4] = await start();
      }
    })();
    const any = () => receivers[Math.floor(Math.random() * 4)];
    for (const message of messages) {
      await Promise.all([deliverTo(any, message), deliverTo(any, message)]);
    }
    await killing;
    const ended = journal('ended');
    expect(messages.every((message) => ended.has(idOf(message)))).toBe(true);
    const began = [...journal('began').values()].reduce((sum, count) => sum + count, 0);
    expect(began).toBeLessThanOrEqual(messages.length + kills);
  });
});
