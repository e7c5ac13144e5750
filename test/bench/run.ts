/**
 * Measures a call by this client and its peers: time in process, and time, throughput and memory over loopback, and cold
 * imports. Writes `RESULTS.md`. Only ratios within one run count: the machine may be busy.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { importTimes } from './imports.js';
import { ANSWER, ANSWER_HEADERS, onFetch, onOwnTransport, type Calls } from './contenders.js';
import { averageOf, bytesOf, eachOf, inTurns, throughputAt, type Samples } from './measure.js';
import { writeResults } from './results.js';

/** Rounds of each measurement. `--quick` takes a tenth, to see that it runs. */
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const rounds = (count: number): number => Math.ceil(count * scale);
const log = (what: string): void => console.error(`${what} …`);

// Node's own undici must be loaded before the package: `fetch` uses the agent of whichever comes first.
await fetch('data:,');

log('in process');
const canned = async (): Promise<Response> => new Response(ANSWER, { headers: ANSWER_HEADERS });
const inProcessCalls = await onFetch('https://bench.invalid', canned);
// Batches of a millisecond, so that most of them are not interrupted by other processes.
const inProcess = await inTurns(inProcessCalls, rounds(300), averageOf(25));
const inProcessBytes = await inTurns(inProcessCalls, rounds(30), bytesOf);

const server = fork(new URL('server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
const [port] = (await once(server, 'message')) as [number];
const baseUrl = `http://127.0.0.1:${port}`;
const calls: Calls = { ...(await onFetch(baseUrl, fetch)), ...(await onOwnTransport(baseUrl)) };

log('over loopback, one call at a time');
const latency: Samples = await inTurns(calls, rounds(100), eachOf(25));
log('over loopback, 64 calls in flight');
const throughput = await inTurns(calls, rounds(20), throughputAt(64, 1_000));
log('memory over loopback');
const bytes = await inTurns(calls, rounds(20), bytesOf);
server.disconnect();

log('imports');
writeResults({ inProcess, inProcessBytes, latency, throughput, bytes, imports: importTimes() });
process.exit(); // agents of the peers keep connections
