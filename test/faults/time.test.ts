// Proves, over real sockets, that attempts and calls end when they should, that an abort ends everything at once with its
// own reason, and what each Retry-After is worth.
//
// Bounds are 100 ms (50 ms for an abort), also on a busy machine: a test measures how much later the client ends than a
// bare timer of the same length that was set at the same moment, and takes the first of ten measurements within the bound.
// A client that is too late by design misses all ten.
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { KobbleClient, KobbleClientOptions, RetryEvent } from '../../src/index.js';
import { failureOf, type Failure } from '../support/failure.js';
import { createKobbleClient } from '../support/faults/clients.js';
import { serveHttp, serveRaw, type Rogue } from '../support/faults/servers.js';

const LATE_MS = 100;
const ABORT_MS = 50;
const BOUND_MS = 400;

const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const clientOf = (baseUrl: string, options: KobbleClientOptions = {}): KobbleClient =>
  createKobbleClient({ baseUrl, token: 'T', logLevel: 'off', ...options });

/** Ways not to answer. */
const SILENT: Record<string, () => Promise<Pick<Rogue, 'url' | 'closed'>>> = {
  'a handshake that does not come': async () => {
    const { port, closed } = await serveRaw(() => {});
    return { url: `https://127.0.0.1:${port}`, closed };
  },
  'stalled headers': () => serveHttp(() => {}),
  'a stalled body': () => serveHttp((_, response) => void response.writeHead(200, { 'content-length': 99 }).write('{')),
  'a slow drip': () =>
    serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"drip":"');
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    }),
};

/** How a call failed, and how much later than a bare timer of the same length. */
async function lateness(call: () => Promise<unknown>): Promise<{ error: Failure; late: number; early: boolean }> {
  const started = performance.now();
  const timer = new Promise<number>((resolve) => setTimeout(() => resolve(performance.now()), BOUND_MS));
  const error = await failureOf(call());
  const ended = performance.now();
  return { error, late: ended - (await timer), early: ended - started < BOUND_MS - 5 };
}

/** Measures until the result is within the bound, ten times at most: other processes may delay one of two timers. */
async function measured<T extends { late: number }>(bound: number, measure: () => Promise<T>): Promise<T> {
  let result = await measure();
  for (let repeats = 0; repeats < 9 && result.late >= bound; repeats++) result = await measure();
  return result;
}

describe.each(Object.entries(SILENT))('%s', (name, serve) => {
  // the platform goes on with a handshake for its own 10 s; a request's connection is closed at once
  const inRequest = name !== 'a handshake that does not come';
  test.each([
    ['timeoutMs', 'attempt_timeout', { timeoutMs: BOUND_MS, retry: { maxRetries: 0 } }],
    ['deadlineMs', 'deadline_exceeded', { deadlineMs: BOUND_MS }],
  ])('ends by %s', async (_, code, options) => {
    const { url, closed } = await serve();
    const kobble = clientOf(url);
    const { error, late, early } = await measured(LATE_MS, () => lateness(() => kobble.cards.get('1', options)));
    expect(error).toMatchObject({ name: 'TimeoutError', code, outcome: 'unknown', attempts: 1 });
    expect(early).toBe(false);
    expect(late).toBeLessThan(LATE_MS);
    if (inRequest) await expect.poll(closed, { timeout: 5_000 }).toBeGreaterThan(0);
  });
});

describe('deadlineMs', () => {
  test('bounds the wait for a token that does not come', async () => {
    const { url } = await serveHttp(() => {});
    const credentials = { clientId: 'a', clientSecret: 'b', scope: 'c' };
    const kobble = createKobbleClient({ baseUrl: url, ...credentials, logLevel: 'off' });
    const call = () => kobble.cards.get('1', { deadlineMs: BOUND_MS });
    const { error, late, early } = await measured(LATE_MS, () => lateness(call));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'deadline_exceeded', outcome: 'not-sent', attempts: 0 });
    expect(early).toBe(false);
    expect(late).toBeLessThan(LATE_MS);
  });

  test('bounds attempts, bodies and waits together', async () => {
    let count = 0;
    const { url } = await serveHttp((_, response) => {
      if (count++ % 2 === 0) json(response, {}, 503);
      else response.writeHead(200, { 'content-length': 99 }).write('{');
    });
    const kobble = clientOf(url, { timeoutMs: 100, deadlineMs: BOUND_MS });
    const { error, late } = await measured(LATE_MS, async () => {
      const result = await lateness(() => kobble.cards.get('1'));
      // a machine so busy that one attempt took it all has shown nothing
      return (result.error.attempts ?? 0) > 1 ? result : { ...result, late: Number.POSITIVE_INFINITY };
    });
    expect(error.outcome).toBe('unknown');
    expect(error.attempts).toBeGreaterThan(1);
    expect(late).toBeLessThan(LATE_MS);
  });
});

describe("the caller's abort", () => {
  /** Where the abort hits, and what tells that the call is there. */
  type Phase = (reached: () => void) => Promise<{ kobble: KobbleClient; closed?: () => number }>;
  const PHASES: Record<string, Phase> = {
    connect: async (reached) => {
      const { port } = await serveRaw(reached);
      return { kobble: clientOf(`https://127.0.0.1:${port}`) };
    },
    headers: async (reached) => {
      const { url, closed } = await serveHttp(reached);
      return { kobble: clientOf(url), closed };
    },
    body: async (reached) => {
      const { url, closed } = await serveHttp((_, response) => {
        response.writeHead(200, { 'content-length': 99 }).write('{', () => setTimeout(reached, 20));
      });
      return { kobble: clientOf(url), closed };
    },
    backoff: async (reached) => {
      const { url } = await serveHttp((_, response) => json(response, {}, 503, { 'retry-after': '30' }));
      return { kobble: clientOf(url, { hooks: { onRetry: reached } }) };
    },
    'the wait for a token': async (reached) => {
      const { url } = await serveHttp(reached);
      const credentials = { clientId: 'a', clientSecret: 'b', scope: 'c' };
      const kobble = createKobbleClient({ baseUrl: url, ...credentials, logLevel: 'off' });
      return { kobble }; // its request goes on, for other calls
    },
  };

  test.each(Object.entries(PHASES))('during %s ends the call at once', async (name, phase) => {
    const measure = async () => {
      let arrive: () => void = () => {};
      const there = new Promise<void>((resolve) => (arrive = resolve));
      const { kobble, closed } = await phase(() => arrive());
      const reason = new Error('the user went away');
      const controller = new AbortController();
      const retry = { maxRetries: name === 'backoff' ? 1 : 0 }; // a wait for another attempt would hide a lost reason
      const failure = failureOf(kobble.cards.get('1', { signal: controller.signal, retry }));
      await there;
      const aborted = performance.now();
      controller.abort(reason);
      const error = await failure;
      const late = performance.now() - aborted;
      expect(error).toMatchObject({ name: 'AbortError', operationId: 'getCard' });
      expect(error.cause).toMatchObject({ message: 'Error' });
      if (closed !== undefined) await expect.poll(closed, { timeout: 5_000 }).toBeGreaterThan(0);
      return { late };
    };
    expect((await measured(ABORT_MS, measure)).late).toBeLessThan(ABORT_MS);
  });
});

describe.each([429, 503])('Retry-After of %d', (status) => {
  /** Refuses once in this way, then answers. */
  async function refusingOnce(header: () => string): Promise<Rogue> {
    let refused = false;
    return serveHttp((_, response) => {
      if (refused) return json(response, { id: '1' });
      refused = true;
      return json(response, {}, status, { 'retry-after': header() });
    });
  }

  /** What the client said it would wait, and how much later than that it came again. */
  async function waitFor(header: () => string): Promise<{ waitMs: number; late: number }> {
    const { url, requests } = await refusingOnce(header);
    let waitMs = -1;
    let timer: Promise<number> | undefined;
    const onRetry = (event: RetryEvent) => {
      ({ waitMs } = event);
      timer = new Promise((resolve) => setTimeout(() => resolve(performance.now()), waitMs));
    };
    await clientOf(url, { hooks: { onRetry } }).cards.get('1');
    expect(requests).toHaveLength(2);
    const [first, second] = requests.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(waitMs - 5);
    return { waitMs, late: (second ?? 0) - ((await timer) ?? 0) };
  }

  const inMs = (milliseconds: number) => () => new Date(Date.now() + milliseconds).toUTCString();
  const VALUES: [header: string, value: () => string, from: number, to: number][] = [
    ['2', () => '2', 2_000, 2_000],
    ['2.5', () => '2.5', 2_500, 2_500],
    ['an HTTP date in 3 s', inMs(3_000), 500, 3_000], // a date has no milliseconds, and its header takes time to arrive
    ['a past date', inMs(-10_000), 0, 1_000],
    ['-1', () => '-1', 0, 1_000],
    ['garbage', () => 'in a while', 0, 1_000],
  ];

  test('2, 2.5 and a date are waited for; past dates, -1 and garbage are left to the backoff', async () => {
    const waits = VALUES.map(async ([header, value, from, to]) => {
      const { waitMs, late } = await measured(LATE_MS, () => waitFor(value));
      expect(waitMs, header).toBeGreaterThanOrEqual(from);
      expect(waitMs, header).toBeLessThanOrEqual(to);
      expect(late, header).toBeLessThan(LATE_MS);
    });
    await Promise.all(waits);
  });

  test.each([86_400, 999_999_999])('%d does not fit the deadline: the call fails now, and says so', async (seconds) => {
    const { url, requests } = await refusingOnce(() => String(seconds));
    const started = performance.now();
    const error = await failureOf(clientOf(url).cards.get('1'));
    expect(error).toMatchObject({ status, retryAfterMs: seconds * 1_000, attempts: 1 });
    expect(performance.now() - started).toBeLessThan(30_000); // half the default deadline
    expect(requests).toHaveLength(1);
  });
});
