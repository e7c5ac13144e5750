// Proves that toNodeHandler finds the raw body where a framework kept it, and says what is wrong where none did.
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { signTestWebhook, toNodeHandler } from '../../src/webhooks/index.js';
import { listen } from '../support/listen.js';
import { endpoint } from '../support/webhooks/endpoint.js';

const stops: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

type Keep = (bytes: Buffer) => unknown;

/** An endpoint behind `express.json()`, which keeps of each JSON body what `keep` returns, as Firebase and Nest do. */
async function behindJson(keep?: Keep) {
  const { handler, events, log } = endpoint();
  const verify = (request: object, _: unknown, bytes: Buffer) =>
    void Object.assign(request, { rawBody: keep?.(bytes) });
  const app = express()
    .use(express.json({ ...(keep && { verify }), limit: '1mb' }))
    .post('/', toNodeHandler(handler, { logger: log }));
  const [url, stop] = await listen(app);
  stops.push(stop);
  const send = async ({ rawBody, headers } = signTestWebhook({ id: '1' }), type = 'application/json') =>
    (await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': type }, body: rawBody })).status;
  return { send, events, log };
}

describe('request.rawBody', () => {
  it.each<[string, Keep]>([
    ['bytes', (bytes) => bytes],
    ['a text', (bytes) => bytes.toString()],
    ['bytes of no Buffer', (bytes) => Uint8Array.from(bytes)],
  ])('is used if it is %s', async (_, keep) => {
    const { send, events, log } = await behindJson(keep);
    const event = { id: '1', note: 'カード 💳' };
    expect([await send(signTestWebhook(event)), events, log.lines]).toEqual([200, [event], []]);
  });

  it('is used with what is in it, so that a forgery stays one', async () => {
    const { send, events } = await behindJson((bytes) => bytes);
    const { rawBody, headers, ...trust } = signTestWebhook({ id: 'genuine' });
    expect(await send({ ...trust, headers, rawBody: rawBody.replace('genuine', 'forged!') })).toBe(403);
    expect(events).toEqual([]);
  });

  it.each<[string, Keep]>([
    ['the parsed body', (bytes) => JSON.parse(bytes.toString()) as unknown],
    ['another text of the parsed body', (bytes) => JSON.stringify(JSON.parse(bytes.toString()), null, 2)],
    ['nothing', () => Buffer.alloc(0)],
    ['an empty text', () => ''],
    ['a number', () => 1],
  ])('is not used if it is %s: 500, so that SNS delivers again', async (_, keep) => {
    const { send, events, log } = await behindJson(keep);
    expect([await send(), events]).toEqual([500, []]);
    expect(log.lines).toEqual([expect.stringMatching(/^error .*the raw body was read before/)]);
  });
});

describe('a JSON content type behind express.json()', () => {
  it('is told as what it is, once, with the cure', async () => {
    const { send, events, log } = await behindJson();
    expect([await send(), await send(), await send()]).toEqual([500, 500, 500]);
    expect(events).toEqual([]);
    expect(log.lines).toEqual([
      expect.stringMatching(/^error kobble-client: .*Content-Type.*JSON.*express\.json\(\).*request\.rawBody/),
    ]);
  });

  it('leaves text/plain alone', async () => {
    const { send, events } = await behindJson();
    expect([await send(undefined, 'text/plain; charset=UTF-8'), events.length]).toEqual([200, 1]);
  });
});
