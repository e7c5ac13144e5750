import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { BARE, KOBBLE, KOBBLE_UNDICI, OPENAPI_FETCH, SAME_DUTIES } from './calls.js';
import { quantile, type Samples } from './measure.js';
import { peerSections, type MeasuredMore } from './results-of-peers.js';
import { machine, table } from './tables.js';

/** Everything that was measured. */
export interface Measured extends MeasuredMore {
  /** Microseconds of a call in process. */
  readonly inProcess: Samples;
  readonly inProcessBytes: Samples;
  /** Microseconds of each call over loopback. */
  readonly latency: Samples;
  /** Calls a second with 64 in flight. */
  readonly throughput: Samples;
  readonly bytes: Samples;
  /** Milliseconds by module: 10 %, median, 90 %. */
  readonly imports: Readonly<Record<string, readonly [number, number, number]>>;
}

const p = (samples: Samples, name: string, share = 0.5): number => quantile(samples[name] ?? [], share);
const overBare = (samples: Samples, name: string, share = 0.5): number =>
  p(samples, name, share) / p(samples, BARE, share);
const overDuties = (samples: Samples, name: string): number => p(samples, name) / p(samples, SAME_DUTIES);
const surplus = (samples: Samples, name: string, share = 0.5): number =>
  p(samples, name, share) - p(samples, BARE, share);
/** The quietest tenth of the batches: other processes only add to a batch, and most to one that allocates most. */
const QUIET = 0.1;
const spread = (samples: Samples, name: string, digits = 1): string =>
  `${p(samples, name, 0.1).toFixed(digits)} to ${p(samples, name, 0.9).toFixed(digits)}`;

const FILE = fileURLToPath(new URL('RESULTS.md', import.meta.url));

/** Prints the results, and writes them to `RESULTS.md` next to this file if that is wanted. */
export async function reportResults(measured: Measured, isWritten: boolean): Promise<void> {
  const text = await format(resultsOf(measured), { ...(await resolveConfig(FILE)), filepath: FILE });
  if (isWritten) writeFileSync(FILE, text);
  console.log(text);
}

const resultsOf = (measured: Measured): string =>
  `# Results of \`npm run bench\`

${machine()} Versions: ${versions()}.

One call creates a card: a POST with a JSON body of 96 bytes, answered with 330 bytes of JSON. Medians; spread is 10 % to
90 % of the samples. The share of openapi-fetch's time is that of the quietest tenth. “Same duties” is a hand-written call with a
signal, a timer and a bounded reader. Only ratios within this run count. \`README.md\` says what is measured and how.

## Goals

${table(['goal', 'measured', 'wanted', ''], goals(measured))}

## In process, on a canned \`Response\`

${table(['client', 'µs a call', 'spread', '+µs over fetch', 'quietest', '+kB over fetch'], inProcess(measured))}

## Over loopback

${table(['client', 'p50 µs', 'p10 ÷ fetch', 'p50 ÷ fetch', 'p95 ÷ fetch', 'p50 ÷ duties', 'calls/s at 64', 'spread', '÷ fetch', '÷ duties', 'heap ÷ fetch'], loopback(measured))}

${peerSections(measured)}

## Cold import

${table(['module', 'ms', 'spread'], imports(measured))}
`;

function goals({ inProcess, inProcessBytes, latency, throughput, bytes, imports, ...reads }: Measured): string[][] {
  const { readLatency, readThroughput, processor } = reads;
  const importOf = (name: string): number => imports[name]?.[1] ?? Number.NaN;
  const rows: [what: string, value: number, limit: number, isMinimum?: boolean][] = [
    [
      "time added in process, as a share of openapi-fetch's",
      surplus(inProcess, KOBBLE, QUIET) / surplus(inProcess, OPENAPI_FETCH, QUIET),
      0.3,
    ],
    ['on fetch, POST: p50 over same duties', overDuties(latency, KOBBLE), 1.06],
    ['on fetch, POST: throughput at 64 over same duties', overDuties(throughput, KOBBLE), 0.95, true],
    ['on fetch, GET: p50 over same duties', overDuties(readLatency, KOBBLE), 1.08],
    ['on fetch, GET: throughput at 64 over same duties', overDuties(readThroughput, KOBBLE), 0.95, true],
    ['on undici: throughput at 64 over bare fetch', overBare(throughput, KOBBLE_UNDICI), 5, true],
    ['on undici: heap over bare fetch', overBare(bytes, KOBBLE_UNDICI), 0.3],
    ['on undici: processor time at 64 over bare fetch', overBare(processor, KOBBLE_UNDICI), 0.2],
    ['in process: kB added to a call', surplus(inProcessBytes, KOBBLE) / 1024, 6],
    ["import over openapi-fetch's", importOf(KOBBLE) / importOf(OPENAPI_FETCH), 1.5],
  ];
  return rows.map(([what, value, limit, isMinimum = false]) => [
    what,
    value.toFixed(2),
    `${isMinimum ? '≥' : '≤'} ${limit}`,
    (isMinimum ? value >= limit : value <= limit) ? 'met' : 'missed',
  ]);
}

const inProcess = ({ inProcess: time, inProcessBytes }: Measured): string[][] =>
  Object.keys(time).map((name) => [
    name,
    p(time, name).toFixed(1),
    spread(time, name),
    surplus(time, name).toFixed(1),
    surplus(time, name, QUIET).toFixed(1),
    (surplus(inProcessBytes, name) / 1024).toFixed(1),
  ]);

const loopback = ({ latency, throughput, bytes }: Measured): string[][] =>
  Object.keys(latency).map((name) => [
    name,
    p(latency, name).toFixed(0),
    overBare(latency, name, QUIET).toFixed(2),
    overBare(latency, name).toFixed(2),
    overBare(latency, name, 0.95).toFixed(2),
    overDuties(latency, name).toFixed(2),
    p(throughput, name).toFixed(0),
    spread(throughput, name, 0),
    overBare(throughput, name).toFixed(2),
    overDuties(throughput, name).toFixed(2),
    overBare(bytes, name).toFixed(2),
  ]);

const imports = ({ imports: times }: Measured): string[][] =>
  Object.entries(times).map(([name, [low, median, high]]) => [
    name,
    median.toFixed(1),
    `${low.toFixed(1)} to ${high.toFixed(1)}`,
  ]);

function versions(): string {
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Manifest;
  const root = read('../../package.json');
  const pinned = { ...read('package.json').dependencies, undici: root.devDependencies?.['undici'] };
  return [`${root.name} ${root.version}`, ...Object.entries(pinned).map((pair) => pair.join(' '))].join(', ');
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
