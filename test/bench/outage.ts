/**
 * Measures, in real time, how clients with retries of their own come through an outage: 20 reads at once against a server
 * that answers 503 for 5 s. Writes `OUTAGE.md`. Start it by `npm run outage --prefix test/bench`.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWER, ANSWER_HEADERS, KOBBLE, type Call } from './calls.js';
import { onFetch } from './contenders.js';
import { generateClients } from './generated-clients.js';
import { onOwnTransport } from './own-transports.js';
import { machine, table } from './tables.js';

const CALLS = 20;
const OUTAGE_SECONDS = 5;
const RUNS = 5;
/** Those that retry by default, each with its defaults. */
const NAMES = [KOBBLE, 'ky', 'lithic', 'modern-treasury', 'square', 'stripe (node:http)'];

/** An answer that each of them takes for a failure: Stripe's client looks for `error`, whatever the status. */
const DOWN = '{"error":{"message":"Service Unavailable"}}';

/** What 20 calls came to: requests a call, failed calls, and seconds to the last success and to the last failure. */
type Outcome = readonly [requests: number, failed: number, success: number, failure: number];

async function suffer(name: string): Promise<Outcome> {
  const state = { requests: 0, began: performance.now() };
  const secondsOf = () => (performance.now() - state.began) / 1_000;
  const server = createServer((request, response) => {
    state.requests++;
    const isDown = secondsOf() < OUTAGE_SECONDS;
    request.resume().on('end', () => {
      if (isDown) response.writeHead(503, { 'content-type': 'application/json' }).end(DOWN);
      else response.writeHead(200, ANSWER_HEADERS).end(ANSWER);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const call = await readOf(name, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  state.began = performance.now();
  const [succeeded, failed]: [number[], number[]] = [[], []];
  const end = (ended: number[]) => () => void ended.push(secondsOf());
  await Promise.all(Array.from({ length: CALLS }, () => call().then(end(succeeded), end(failed))));
  server.close().closeAllConnections();
  return [state.requests / CALLS, failed.length, succeeded.at(-1) ?? 0, failed.at(-1) ?? 0];
}

/** Returns the cells of a row: the highest number of several runs at once. */
async function rowOf(name: string): Promise<string[]> {
  const runs = await Promise.all(Array.from({ length: RUNS }, () => suffer(name)));
  const [requests, failed, success, failure] = [0, 1, 2, 3].map((index) =>
    Math.max(...runs.map((run) => run[index] ?? 0)),
  );
  const seconds = (value = 0): string => (value > 0 ? `${value.toFixed(1)} s` : '–');
  return [name, (requests ?? 0).toFixed(1), `${failed} of ${CALLS}`, seconds(success), seconds(failure)];
}

async function readOf(name: string, baseUrl: string): Promise<Call> {
  const reads = { ...(await onFetch(baseUrl, fetch)).get, ...(await onOwnTransport(baseUrl)).get };
  const read = reads[name];
  if (read === undefined) throw new Error(`there is no contender ${name}`);
  return read;
}

generateClients();
const rows: string[][] = [];
for (const name of NAMES) rows.push(await rowOf(name));

const text = `# Results of \`npm run outage --prefix test/bench\`

${machine()} ${CALLS} reads at once against a server that answers 503 for ${OUTAGE_SECONDS} s, in real time, each client with its
defaults; the highest of ${RUNS} runs. fetch, openapi-fetch, hey-api and redocly generate-client do not retry. Versions: see \`RESULTS.md\`.

${table(['client', 'requests a call', 'failed calls', 'last success', 'last failure'], rows)}
`;
writeFileSync(new URL('OUTAGE.md', import.meta.url), text);
console.log(text);
process.exit(); // agents of the peers keep connections
