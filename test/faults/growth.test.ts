// Proves that costs grow no faster than the work: of calls in flight, and of a walk over a list, whose memory stays flat.
// `npm run growth --prefix test/bench` measures more, and more exactly: the bounds here are for busy machines.
import { expect, test } from 'vitest';
import { costInFlight, costOfWalk, type Way } from '../bench/growth-calls.js';

const WAYS: readonly [calls: number, what: string, way: Way][] = [
  [10_000, '', {}],
  [2_000, ' that wait for the first token', { isTokenMissing: true }],
  [2_000, ' with one signal', { isSignalShared: true }],
];

test.each(WAYS)('one of %i calls in flight%s costs no more than one of 100', async (calls, _, way) => {
  await costInFlight(100, 5, way); // compiles what is measured
  const few = await costInFlight(100, 20, way);
  const many = await costInFlight(calls, 1, way);
  expect(many.microseconds / few.microseconds).toBeLessThan(8); // measured: 0.8 to 1.6
  expect(many.bytes).toBeLessThan(20_000); // measured: 8 000 to 9 500
});

test('a walk over 10 000 items requests each page once and keeps none of them', async () => {
  await costOfWalk(1_000);
  const { parts, requests } = await costOfWalk(10_000);
  const heap = parts.map((part) => part.heap);
  expect(requests).toBe(100);
  expect(Math.max(...heap) - Math.min(...heap)).toBeLessThan(2_000_000); // measured: 20 000; the items alone have 1 MB
});
