import { optionError } from '../checks.js';
import type { OperationId } from '../contract/operations.js';
import { checkOperationIds, OPERATIONS, RESPONSE_FIELDS, type Fault } from './fault.js';
import { checkFields, is, required, type Fields } from './fields.js';

/**
 * A random mix of faults. Each rate is the share of attempts, from 0 to 1, that the fault happens to. Together they are
 * at most 1; the rest of the attempts goes well.
 */
export interface Weather {
  /** The same seed gives the same sequence of faults. */
  readonly seed: number;
  /** The operations that faults happen to. Default: all, `getAccessToken` included. */
  readonly operations?: readonly OperationId[] | undefined;
  readonly dropAnswer?: number | undefined;
  readonly dropRequest?: number | undefined;
  readonly stallHeaders?: number | undefined;
  readonly stallBody?: number | undefined;
  readonly garble?: number | undefined;
  readonly expireToken?: number | undefined;
  readonly slow?: number | undefined;
  /** Delay of `slow`, in milliseconds. Default 100. */
  readonly slowMs?: number | undefined;
  /** Responds with a status: `respond429`, `respond503`… */
  readonly [status: `respond${number}`]: number | undefined;
  /** Header `Retry-After` of those responses, in seconds or as text. Default: none. */
  readonly retryAfter?: number | string | undefined;
  /** `effect`: those responses come after the operation was carried out. Default: it is not carried out. */
  readonly after?: 'effect' | undefined;
}

const WITHOUT_DETAILS = ['dropAnswer', 'dropRequest', 'stallHeaders', 'stallBody', 'expireToken'] as const;

/** The fields of a random mix. Any other status has one, too. */
export const WEATHER: Fields = {
  seed: required(is.number),
  operations: OPERATIONS,
  ...Object.fromEntries([...WITHOUT_DETAILS, 'garble', 'slow', 'respond503'].map((name) => [name, is.rate])),
  slowMs: is.time,
  ...RESPONSE_FIELDS,
};

/** Returns a function that draws the fault of the next attempt at an operation. */
export function createWeather(rates: Weather): (operationId: OperationId) => Fault | undefined {
  const statuses = Object.keys(Object(rates) as object).filter((name) => /^respond[2-5]\d\d$/.test(name));
  checkFields('faults.random()', rates, { ...WEATHER, ...Object.fromEntries(statuses.map((name) => [name, is.rate])) });
  const { operations } = rates;
  checkOperationIds('faults.random()', operations ?? []);
  const draw = drawFrom('faults.random()', mixOf(rates), rates.seed);
  return (operationId) => (operations === undefined || operations.includes(operationId) ? draw() : undefined);
}

/** Rates, each with the fault that it is of. */
export type Mix<AnyFault> = readonly (readonly [rate: number, fault: AnyFault])[];

/** Returns a function that draws one fault of the mix, or none. Throws a TypeError if the rates are more than a whole. */
export function drawFrom<AnyFault>(where: string, mix: Mix<AnyFault>, seed: number): () => AnyFault | undefined {
  const sum = mix.reduce((total, [rate]) => total + rate, 0);
  // The rates are binary fractions, so that a sum of exactly 1 can come out a little larger.
  if (sum > 1 + Number.EPSILON * mix.length) throw optionError(where, 'takes rates that are at most 1 together');
  const random = seededRandom(seed);
  return () => {
    let left = random();
    return mix.find(([rate]) => (left -= rate) < 0)?.[1];
  };
}

function mixOf(rates: Weather): Mix<Fault> {
  const { slowMs = 100, retryAfter, after, garble = 0 } = rates;
  const mix: [rate: number, fault: Fault][] = WITHOUT_DETAILS.map((kind) => [rates[kind] ?? 0, { kind }]);
  mix.push([rates.slow ?? 0, { kind: 'slow', milliseconds: slowMs }]);
  mix.push([garble / 2, { kind: 'garble', how: 'html' }]);
  mix.push([garble / 2, { kind: 'garble', how: 'cut' }]);
  for (const [name, rate] of Object.entries(rates)) {
    const status = /^respond(\d{3})$/.exec(name)?.[1];
    if (status !== undefined) mix.push([Number(rate), { kind: 'respond', status: Number(status), retryAfter, after }]);
  }
  return mix;
}

/** Returns a generator of numbers from 0 up to, but not including, 1: the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
