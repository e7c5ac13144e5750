// Proves that the entry point loads and verifies with Web APIs alone, as on Workers, edge routes and Deno.
import { createContext, runInContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { signTestWebhook, type WebhookHandlerOptions } from '../../src/webhooks/index.js';
import { EVENT } from '../support/webhooks/authority.js';
import { recorder } from '../support/webhooks/recorder.js';

type Entry = typeof import('../../src/webhooks/index.js');

const entry = fileURLToPath(new URL('../../src/webhooks/index.ts', import.meta.url));
const bundle = await build({
  ...{ entryPoints: [entry], bundle: true, write: false, metafile: true, format: 'iife', globalName: 'webhooks' },
  ...{ platform: 'neutral', external: ['node:*'], target: 'es2022' },
});
const code = bundle.outputFiles[0]?.text ?? '';

/** A realm with the globals of the web that the entry point uses, and none of Node's. */
function load(): Entry {
  const web = { crypto, TextEncoder, TextDecoder, URL, URLSearchParams, Request, Response, Headers, ReadableStream };
  const more = { TransformStream, AbortController, atob, btoa, setTimeout, clearTimeout, performance, console };
  return runInContext(`${code};webhooks`, createContext({ ...web, ...more })) as Entry;
}

it('imports nothing of Node', () => {
  const imports = Object.values(bundle.metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  expect(imports.filter((path) => !path.startsWith('src/') && !path.startsWith('generated/'))).toEqual([]);
});

it.each(['1', '2'] as const)('verifies signature version %s, and refuses a forgery', async (signatureVersion) => {
  const { createWebhookHandler } = load();
  const { rawBody, headers, topicArn, fetch } = signTestWebhook(EVENT, { signatureVersion });
  const events: unknown[] = [];
  const onEvent = (event: unknown) => events.push(event);
  const options: WebhookHandlerOptions = { topicArns: [topicArn], fetch, onEvent, logger: recorder() };
  const handler = createWebhookHandler(options);
  const post = async (body: string) =>
    (await handler(new Request('http://localhost/', { method: 'POST', headers, body }))).status;
  expect(await post(rawBody.replace(EVENT.id, 'forged'))).toBe(403);
  expect(await post(rawBody)).toBe(200);
  expect(JSON.stringify(events)).toBe(JSON.stringify([EVENT]));
});

it('verifies an ArrayBuffer of another realm', async () => {
  const { verifyWebhook } = load();
  const { rawBody, topicArn, fetch } = signTestWebhook(EVENT);
  const body = new TextEncoder().encode(rawBody).buffer;
  await expect(verifyWebhook(body, { topicArns: [topicArn], fetch })).resolves.toMatchObject({ topicArn });
});

it('says that signTestWebhook needs Node', () => {
  expect(() => load().signTestWebhook()).toThrow('kobble-client: signTestWebhook needs node:crypto');
});
