// Makes many calls with one signal that lives as long as the process, and says what is left of them: run with
// `node --expose-gc --import tsx soak-worker.ts <calls>`. It ends by itself, or something still holds it.
import { getEventListeners } from 'node:events';
import { createKobbleClient } from '../../../src/index.js';
import { listen } from '../listen.js';
import { CARD } from '../samples.js';

const CALLS = Number(process.argv[2]);
const AT_ONCE = 50;
/** Fills caches and pools first: they are no leak. */
const WARM_UP = 2_000;

export interface SoakReport {
  readonly calls: number;
  readonly failed: number;
  readonly heapGrowth: number;
  readonly listeners: number;
  readonly timers: number;
  readonly seconds: number;
}

/** Of 100 requests, 3 are refused and 1 loses its connection: the ways of retries are walked as well. */
let count = 0;
const [baseUrl, stop] = await listen((request, response) => {
  request.resume().on('end', () => {
    if (request.url === '/oauth2/token') return response.end('{"access_token":"T","expires_in":3600}');
    const turn = ++count % 100;
    if (turn === 0) return response.socket?.resetAndDestroy();
    if (turn <= 3) return response.writeHead(503, { 'retry-after': '0' }).end('{"message":"later"}');
    if (turn === 4) return response.writeHead(404).end('{"message":"Record Not Found"}');
    return response.end('{"id":"card-1"}');
  });
});

const kobble = createKobbleClient({
  baseUrl,
  clientId: 'client-1',
  clientSecret: 'secret-1',
  scope: 'client/write',
  logLevel: 'off',
});
const { signal } = new AbortController();

async function make(calls: number): Promise<number> {
  let left = calls;
  let failed = 0;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const call = left % 2 === 0 ? kobble.cards.create(CARD, { signal }) : kobble.cards.get('card-1', { signal });
      await call.catch(() => failed++);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

/** What is used once nothing is under way any more. */
async function heapUsed(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

await make(WARM_UP);
const before = await heapUsed();
const started = performance.now();
const failed = await make(CALLS);
const seconds = (performance.now() - started) / 1_000;
const heapGrowth = (await heapUsed()) - before;
const report: SoakReport = {
  calls: CALLS,
  failed,
  heapGrowth,
  listeners: getEventListeners(signal, 'abort').length,
  timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
  seconds,
};
process.stdout.write(JSON.stringify(report));
await stop();
