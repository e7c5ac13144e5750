/**
 * Measures what a call costs on top of bare `fetch`: time and memory, in process with a canned answer, and the p50 over
 * loopback. All contenders take turns in one run, so that a noisy machine is noisy for all; medians and ratios count.
 * The built package is measured, as a caller has it. Fails where the client adds more than 0.6 of what plain openapi-fetch
 * does, in time or memory, in process or over loopback.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import createFetchClient, { type Middleware } from 'openapi-fetch';
import { createKobbleClient } from 'kobble-client';
import type { paths } from '../../generated/schema.js';

const ROUNDS = 25;
const CALLS = 400;
const LOOPBACK_CALLS = 1500;
const AT_MOST = 0.6;

const PATH = '/customers/v1/cards';
const BODY = { wallet_id: '7b050dab-889e-4d33-8142-0f7cacb90f2a', program_id: 'a95b68b6-7bf1-46d6-bbcc-fc235b6b824e' };
const KEY = 'b51c6c25-c858-42d5-ac7e-25a69e7948d6';
const ANSWER = JSON.stringify({
  id: '1b8ecc17-4edd-4b74-ae4f-208aeb78f105',
  type: 'VIRTUAL',
  ...BODY,
  created_at: '2025-01-13T17:29:20.127Z',
  updated_at: '2025-01-13T17:29:20.127Z',
  status: 'ACTIVE',
  external_id: '1111111',
  last_four_digit: '1111',
  expiry: '2031-10-04T06:36:49.799Z',
  m_pan: '1111***1111',
});
const HEADERS = { 'content-type': 'application/json', 'content-length': String(ANSWER.length) };

type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;
type Call = () => Promise<unknown>;

/** The same call by each contender, all through the `fetch` that is given. */
function contenders(baseUrl: string, fetch: Fetch): Record<string, Call> {
  const plain = createFetchClient<paths>({ baseUrl, fetch });
  const withMiddleware = createFetchClient<paths>({ baseUrl, fetch });
  withMiddleware.use(...usualMiddleware());
  const kobble = createKobbleClient({ baseUrl, token: 'token', fetch: (url, init) => fetch(url, init) });
  const init = {
    params: { header: { 'Idempotency-Key': KEY } },
    body: BODY,
    headers: { authorization: 'Bearer token' },
  };
  return {
    fetch: async () => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer token', 'idempotency-key': KEY };
      const response = await fetch(`${baseUrl}${PATH}`, { method: 'POST', headers, body: JSON.stringify(BODY) });
      return (await response.json()) as unknown;
    },
    'openapi-fetch': () => plain.POST(PATH, init),
    'openapi-fetch + 3 middlewares': () => withMiddleware.POST(PATH, { body: BODY }),
    'kobble-client': () => kobble.cards.create(BODY),
  };
}

/** A token, a key, and a retry that keeps a copy of the request: what a service usually adds. */
function usualMiddleware(): Middleware[] {
  const copies = new Map<string, Request>();
  return [
    { onRequest: ({ request }) => request.headers.set('authorization', 'Bearer token') },
    { onRequest: ({ request }) => request.headers.set('idempotency-key', crypto.randomUUID()) },
    {
      onRequest: ({ request, id }) => void copies.set(id, request.clone()),
      onResponse: ({ id }) => void copies.delete(id),
    },
  ];
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

async function medians(calls: Record<string, Call>, rounds: number, sample: (call: Call) => Promise<number>) {
  const samples: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    const shuffled = Object.entries(calls).sort(() => Math.random() - 0.5); // who follows whom makes a difference
    for (const [name, call] of shuffled) (samples[name] ??= []).push(await sample(call));
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, numbers]) => [name, median(numbers.slice(rounds / 5))]),
  );
}

async function microseconds(call: Call): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < CALLS; i++) await call();
  return ((performance.now() - started) * 1000) / CALLS;
}

/** Bytes allocated by a call: the growth of the heap over calls between two collections. */
async function bytes(call: Call): Promise<number> {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('run with --expose-gc');
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 100; i++) await call();
  return (process.memoryUsage().heapUsed - before) / 100;
}

const canned = contenders('https://bench.invalid', async () => new Response(ANSWER, { headers: HEADERS }));
const time = await medians(canned, ROUNDS, microseconds);
const memory = await medians(canned, ROUNDS, bytes);

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, HEADERS).end(ANSWER));
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;
const loopback = await medians(contenders(`http://127.0.0.1:${port}`, fetch), LOOPBACK_CALLS * 4, async (call) => {
  const started = performance.now();
  await call();
  return (performance.now() - started) * 1000;
});
server.close();
server.closeAllConnections();

const surplus = (numbers: Record<string, number>, name: string) => (numbers[name] ?? 0) - (numbers['fetch'] ?? 0);
const share = (numbers: Record<string, number>) =>
  surplus(numbers, 'kobble-client') / surplus(numbers, 'openapi-fetch');

console.table(
  Object.keys(canned).map((name) => ({
    client: name,
    'µs a call': Number(time[name]?.toFixed(1)),
    '+µs': Number(surplus(time, name).toFixed(1)),
    '+kB': Number((surplus(memory, name) / 1024).toFixed(1)),
    'loopback p50, µs': Number(loopback[name]?.toFixed(0)),
    'loopback ratio': Number(((loopback[name] ?? 0) / (loopback['fetch'] ?? 1)).toFixed(3)),
  })),
);
console.log(`What kobble-client adds, as a share of what plain openapi-fetch adds (at most ${AT_MOST}):`);
for (const [what, numbers] of Object.entries({ time, memory, 'loopback p50': loopback })) {
  const value = share(numbers);
  console.log(`${value <= AT_MOST ? '✓' : '✗'} ${what}: ${value.toFixed(2)}`);
  if (!(value <= AT_MOST)) process.exitCode = 1;
}
