// Proves, within wide bounds, what `npm run bench` measures: that each contender sends the request that it should, and that
// this client stays near bare `fetch`, and ahead of it on undici. Part of `npm test -- --mode long` only, as the peers come from the
// registry.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareBenchPeers } from '../support/bench-peers.js';
import { ANSWER, ANSWER_HEADERS, BARE, KOBBLE, KOBBLE_UNDICI, OPENAPI_FETCH, type Calls } from './calls.js';
import { onFetch } from './contenders.js';
import { averageOf, eachOf, inTurns, quantile, throughputAt, type Samples } from './measure.js';
import { onOwnTransport } from './own-transports.js';
import { checkRequests } from './same-requests.js';

const server = fork(new URL('server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
const port = once(server, 'message');
afterAll(() => server.disconnect());

beforeAll(prepareBenchPeers);

/** Time of the quietest tenth: tests of other files run at the same time. */
const quiet = (samples: Samples, name: string): number => quantile(samples[name] ?? [], 0.1);
/** Calls a second of the quietest tenth. */
const fastest = (samples: Samples, name: string): number => quantile(samples[name] ?? [], 0.9);
const only = (calls: Calls, names: readonly string[]): Calls =>
  Object.fromEntries(Object.entries(calls).filter(([name]) => names.includes(name)));

it('each contender sends the same request', () => checkRequests());

it('adds less time in process than openapi-fetch', async () => {
  const canned = async (): Promise<Response> => new Response(ANSWER, { headers: ANSWER_HEADERS });
  const { create } = await onFetch('https://bench.invalid', canned);
  const samples = await inTurns(only(create, [BARE, KOBBLE, OPENAPI_FETCH]), 100, averageOf(25));
  const added = (name: string): number => quiet(samples, name) - quiet(samples, BARE);
  expect(added(KOBBLE) / added(OPENAPI_FETCH)).toBeLessThan(1.2); // measured: 0.31
});

it('is near bare fetch over loopback, and ahead of it on undici', async () => {
  const [number] = (await port) as [number];
  const baseUrl = `http://127.0.0.1:${number}`;
  const [viaFetch, own] = [await onFetch(baseUrl, fetch), await onOwnTransport(baseUrl)];
  for (const kind of ['create', 'get'] as const) {
    const calls = only({ ...viaFetch[kind], ...own[kind] }, [BARE, KOBBLE, KOBBLE_UNDICI]);
    const latency = await inTurns(calls, 20, eachOf(25));
    const throughput = await inTurns(calls, 6, throughputAt(64, 500));
    const slower = (name: string): number => quiet(latency, name) / quiet(latency, BARE);
    const faster = (name: string): number => fastest(throughput, name) / fastest(throughput, BARE);
    expect(slower(KOBBLE), kind).toBeLessThan(2.5); // measured: 1.1
    expect(faster(KOBBLE), kind).toBeGreaterThan(0.3); // measured: 0.8 to 1.1
    expect(slower(KOBBLE_UNDICI), kind).toBeLessThan(1.5); // measured: 0.4 to 0.7
    expect(faster(KOBBLE_UNDICI), kind).toBeGreaterThan(0.8); // measured: 4 to 5
  }
});
