/**
 * Measures how costs grow: with calls in flight, along a walk over a list, and with the size of the contract. Writes
 * `GROWTH.md`. Start it by `npm run growth --prefix test/bench`.
 */
import { writeFileSync } from 'node:fs';
import { costInFlight, costOfWalk, type Way } from './growth-calls.js';
import { costOfContract } from './growth-contracts.js';
import { machine, table } from './tables.js';

/** Calls that one measurement makes in all, so that each has a similar length. */
const CALLS = 20_000;
const IN_FLIGHT = [1, 10, 100, 1_000, 10_000];
const WAYS: Readonly<Record<string, Way>> = {
  'fetch alone': { isBare: true },
  'with a token': {},
  'all wait for the first token': { isTokenMissing: true },
  'one signal for all': { isSignalShared: true },
};
/** How many times the contract of 34 operations. */
const COPIES = [1, 10, 30];
const ITEMS = 100_000;

await costInFlight(100, 20); // compiles what is measured

const inFlight: string[][] = [];
for (const calls of IN_FLIGHT) {
  const row = [String(calls)];
  for (const way of Object.values(WAYS)) {
    const { microseconds, bytes } = await costInFlight(calls, CALLS / calls, way);
    row.push(microseconds.toFixed(0), calls < 100 ? '' : (bytes / 1_000).toFixed(1)); // a few calls are lost in the heap
  }
  inFlight.push(row);
}
const walk = await costOfWalk(ITEMS);
const contracts = COPIES.map((times) => costOfContract(times));
const steps = Object.keys(contracts[0]?.seconds ?? {});

const text = `# Results of \`npm run growth --prefix test/bench\`

${machine()} What is measured, and how, is in \`README.md\`.

## Calls in flight

Processor time (µs) and memory (kB) of one call.

${table(['in flight', ...Object.keys(WAYS).flatMap((way) => [`${way}: µs`, 'kB'])], inFlight)}

## A walk over ${ITEMS} items

\`for await\` over pages of 100: ${walk.requests} requests. Each row is a tenth of the walk.

${table(
  ['items', 'µs an item', 'MB in use'],
  walk.parts.map(({ microseconds, heap }, index) => [
    String((ITEMS / 10) * (index + 1)),
    microseconds.toFixed(1),
    (heap / 1e6).toFixed(2),
  ]),
)}

## The contract

Seconds of each step by the clock, the faster of two runs; for the import, of the processor, the median of nine.

${table(
  ['operations', ...steps, 'kB of the main entry'],
  contracts.map(({ operations, seconds, kilobytes }) => [
    String(operations),
    ...steps.map((step) => (seconds[step] ?? 0).toFixed(step === 'import' ? 4 : 1)),
    kilobytes.toFixed(0),
  ]),
)}
`;
writeFileSync(new URL('GROWTH.md', import.meta.url), text);
console.log(text);
