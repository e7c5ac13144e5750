// Proves that the handler works, over real HTTP, in node:http and Express with each body parser, and in Hono as it is.
import { request } from 'node:http';
import { connect } from 'node:net';
import express from 'express';
import { Hono } from 'hono';
import { afterAll, describe, expect, it } from 'vitest';
import { createWebhookHandler, signTestWebhook, toNodeHandler } from '../../src/webhooks/index.js';
import { EVENT } from '../support/webhooks/authority.js';
import { listen } from '../support/listen.js';
import { recorder } from '../support/webhooks/recorder.js';

const { topicArn, fetch: serving } = signTestWebhook();
const log = recorder();
const events: unknown[] = [];
const onEvent = (event: unknown) => events.push(event);
const handler = createWebhookHandler({ topicArns: [topicArn], fetch: serving, onEvent, logger: log });
const node = toNodeHandler(handler, { logger: log });
const everything = { type: () => true };

const hono = new Hono();
hono.post('/hook', (c) => handler(c.req.raw));

const adapters = {
  'node:http': node,
  Express: express().post('/hook', node),
  'Express with express.json()': express().use(express.json()).post('/hook', node),
  'Express with express.text() for text': express().use(express.text()).post('/hook', node),
  'Express with express.text() for everything': express().use(express.text(everything)).post('/hook', node),
  'Express with express.raw() for everything': express().use(express.raw(everything)).post('/hook', node),
  'Hono, behind node:http': toNodeHandler(async (request) => hono.fetch(new Request(`${request.url}hook`, request))),
};

const started = await Promise.all(
  Object.entries(adapters).map(async ([name, listener]) => [name, ...(await listen(listener))] as const),
);
const blind = await listen(express().use(express.json(everything)).post('/hook', node));
afterAll(() => Promise.all([...started.map(([, , stop]) => stop()), blind[1]()]));

const send = (url: string, { rawBody, headers } = signTestWebhook(EVENT)) =>
  fetch(`${url}/hook`, { method: 'POST', headers, body: rawBody });

describe.each(started)('%s', (_name, url) => {
  it('hands on a genuine event, and a repeat no more', async () => {
    events.length = 0;
    const webhook = signTestWebhook({ ...EVENT, note: 'カード 💳' } as typeof EVENT);
    expect((await send(url, webhook)).status).toBe(200);
    expect((await send(url, webhook)).status).toBe(200);
    expect(events).toEqual([{ ...EVENT, note: 'カード 💳' }]);
  });

  it('answers 403 to a forgery, with nothing in it', async () => {
    const { rawBody, headers } = signTestWebhook(EVENT);
    const answer = await send(url, { ...signTestWebhook(), headers, rawBody: rawBody.replace(EVENT.id, 'forged') });
    expect([answer.status, await answer.text()]).toEqual([403, '']);
  });

  it('reads an event that comes in many pieces', async () => {
    const { rawBody, headers } = signTestWebhook({ ...EVENT, note: 'x'.repeat(150_000) } as typeof EVENT);
    const bytes = new TextEncoder().encode(rawBody);
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, (at += 40_000)));
      },
    });
    // express.text() and express.raw() have a limit of their own: 100 kB unless told otherwise.
    const limited = url !== started[0]?.[1] && rawBody.length > 100_000 && /text\(\)|raw\(\)/.test(_name);
    const { status } = await fetch(`${url}/hook`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect(status).toBe(limited ? 413 : 200);
  });
});

describe('node:http', () => {
  const url = new URL(started[0]?.[1] ?? '');

  it('answers 405 to a GET', async () => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['TRACE', 'PROPFIND', 'OPTIONS'])('answers 405 to %s, naming POST', async (method) => {
    const status = await new Promise((resolve) => {
      request(url, { method }, (answer) => resolve([answer.statusCode, answer.headers.allow])).end();
    });
    expect(status).toEqual([405, 'POST']);
  });

  it('answers 413 to a body without end, while it still comes', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(url.port), '127.0.0.1', () => {
        socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
        const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
        const timer = setInterval(() => socket.write(chunk), 1);
        socket.once('data', (data) => {
          clearInterval(timer);
          socket.destroy();
          resolve(data.toString());
        });
      });
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('answers 413 to a body that is too large after setEncoding', async () => {
    const [decoded, stop] = await listen((incoming, response) => {
      incoming.setEncoding('utf8');
      node(incoming, response);
    });
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)),
    });
    const answer = await fetch(decoded, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
    await stop();
  });

  it('hands on an event after setEncoding, if it is UTF-8; else it says so', async () => {
    events.length = 0;
    for (const encoding of ['utf8', 'latin1', 'hex'] as const) {
      const [decoded, stop] = await listen((incoming, response) => {
        incoming.setEncoding(encoding);
        node(incoming, response);
      });
      const event = { ...EVENT, note: 'カード 💳'.repeat(5_000) };
      const { status } = await send(decoded, signTestWebhook(event));
      if (encoding === 'utf8') expect([status, events]).toEqual([200, [event]]);
      else expect([status, log.lines.at(-1)]).toEqual([500, expect.stringContaining(`decoded as ${encoding}`)]);
      await stop();
    }
  });

  it('lets the rest of a body go by that the handler has refused', async () => {
    let uploaded: () => void = () => undefined;
    const upload = new Promise<void>((resolve) => (uploaded = resolve));
    const refuse = toNodeHandler(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 50)); // until something waits to be read
      await request.body?.cancel();
      await upload;
      return new Response(null, { status: 413 });
    });
    const [slow, stop] = await listen(refuse);
    const sent = request(slow, { method: 'POST', agent: false });
    const status = new Promise((resolve) => sent.on('response', (answer) => resolve(answer.resume().statusCode)));
    sent.write(Buffer.alloc(8 * 1024 * 1024));
    sent.end(uploaded);
    expect(await status).toBe(413);
    await stop();
  });

  it('hands nothing on where the sender hangs up', async () => {
    events.length = 0;
    const before = log.lines.length;
    const { rawBody } = signTestWebhook(EVENT);
    const socket = connect(Number(url.port), '127.0.0.1', () => {
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${rawBody.length}\r\n\r\n${rawBody.slice(0, 99)}`);
      setTimeout(() => socket.destroy(), 20);
    });
    await expect.poll(() => log.lines.slice(before).join()).toContain('body_incomplete');
    expect(events).toEqual([]);
  });
});

it('a parser that takes everything for JSON leaves nothing to verify: 500, and the log says why', async () => {
  events.length = 0;
  expect((await send(blind[0])).status).toBe(500);
  expect(events).toEqual([]);
  expect(log.lines.at(-1)).toContain('is to be mounted before body parsers');
});

it('Hono takes the handler as it is', async () => {
  const { rawBody, headers } = signTestWebhook(EVENT);
  expect((await hono.request('/hook', { method: 'POST', headers, body: rawBody })).status).toBe(200);
});
