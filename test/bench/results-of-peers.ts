import { BARE, SAME_DUTIES } from './calls.js';
import { quantile, type Samples } from './measure.js';
import { table } from './tables.js';

/** What is measured besides the calls that the goals are about. */
export interface MeasuredMore {
  /** Microseconds of the processor of a call, with 64 in flight. */
  readonly processor: Samples;
  /** Microseconds of each GET over loopback. */
  readonly readLatency: Samples;
  /** GETs a second with 64 in flight. */
  readonly readThroughput: Samples;
  /** Seconds of the compiler by client. */
  readonly typeChecks: Readonly<Record<string, number>>;
}

const p = (samples: Samples, name: string, share = 0.5): number => quantile(samples[name] ?? [], share);
const overBare = (samples: Samples, name: string, share = 0.5): string =>
  (p(samples, name, share) / p(samples, BARE, share)).toFixed(2);
const overDuties = (samples: Samples, name: string): string => (p(samples, name) / p(samples, SAME_DUTIES)).toFixed(2);

/** Returns the sections of `RESULTS.md` about them. */
export const peerSections = ({ processor, readLatency, readThroughput, typeChecks }: MeasuredMore): string =>
  `## Processor time of a call, 64 in flight

${table(
  ['client', 'µs', 'spread', '÷ fetch'],
  Object.keys(processor).map((name) => [
    name,
    p(processor, name).toFixed(0),
    `${p(processor, name, 0.1).toFixed(0)} to ${p(processor, name, 0.9).toFixed(0)}`,
    overBare(processor, name),
  ]),
)}

## A GET over loopback

${table(
  ['client', 'p50 µs', 'p50 ÷ fetch', 'p95 ÷ fetch', 'p50 ÷ duties', 'calls/s at 64', '÷ fetch', '÷ duties'],
  Object.keys(readLatency).map((name) => [
    name,
    p(readLatency, name).toFixed(0),
    overBare(readLatency, name),
    overBare(readLatency, name, 0.95),
    overDuties(readLatency, name),
    p(readThroughput, name).toFixed(0),
    overBare(readThroughput, name),
    overDuties(readThroughput, name),
  ]),
)}

## Type check of a file that makes both calls

${table(
  ['client', 's'],
  Object.entries(typeChecks).map(([name, seconds]) => [name, seconds.toFixed(2)]),
)}`;
