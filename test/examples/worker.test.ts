// Proves in workerd, of an old and a newer compatibility date, that the requests of an isolate can share the client of the
// example: few token requests, and no request waits for one that has ended. Part of `npm test -- --mode long` only, as
// miniflare comes from the registry.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeKobble } from '../../src/testing/index.js';
import { fromRegistry } from '../support/from-registry.js';
import { bin } from '../support/package.js';

/** The part of miniflare that is used. */
interface Miniflare {
  dispatchFetch(url: string, init?: object): Promise<Response>;
  dispose(): Promise<void>;
}

const page = readFileSync('docs/runtimes.md', 'utf8');

/** Bundles the example as the page says. */
function bundle(): string {
  const [, flags = ''] = /esbuild worker\.ts ([^`]+)`/.exec(page) ?? [];
  const args = ['examples/deployment/worker.ts', '--tsconfig=examples/tsconfig.json', ...flags.split(' ')];
  return execFileSync(bin('esbuild'), args, { encoding: 'utf8', stdio: 'pipe' });
}

/** Passes a request on to an isolate, and cancels it after the milliseconds of `x-cancel`, as a caller that disconnects does. */
const FRONT = `export default { async fetch({ url, headers }, env) {
  const ms = headers.get('x-cancel');
  const signal = ms === null ? undefined : AbortSignal.timeout(Number(ms));
  return env[new URL(url).hostname].fetch(url, { signal }).catch(() => new Response('', { status: 499 }));
} }`;

/** Starts isolates `a` to `c`, which share a KV, on a fake. */
async function start(date: string) {
  const [, spec = ''] = /(miniflare@[\d.]+)/.exec(page) ?? [];
  const { Miniflare } = createRequire(fromRegistry(spec, [spec]))('miniflare') as {
    Miniflare: new (options: object) => Miniflare;
  };
  const fake = createFakeKobble({ latencyMs: 50 });
  onTestFinished(() => fake.close());
  fake.state.addProgram();
  const { url } = await fake.listen();
  const bindings = { KOBBLE_BASE_URL: url, KOBBLE_CLIENT_ID: 'any', KOBBLE_CLIENT_SECRET: 'any' };
  const worker = { modules: true, script: bundle(), compatibilityDate: date, bindings, kvNamespaces: { TOKENS: 't' } };
  const front = { name: 'front', modules: true, script: FRONT, serviceBindings: { a: 'a', b: 'b', c: 'c' } };
  const workers = [front, ...['a', 'b', 'c'].map((name) => ({ name, ...worker }))];
  const miniflare = new Miniflare({ workers, handleRuntimeStdio: () => {} });
  onTestFinished(() => miniflare.dispose());
  const send = async (isolate: string, cancelAfterMs?: number) => {
    const headers = cancelAfterMs === undefined ? {} : { 'x-cancel': String(cancelAfterMs) };
    return (await miniflare.dispatchFetch(`http://${isolate}/`, { headers })).status;
  };
  return { fake, send, tokenRequests: () => fake.calls.of('getAccessToken').length };
}

const times = <T>(count: number, work: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => work(index));

describe.each(['2023-03-01', '2026-04-01'])('with the compatibility date %s', (date) => {
  it('20 first requests to two isolates make two token requests, and a third isolate takes the token from KV', async () => {
    const { send, tokenRequests } = await start(date);
    const statuses = await Promise.all(times(20, (index) => send(index % 2 === 0 ? 'a' : 'b')));
    expect(statuses).toEqual(times(20, () => 200));
    expect(tokenRequests()).toBeLessThanOrEqual(2);
    expect(await Promise.all(times(10, () => send('c')))).toEqual(times(10, () => 200));
    expect(tokenRequests()).toBeLessThanOrEqual(2);
  });

  it('requests get the token of one whose caller has disconnected', async () => {
    const { fake, send, tokenRequests } = await start(date);
    fake.faults.on('getAccessToken').slow(1_000);
    const first = send('a', 500);
    await expect.poll(tokenRequests).toBe(1);
    const startedAt = performance.now();
    const statuses = await Promise.all([first, ...times(5, () => send('a'))]);
    expect(statuses).toEqual([499, 200, 200, 200, 200, 200]);
    expect(performance.now() - startedAt).toBeLessThan(20_000); // and not the deadline of a minute
    expect(tokenRequests()).toBe(1);
  });

  it('after an outage requests go on, though callers of others have disconnected', async () => {
    const { fake, send } = await start(date);
    await send('a');
    fake.faults.on('listCardPrograms').always().respond(503);
    const requests = times(30, (index) => send('a', index < 15 ? 1_000 : undefined));
    await pause(2_000);
    fake.faults.clear();
    const startedAt = performance.now();
    expect(await Promise.all(requests)).toEqual(times(30, (index) => (index < 15 ? 499 : 200)));
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });
});
