// Proves that `kobble-client verify-webhook` tells a genuine message from a forgery, and prints nothing of either.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signTestWebhook } from '../../src/webhooks/index.js';
import { runProgram } from '../support/cli/program.js';

const EVENT = { id: 'event-1', type: 'transaction-create', entity_id: 'private-entity' };
const message = signTestWebhook(EVENT, { now: () => Date.now() - 86_400_000 }); // files are old
const confirmation = signTestWebhook({}, { type: 'SubscriptionConfirmation' });
const folder = mkdtempSync(join(tmpdir(), 'kobble-webhook-'));
const file = join(folder, 'message.json');
const preload = join(folder, 'certificate.mjs');

/** Serves the throwaway certificate to the program, in place of Amazon SNS. */
beforeAll(async () => {
  const { SigningCertURL } = JSON.parse(message.rawBody) as { SigningCertURL: string };
  const certificate = await (await message.fetch(SigningCertURL, {})).text();
  writeFileSync(file, message.rawBody);
  writeFileSync(preload, `globalThis.fetch = async () => new Response(${JSON.stringify(certificate)});\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (args: readonly string[], input?: string) =>
  runProgram(['verify-webhook', ...args], { preload, ...(input !== undefined && { input }) });

it('says that a message is genuine, and nothing of its content', async () => {
  const { code, stdout, stderr } = await verify([file, '--topic', message.topicArn]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('genuine: a Notification that was signed by Amazon SNS for this topic\n');
});

it('reads standard input, and the topic from its variable', async () => {
  const env = { KOBBLE_TOPIC_ARN: `arn:aws:sns:ap-southeast-2:000000000000:other, ${message.topicArn}` };
  const run = await runProgram(['verify-webhook', '-', '--json'], { preload, env, input: confirmation.rawBody });
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toEqual({ genuine: true, type: 'SubscriptionConfirmation' });
  expect(run.stdout).not.toMatch(/Token|SubscribeURL|https/);
});

it.concurrent.each([
  ['signature_invalid', message.rawBody.replace('private-entity', 'another-entity'), []],
  ['body_not_json', 'hello', []],
  ['field_missing', '{"Type":"Notification"}', []],
  ['timestamp_too_old', message.rawBody, ['--max-age', '3600']],
])('refuses with %s, and shows nothing of the message', async (refusal, body, args) => {
  const run = await verify(['-', '--topic', message.topicArn, '--json', ...args], body);
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ genuine: false, code: refusal });
  expect(run.stdout + run.stderr).not.toMatch(/entity|hello/);
});

it('refuses a message of another topic, in words', async () => {
  const { code, stdout } = await verify([file, '--topic', 'arn:aws:sns:ap-southeast-2:000000000000:other']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^refused \(topic_not_allowed\): the topic is not that of --topic/);
});
