/**
 * Measures a call by this client and its peers: time in process, and time, throughput and memory over loopback, and cold
 * imports. Writes `RESULTS.md`, but for `--quick`. Only ratios within one run count: the machine may be busy.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { importTimes } from './imports.js';
import { ANSWER, ANSWER_HEADERS, type Calls } from './calls.js';
import { onFetch } from './contenders.js';
import { onOwnTransport } from './own-transports.js';
import { generateClients } from './generated-clients.js';
import { averageOf, bytesOf, eachOf, inTurns, processorTimeAt, throughputAt, type Samples } from './measure.js';
import { reportResults } from './results.js';
import { checkRequests } from './same-requests.js';
import { typeCheckTimes } from './type-checks.js';

/** Rounds of each measurement. `--quick` takes a tenth, to see that it runs, and writes nothing. */
const isQuick = process.argv.includes('--quick');
const scale = isQuick ? 0.1 : 1;
/** Calls of one sample with 64 in flight. */
const CALLS = 500;
const rounds = (count: number): number => Math.ceil(count * scale);
const log = (what: string): void => console.error(`${what} …`);

// Node's own undici must be loaded before the package: `fetch` uses the agent of whichever comes first.
await fetch('data:,');

log('generated clients');
generateClients();
await checkRequests();

log('in process');
const canned = async (): Promise<Response> => new Response(ANSWER, { headers: ANSWER_HEADERS });
const inProcessCalls = (await onFetch('https://bench.invalid', canned)).create;
// Batches of a millisecond, so that most of them are not interrupted by other processes.
const inProcess = await inTurns(inProcessCalls, rounds(300), averageOf(25));
const inProcessBytes = await inTurns(inProcessCalls, rounds(30), bytesOf);

const server = fork(new URL('server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
const [port] = (await once(server, 'message')) as [number];
const baseUrl = `http://127.0.0.1:${port}`;
const [viaFetch, own] = [await onFetch(baseUrl, fetch), await onOwnTransport(baseUrl)];
const calls: Calls = { ...viaFetch.create, ...own.create };
const reads: Calls = { ...viaFetch.get, ...own.get };

log('over loopback, one call at a time');
const latency: Samples = await inTurns(calls, rounds(100), eachOf(25));
log('over loopback, 64 calls in flight');
const throughput = await inTurns(calls, rounds(20), throughputAt(64, CALLS));
const processor = await inTurns(calls, rounds(20), processorTimeAt(64, CALLS));
log('reads over loopback');
const readLatency: Samples = await inTurns(reads, rounds(50), eachOf(25));
const readThroughput = await inTurns(reads, rounds(20), throughputAt(64, CALLS));
log('memory over loopback');
const bytes = await inTurns(calls, rounds(20), bytesOf);
server.disconnect();

log('imports');
const imports = importTimes(rounds(15));
log('type checks');
const more = { processor, readLatency, readThroughput, typeChecks: typeCheckTimes(rounds(3)) };
await reportResults({ inProcess, inProcessBytes, latency, throughput, bytes, imports, ...more }, !isQuick);
process.exit(); // agents of the peers keep connections
