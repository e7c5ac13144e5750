// Proves that a monitor changes nothing for the caller: no wait, no second reading of a body, whatever callbacks throw,
// bodies contain, or `fetch` returns.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDriftMonitor, type DriftMonitorOptions } from '../../src/drift/index.js';
import { createKobbleClient, isKobbleError, type KobbleClientOptions } from '../../src/index.js';

type Fetch = NonNullable<KobbleClientOptions['fetch']>;

const OPTIONS = { baseUrl: 'https://kobble.test', token: 'any', retry: { maxRetries: 0 } };
const tasks = () => new Promise((resolve) => setTimeout(resolve, 10));
const unlisted = () => Response.json([], { status: 207 }); // a list, with a status that the contract does not have

function monitored(fetch: Fetch, options: DriftMonitorOptions = {}) {
  const monitor = createDriftMonitor({ sampleRate: 1, ...options });
  return { monitor, kobble: createKobbleClient({ ...OPTIONS, fetch: monitor.wrap(fetch) }) };
}

const rejections: unknown[] = [];
const note = (reason: unknown) => rejections.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => {
  process.off('unhandledRejection', note);
  expect(rejections.splice(0)).toEqual([]);
});

describe('the caller', () => {
  it('has the answer before the check begins', async () => {
    const events: string[] = [];
    const { kobble } = monitored(async () => unlisted(), { onDrift: () => events.push('checked') });
    await kobble.wallets.list();
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    events.push('answered');
    await tasks();
    expect(events).toEqual(['answered', 'checked']);
  });

  it('does not wait for a slow onDrift', async () => {
    const { kobble } = monitored(async () => unlisted(), { onDrift: () => new Promise(() => {}) });
    await kobble.wallets.list();
    await kobble.wallets.list();
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    [
      'throws nothing',
      () => {
        throw undefined;
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['returns something odd', () => ({ then: (_: unknown, reject: (reason: unknown) => void) => reject('odd') })],
  ])('notices nothing of an onDrift or waitUntil that %s', async (_, callback) => {
    const waitUntil = callback;
    const { monitor, kobble } = monitored(async () => unlisted(), { onDrift: callback, waitUntil });
    expect(await kobble.wallets.list()).toEqual([]);
    await tasks();
    expect(monitor.report()).toMatchObject({ checked: 1, findings: [{ kind: 'status' }] });
  });

  it('has the body read once: neither cloned nor as a second stream', async () => {
    const response = Response.json([]);
    const [clone, getReader] = [
      vi.spyOn(response, 'clone'),
      vi.spyOn(Object(response.body) as ReadableStream, 'getReader'),
    ];
    const { monitor, kobble } = monitored(async () => response);
    await kobble.wallets.list();
    await tasks();
    expect(monitor.report().checked).toBe(1);
    expect([clone.mock.calls.length, getReader.mock.calls.length]).toEqual([0, 1]);
  });

  it('is given the response itself if it is not sampled', async () => {
    const response = Response.json([]);
    const fetch = createDriftMonitor({ sampleRate: 0 }).wrap(async () => response);
    expect(await fetch('https://kobble.test/customers/v1/wallets', {})).toBe(response);
    expect(Object.getOwnPropertyNames(response)).toEqual([]);
  });

  it.each<[string, Fetch]>([
    [
      'a lost connection',
      async () => {
        throw new TypeError('fetch failed');
      },
    ],
    ['something else than a response', async () => 'no' as unknown as Response],
    ['a frozen response', async () => Object.freeze(Response.json([]))],
    [
      'a response that was read before',
      async () => {
        const one = Response.json([]);
        await one.text();
        return one;
      },
    ],
    ['broken JSON', async () => new Response('[{"id":', { headers: { 'content-type': 'application/json' } })],
    ['no UTF-8', async () => new Response(new Uint8Array([0xff, 0xfe]))],
    ['a body that breaks off', async () => new Response(broken())],
    ['an empty error', async () => new Response(null, { status: 500 })],
  ])('has the same result as without a monitor: %s', async (_, fetch) => {
    const end = (one: Fetch) =>
      createKobbleClient({ ...OPTIONS, fetch: one })
        .wallets.list()
        .catch(facts);
    expect(await end(createDriftMonitor({ sampleRate: 1 }).wrap(fetch))).toEqual(await end(fetch));
    await tasks();
  });

  it('can read a response of the wrapped fetch without the client', async () => {
    const fetch = createDriftMonitor({ sampleRate: 1 }).wrap(async () => Response.json([1]));
    expect(await (await fetch('https://kobble.test/', {})).json()).toEqual([1]);
  });
});

const facts = (error: unknown) => isKobbleError(error) && [error.name, error.code, error.outcome, error.message];

const broken = () => {
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (isFirst) controller.enqueue(new TextEncoder().encode('[{'));
      else controller.error(new TypeError('terminated'));
      isFirst = false;
    },
  });
};
