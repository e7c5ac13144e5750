// Proves what a monitor of a running client leaves out, that it says so, and that what it keeps is bounded.
import { describe, expect, it, vi } from 'vitest';
import { createDriftMonitor, type DriftMonitorOptions } from '../../src/drift/index.js';
import { createKobbleClient, type KobbleClientOptions } from '../../src/index.js';

type Fetch = NonNullable<KobbleClientOptions['fetch']>;

const OPTIONS = { baseUrl: 'https://kobble.test', token: 'any', retry: { maxRetries: 0 } };
const tasks = () => new Promise((resolve) => setTimeout(resolve, 10));

function monitored(fetch: Fetch, options: DriftMonitorOptions = {}) {
  const monitor = createDriftMonitor({ sampleRate: 1, ...options });
  return { monitor, kobble: createKobbleClient({ ...OPTIONS, fetch: monitor.wrap(fetch) }) };
}

describe('what is not checked', () => {
  it.each([
    ['a body above maxBodyBytes', JSON.stringify(['x'.repeat(300_000)]), {}],
    ['a body that the client does not read to its end', JSON.stringify(['x'.repeat(99)]), { maxResponseBytes: 50 }],
  ])('is counted: %s', async (_, text, options) => {
    const monitor = createDriftMonitor({ sampleRate: 1 });
    const fetch = monitor.wrap(async () => new Response(text));
    await createKobbleClient({ ...OPTIONS, ...options, fetch })
      .wallets.list()
      .catch(() => {});
    await tasks();
    expect(monitor.report()).toEqual({ findings: [], checked: 0, skipped: 1, dropped: 0 });
  });

  it('is a stream that never ends: its attempt times out as without a monitor', async () => {
    const { monitor, kobble } = monitored(
      async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) })),
    );
    await expect(kobble.wallets.list({ timeoutMs: 50 })).rejects.toMatchObject({ code: 'attempt_timeout' });
    await tasks();
    expect(monitor.report().checked).toBe(0);
  });

  it('are bodies beyond sixteen that wait, so that a burst is not kept', async () => {
    const { monitor, kobble } = monitored(async () => Response.json([]));
    await Promise.all(Array.from({ length: 100 }, () => kobble.wallets.list()));
    await tasks();
    const { checked, skipped } = monitor.report();
    expect(checked).toBeGreaterThanOrEqual(16);
    expect(checked + skipped).toBe(100);
  });

  it('are responses outside the sample', async () => {
    const chance = vi.spyOn(Math, 'random');
    const { monitor, kobble } = monitored(async () => Response.json([]), { sampleRate: 0.05 });
    for (const value of [0.04, 0.05, 0.9]) {
      chance.mockReturnValue(value);
      await kobble.wallets.list();
    }
    chance.mockRestore();
    await tasks();
    expect(monitor.report()).toMatchObject({ checked: 1, skipped: 0 });
  });
});

it('counts at most 200 differences of a response, so that a body full of them blocks nobody for long', async () => {
  const body = Array.from({ length: 100_000 }, () => 1);
  const { monitor, kobble } = monitored(async () => Response.json(body));
  await kobble.wallets.list();
  await tasks();
  expect(monitor.report().findings).toMatchObject([{ kind: 'type', pointer: '/*', count: 200 }]);
});

it('keeps maxFindings, and counts the others', async () => {
  let status = 400;
  const { monitor, kobble } = monitored(async () => Response.json([], { status: ++status }), { maxFindings: 5 });
  for (let call = 0; call < 30; call++) {
    await kobble.wallets.list().catch(() => {});
    await tasks();
  }
  const { findings, dropped } = monitor.report();
  expect(findings).toHaveLength(5);
  expect(dropped).toBeGreaterThan(10);
});

it('keeps what works under waitUntil until it is done', async () => {
  const works: Promise<unknown>[] = [];
  const { monitor, kobble } = monitored(async () => Response.json([]), { waitUntil: (work) => works.push(work) });
  await kobble.wallets.list();
  expect(monitor.report().checked).toBe(0);
  await Promise.all(works);
  expect(monitor.report().checked).toBe(1);
});

it.each<[string, object]>([
  ['sampleRate', { sampleRate: 1.5 }],
  ['sampleRate', { sampleRate: '1' }],
  ['maxBodyBytes', { maxBodyBytes: 0 }],
  ['maxFindings', { maxFindings: -1 }],
  ['onDrift', { onDrift: 'log' }],
  ['waitUntil', { waitUntil: {} }],
  ['rate', { rate: 1 }],
])('refuses a wrong %s by its name: %j', (name, options) => {
  expect(() => createDriftMonitor(options)).toThrow(new RegExp(`^kobble-client: ${name} `));
});
