// Proves, over real HTTP, that of thousands of messages with redeliveries each event is handed over once, from one certificate.
import { Agent, request } from 'node:http';
import { randomUUID, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { createWebhookHandler, toNodeHandler } from '../../src/webhooks/index.js';
import {
  CERTIFICATE_URL,
  KEYS,
  PEM,
  TOPIC,
  answering,
  documentedString,
  json,
  notification,
} from '../support/webhooks/authority.js';
import { LONG_FORM } from '../support/long-form.js';
import { listen } from '../support/listen.js';
import { recorder } from '../support/webhooks/recorder.js';

const MESSAGES = LONG_FORM ? 10_000 : 1_000;
const AT_ONCE = 32;
const signInPool = promisify(sign);

const handed = new Map<string, number>();
const failures = new Map<string, number>();
/** So slow that all senders wait for the first certificate. */
const certificates = answering(async () => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return new Response(PEM);
});
const log = recorder();

const handler = createWebhookHandler({
  topicArns: [TOPIC],
  fetch: certificates,
  logger: log,
  onEvent: async (event) => {
    const id = String(event.id);
    await new Promise(setImmediate);
    // Every tenth event fails at first: SNS has to come again.
    const failed = failures.get(id) ?? 0;
    if (Number(id) % 10 === 0 && failed === 0) {
      failures.set(id, failed + 1);
      throw new Error('the queue is full');
    }
    handed.set(id, (handed.get(id) ?? 0) + 1);
  },
});

const [url, stop] = await listen(toNodeHandler(handler));
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
afterAll(() => {
  agent.destroy();
  return stop();
});

function post(body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'text/plain; charset=UTF-8', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** As SNS does: the message again until a 2xx; and, as SNS may, some of them twice, at once or later. */
async function deliver(index: number): Promise<void> {
  const id = String(index);
  const fields = notification({
    MessageId: randomUUID(),
    Message: JSON.stringify({ id }),
    Timestamp: new Date().toISOString(),
  });
  const signature = await signInPool('RSA-SHA256', Buffer.from(documentedString(fields)), KEYS.privateKey);
  const body = json({ ...fields, Signature: signature.toString('base64') });
  const times = index % 7 === 0 ? 2 : 1;
  for (let attempt = 0; attempt < 3; attempt++) {
    const statuses = await Promise.all(Array.from({ length: times }, () => post(body)));
    if (statuses.every((status) => status === 200)) break;
    expect([200, 500]).toEqual(expect.arrayContaining(statuses));
  }
  if (index % 5 === 0) expect(await post(body)).toBe(200);
}

it(`${MESSAGES} messages`, { timeout: 120_000 }, async () => {
  let next = 0;
  const sender = async () => {
    while (next < MESSAGES) await deliver(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  expect(handed.size).toBe(MESSAGES);
  expect(Math.max(...handed.values())).toBe(1);
  expect(failures.size).toBe(MESSAGES / 10);
  expect(log.lines.filter((line) => !line.includes('the callback failed: Error'))).toEqual([]);
  expect(certificates.asked).toEqual([CERTIFICATE_URL]);
});
