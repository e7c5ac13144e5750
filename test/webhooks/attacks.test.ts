// Proves that attacks on the handler that are neither forgeries nor hangs change nothing: odd requests, odd JSON, odd hosts.
import { createServer as createHttp2Server, connect as connectHttp2 } from 'node:http2';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { beforeEach, describe, expect, it } from 'vitest';
import { signTestWebhook, toNodeHandler, verifyWebhook } from '../../src/webhooks/index.js';
import { listen } from '../support/listen.js';
import {
  CERTIFICATE_URL,
  NOW,
  PEM,
  TOPIC,
  answering,
  json,
  notification,
  signed,
} from '../support/webhooks/authority.js';
import { endpoint, topicArn } from '../support/webhooks/endpoint.js';

const uncaught: unknown[] = [];
beforeEach(() => {
  uncaught.length = 0;
  const keep = (reason: unknown) => uncaught.push(reason);
  process.on('unhandledRejection', keep).on('uncaughtException', keep);
  return () => process.off('unhandledRejection', keep).off('uncaughtException', keep);
});

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a request', () => {
  it.each([
    ['1e9', 413],
    ['0x200000', 413],
    ['Infinity', 413],
    ['-1', 200],
    ['1048577, 1048577', 200],
    ['many', 200],
    ['', 200],
  ])('whose Content-Length is "%s" is answered %i: the bytes count', async (length, status) => {
    const webhook = signTestWebhook();
    expect(await endpoint().deliver({ ...webhook, headers: { ...webhook.headers, 'content-length': length } })).toBe(
      status,
    );
  });

  it('in lower case is a POST, and other verbs of any spelling are not', async () => {
    const { handler } = endpoint();
    const { rawBody } = signTestWebhook();
    const status = async (method: string) =>
      (await handler(new Request('http://localhost/', { method, body: rawBody }))).status;
    expect(await Promise.all(['post', 'patch', 'PATCH', 'M-SEARCH', 'constructor'].map(status))).toEqual([
      ...[200, 405, 405, 405, 405],
    ]);
  });

  it('with a header of a megabyte is refused by the name of the header', async () => {
    const { post, log } = endpoint();
    const { rawBody } = signTestWebhook();
    expect((await post(rawBody, { 'x-amz-sns-message-id': 'x'.repeat(1_000_000) })).status).toBe(400);
    expect(log.lines.join().length).toBeLessThan(200);
  });

  it('that is compressed is refused', async () => {
    const body = gzipSync(signTestWebhook().rawBody);
    expect((await endpoint().post(body, { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  it('in pieces of one byte is handled, and up to 256 KiB of them within 10 s', async () => {
    const { rawBody } = signTestWebhook({ id: 'x'.repeat(200_000) });
    const bytes = new TextEncoder().encode(rawBody);
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (at < bytes.length ? controller.enqueue(bytes.subarray(at, ++at)) : controller.close()),
    });
    expect((await endpoint().post(body)).status).toBe(200);
  });

  it('whose body a middleware has read is answered 500, so that SNS delivers again once that is mended', async () => {
    const { handler, log } = endpoint();
    const request = new Request('http://localhost/', { method: 'POST', body: signTestWebhook().rawBody });
    await request.text();
    expect((await handler(request)).status).toBe(500);
    const held = new Request('http://localhost/', { method: 'POST', body: signTestWebhook().rawBody });
    held.body?.getReader();
    expect((await handler(held)).status).toBe(500);
    expect(log.lines).toEqual([
      expect.stringContaining('the raw body was read'),
      expect.stringContaining('the raw body was read'),
    ]);
  });

  it('that is none is answered 500', async () => {
    const { handler } = endpoint();
    for (const request of [undefined, null, {}, 'POST'])
      expect((await handler(request as never)).status).toBeGreaterThan(399);
  });
});

describe('JSON', () => {
  const genuine = signed(notification());
  const options = { topicArns: [TOPIC], now: () => NOW, fetch: answering(() => new Response(PEM)) };

  it('with a key twice counts by its last, for the signature and for the event', async () => {
    const last = json(genuine).replace('"Message":', '"Message":"{}","Message":');
    const event = JSON.parse(String(genuine['Message'])) as object;
    await expect(verifyWebhook(last, options)).resolves.toMatchObject({ event });
    const first = json(genuine).replace(/\}$/, ',"Message":"{}"}');
    await expect(verifyWebhook(first, options)).rejects.toMatchObject({ code: 'signature_invalid' });
  });

  it('with escapes for letters is the same message', async () => {
    const escaped = json(genuine).replace('"Type":"Notification"', '"T\\u0079pe":"\\u004eotification"');
    await expect(verifyWebhook(escaped, options)).resolves.toMatchObject({ messageId: genuine['MessageId'] });
  });

  it('of an event with __proto__ and constructor changes no prototype', async () => {
    const Message = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"then":1,"toJSON":1}';
    const webhook = await verifyWebhook(json(signed(notification({ Message }))), options);
    expect(JSON.stringify((webhook as { event: object }).event)).toBe(Message);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('nested as deep as fits is handed over', async () => {
    const Message = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    await expect(verifyWebhook(json(signed(notification({ Message }))), options)).resolves.toBeDefined();
  });

  it('of more than 1 MiB in fewer letters is too large', async () => {
    const Message = JSON.stringify({ note: 'カ'.repeat(400_000) });
    const body = json(signed(notification({ Message })));
    await expect(verifyWebhook(body, options)).rejects.toMatchObject({ code: 'body_too_large' });
    const fits = json(signed(notification({ Message: JSON.stringify({ note: 'カ'.repeat(320_000) }) })));
    await expect(verifyWebhook(fits, options)).resolves.toBeDefined();
  });

  it('with null for the headers is verified by the body alone', async () => {
    await expect(verifyWebhook(json(genuine), { ...options, headers: null as never })).resolves.toBeDefined();
  });
});

describe('an option that misbehaves never makes the handler reject', () => {
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trap');
      },
      getPrototypeOf: () => {
        throw new Error('trap');
      },
    },
  );
  const thenable = {
    get then(): never {
      throw new Error('trap');
    },
  };

  it.each<[string, object, number]>([
    ['a fetch that returns nothing', { fetch: () => undefined }, 503],
    ['a fetch that returns half a response', { fetch: async () => ({ status: 200 }) }, 503],
    [
      'a fetch that throws at once',
      {
        fetch: () => {
          throw hostile;
        },
      },
      500,
    ],
    [
      'a clock that throws',
      {
        now: () => {
          throw new Error('no time');
        },
      },
      500,
    ],
    [
      'a callback that throws a trap',
      {
        onEvent: () => {
          throw hostile;
        },
      },
      500,
    ],
    ['a callback that returns a trap', { onEvent: () => thenable }, 500],
    ['a store that returns a trap', { seen: { get: () => thenable, set: () => thenable } }, 503],
    [
      'a store that throws a trap',
      {
        seen: {
          get: () => {
            throw hostile;
          },
          set: () => undefined,
        },
      },
      503,
    ],
    ['a store that is a Map', { seen: new Map() }, 200],
  ])('%s', async (_, options, status) => {
    expect(await endpoint(options).deliver(signTestWebhook())).toBe(status);
    await soon();
    expect(uncaught).toEqual([]);
  });

  it('a callback that fails with a refusal of its own is answered 500: SNS would not come again after a 403', async () => {
    const onEvent = async () => verifyWebhook('{}', { topicArns: [TOPIC] });
    const { deliver, log } = endpoint({ onEvent });
    expect(await deliver(signTestWebhook())).toBe(500);
    expect(log.lines).toEqual([expect.stringMatching(/^error .*callback failed: .*not an SNS message.*answered 500/)]);
  });

  it('a callback that changes what it was given does not change what is remembered', async () => {
    let calls = 0;
    const onEvent = (event: object, delivery: object) => {
      calls += 1;
      Object.assign(event, { id: 'changed' });
      Object.assign(delivery, { messageId: 'changed' });
    };
    const { deliver } = endpoint({ onEvent });
    const webhook = signTestWebhook();
    expect([await deliver(webhook), await deliver(webhook), calls]).toEqual([200, 200, 1]);
  });
});

it('a thousand unknown certificates at once are not a thousand requests to SNS', async () => {
  const fetch = answering(async () => {
    await soon();
    return new Response(null, { status: 404 });
  });
  const message = signed(notification());
  const statuses = await Promise.allSettled(
    Array.from({ length: 1_000 }, (_, index) => {
      const SigningCertURL = CERTIFICATE_URL.replace('0123', index.toString(16).padStart(4, '0'));
      return verifyWebhook(json({ ...message, SigningCertURL }), { topicArns: [TOPIC], now: () => NOW, fetch });
    }),
  );
  expect(statuses.every(({ status }) => status === 'rejected')).toBe(true);
  expect(fetch.asked.length).toBeLessThanOrEqual(32);
});

describe('behind node:http', () => {
  it('an answer that a middleware has sent is not sent again, and the process goes on', async () => {
    const { handler, log } = endpoint();
    const node = toNodeHandler(handler, { logger: log });
    const [url, stop] = await listen((incoming, response) => {
      response.statusCode = 504;
      response.end('too late');
      node(incoming, response);
    });
    const { rawBody } = signTestWebhook();
    expect((await fetch(url, { method: 'POST', body: rawBody })).status).toBe(504);
    await soon();
    expect([uncaught, log.lines]).toEqual([[], []]);
    await stop();
  });

  it('a response that throws is answered 500 or left, and the process goes on', async () => {
    const node = toNodeHandler(async () => new Response(null, { status: 405, headers: { allow: 'POST' } }), {
      logger: { error: () => undefined },
    });
    const [url, stop] = await listen((incoming, response) => {
      response.setHeader = () => {
        throw new Error('no headers');
      };
      node(incoming, response);
    });
    expect((await fetch(url)).status).toBe(500);
    expect(uncaught).toEqual([]);
    await stop();
  });

  it('a form parser that takes everything leaves nothing to verify: 500, and the log says why', async () => {
    const { handler, log } = endpoint();
    const app = express().use(express.urlencoded({ extended: true, type: () => true }));
    const [url, stop] = await listen(app.post('/', toNodeHandler(handler, { logger: log })));
    expect((await fetch(url, { method: 'POST', body: signTestWebhook().rawBody })).status).toBe(500);
    expect(log.lines).toEqual([expect.stringContaining('is to be mounted before body parsers')]);
    await stop();
  });

  it.each([
    ['both lengths', `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a header without end', `X: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['a chunk that is none', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ])('%s reach no callback, and no error the log', async (_, rest) => {
    const { handler, log, events } = endpoint();
    const [url, stop] = await listen(toNodeHandler(handler, { logger: log }));
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
        socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${rest}`),
      );
      socket.once('data', (data) => resolve(data.toString())).on('error', () => undefined);
      socket.once('close', () => resolve('closed'));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4|^closed/);
    await soon();
    expect([events, log.lines.filter((line) => line.startsWith('error')), uncaught]).toEqual([[], [], []]);
    await stop();
  });

  it('HTTP/2 is understood', async () => {
    const { handler, events } = endpoint();
    const server = createHttp2Server(toNodeHandler(handler) as never);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const session = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { rawBody, headers } = signTestWebhook();
    const stream = session.request({ ...headers, ':method': 'POST', ':path': '/' });
    const status = new Promise((resolve) => stream.on('response', (answer) => resolve(answer[':status'])));
    stream.end(rawBody);
    expect(await status).toBe(200);
    expect(events).toHaveLength(1);
    session.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('a logger that needs its this has it', async () => {
    const logger = {
      lines: [] as string[],
      error(message: string) {
        this.lines.push(message);
      },
    };
    await endpoint({ logger: logger as never }).post('Hello');
    expect(logger.lines).toHaveLength(1);
  });
});

it('nothing is left running once a message is answered', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const { deliver } = endpoint({ seen: { get: async () => undefined, set: async () => undefined } });
  expect(await deliver(signTestWebhook({}, { topicArn }))).toBe(200);
  expect(timers()).toBeLessThanOrEqual(before);
});
