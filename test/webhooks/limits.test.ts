// Proves that nothing holds the handler up: callbacks, stores and bodies that hang are ended, and tried again.
import { connect } from 'node:net';
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { signTestWebhook, toNodeHandler, verifyWebhook, type SeenStore } from '../../src/webhooks/index.js';
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
import { endpoint } from '../support/webhooks/endpoint.js';
import { until } from '../support/webhooks/until.js';

const never = () => new Promise<never>(() => undefined);

/** Advances the faked time to a millisecond before, then to the end of a limit; says whether each had the answer. */
async function waitFor(status: Promise<number>, milliseconds: number): Promise<[before: unknown, after: unknown]> {
  let answered: number | undefined;
  void status.then((value) => (answered = value));
  await vi.advanceTimersByTimeAsync(milliseconds - 1);
  const before = answered;
  await vi.advanceTimersByTimeAsync(1);
  await until(() => answered !== undefined);
  return [before, answered];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return () => vi.useRealTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a callback that hangs', () => {
  it('is answered 500 after 14 s, and the next delivery tries again', async () => {
    let calls = 0;
    const { deliver, log } = endpoint({ onEvent: () => (++calls === 1 ? never() : undefined) });
    const webhook = signTestWebhook();
    const status = deliver(webhook);
    await until(() => calls === 1);
    expect(await waitFor(status, 14_000)).toEqual([undefined, 500]);
    expect(log.lines).toEqual([expect.stringMatching(/^error .*14 s.*callback_timeout, answered 500/)]);
    expect(await deliver(webhook)).toBe(200);
    expect(calls).toBe(2);
  });

  it('is remembered if it resolves later, so that a slow event is not handed over again for ever', async () => {
    let calls = 0;
    let finish: () => void = () => undefined;
    const { deliver } = endpoint({
      onEvent: () => {
        calls += 1;
        return new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const webhook = signTestWebhook();
    const status = deliver(webhook);
    await until(() => calls === 1);
    expect(await waitFor(status, 14_000)).toEqual([undefined, 500]);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(await deliver(webhook)).toBe(200);
    expect(calls).toBe(1);
  });
});

describe('a store that hangs', () => {
  it.each<[string, SeenStore['get']]>([
    ['hangs', never],
    ['rejects', () => Promise.reject(new Error('redis is down'))],
    [
      'throws',
      () => {
        throw new Error('redis is down');
      },
    ],
  ])('when read and %s, is answered 503 within 1 s, with nothing handed over, and then tried again', async (_, get) => {
    let isDown = true;
    let reads = 0;
    const read = (key: string) => {
      reads += 1;
      return isDown ? get(key) : undefined;
    };
    const { deliver, events, log } = endpoint({ seen: { get: read, set: () => undefined } });
    const webhook = signTestWebhook();
    const status = deliver(webhook);
    await until(() => reads === 1);
    expect((await waitFor(status, 1_000))[1]).toBe(503);
    expect(log.lines).toEqual([
      expect.stringMatching(/^error .*(did not respond in time|: Error).*seen_store_unavailable, answered 503/),
    ]);
    expect(events).toEqual([]);
    isDown = false;
    expect(await deliver(webhook)).toBe(200);
    expect(events).toHaveLength(1);
  });

  it('when written, is answered 200 after 1 s: the event has been handed over', async () => {
    let writes = 0;
    const set = () => {
      writes += 1;
      return never();
    };
    const { deliver, events, log } = endpoint({ seen: { get: () => undefined, set } });
    const webhook = signTestWebhook();
    const status = deliver(webhook);
    await until(() => writes === 1);
    expect(await waitFor(status, 1_000)).toEqual([undefined, 200]);
    expect(log.lines).toEqual([expect.stringMatching(/^warn .*seen store.*did not respond in time/)]);
    expect(await deliver(webhook)).toBe(200);
    expect(events).toHaveLength(1);
  });
});

describe('a body that dawdles', () => {
  it('is answered 408 after 10 s, and cancelled', async () => {
    let isCancelled = false;
    const { post, log } = endpoint();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(1)),
      cancel: () => void (isCancelled = true),
    });
    const answer = post(body);
    expect(
      await waitFor(
        answer.then(({ status }) => status),
        10_000,
      ),
    ).toEqual([undefined, 408]);
    expect((await answer).headers.get('connection')).toBe('close');
    await vi.advanceTimersByTimeAsync(0);
    expect(isCancelled).toBe(true);
    expect(log.lines).toEqual([expect.stringMatching(/^error .*10 s.*body_timeout, answered 408/)]);
  });

  it('is answered 408 over HTTP, and the connection is closed', async () => {
    const { handler } = endpoint();
    let hasBegun = false;
    const [url, stop] = await listen(
      toNodeHandler((request) => {
        hasBegun = true;
        return handler(request);
      }),
    );
    let received = '';
    let isClosed = false;
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('data', (data) => (received += data.toString())).on('close', () => (isClosed = true));
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{');
    await until(() => hasBegun);
    await vi.advanceTimersByTimeAsync(10_000);
    await until(() => isClosed);
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    await stop();
  });
});

describe('a certificate that SNS does not know', () => {
  const rawBody = json(signed(notification()));
  const verify = (fetch: ReturnType<typeof answering>, now = NOW) =>
    verifyWebhook(rawBody, { topicArns: [TOPIC], now: () => now, fetch });

  it.each([403, 404, 410])('is asked for once a minute (status %i)', async (status) => {
    let isUnknown = true;
    const fetch = answering(() => new Response(PEM, { status: isUnknown ? status : 200 }));
    await expect(verify(fetch)).rejects.toMatchObject({ code: 'certificate_unknown' });
    isUnknown = false;
    await expect(verify(fetch, NOW + 59_999)).rejects.toMatchObject({ code: 'certificate_unknown' });
    expect(fetch.asked).toEqual([CERTIFICATE_URL]);
    await verify(fetch, NOW + 60_000);
    expect(fetch.asked).toHaveLength(2);
  });

  it('is asked for again if the clock was set back', async () => {
    const fetch = answering(() => new Response(null, { status: 404 }));
    await expect(verify(fetch)).rejects.toMatchObject({ code: 'certificate_unknown' });
    await expect(verify(fetch, NOW - 1)).rejects.toMatchObject({ code: 'certificate_unknown' });
    expect(fetch.asked).toHaveLength(2);
  });

  it('does not displace one that is known, however many are asked for', async () => {
    const fetch = answering((url) => new Response(PEM, { status: url === CERTIFICATE_URL ? 200 : 404 }));
    await verify(fetch);
    for (let index = 0; index < 300; index++) {
      const SigningCertURL = CERTIFICATE_URL.replace('0123', `ab${index}`);
      const unknown = verifyWebhook(json(signed(notification({ SigningCertURL }))), {
        topicArns: [TOPIC],
        now: () => NOW,
        fetch,
      });
      await expect(unknown).rejects.toMatchObject({ code: 'certificate_unknown' });
    }
    await verify(fetch);
    expect(fetch.asked.filter((url) => url === CERTIFICATE_URL)).toHaveLength(1);
  });

  it('is answered 403', async () => {
    const { deliver, log } = endpoint({ fetch: async () => new Response(null, { status: 404 }) });
    expect(await deliver(signTestWebhook())).toBe(403);
    expect(log.lines).toEqual([expect.stringMatching(/^error .*certificate_unknown, answered 403/)]);
  });
});
