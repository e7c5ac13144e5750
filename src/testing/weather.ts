import type { OperationId } from '../contract/operations.js';
import type { Fault } from './fault.js';
import { seededRandom } from './seeded-random.js';

/** A mix of faults by chance: each rate is the share of attempts, from 0 to 1, that it hits. Together at most 1; the rest goes well. */
export interface Weather {
  /** The same seed gives the same row of faults. */
  readonly seed: number;
  /** The operations it is limited to. Default: all, `getAccessToken` too. */
  readonly operations?: readonly OperationId[] | undefined;
  readonly dropAnswer?: number | undefined;
  readonly dropRequest?: number | undefined;
  readonly stallHeaders?: number | undefined;
  readonly stallBody?: number | undefined;
  readonly garble?: number | undefined;
  readonly expireToken?: number | undefined;
  readonly slow?: number | undefined;
  /** How long `slow` is. Default 100. */
  readonly slowMs?: number | undefined;
  /** Answers with a status: `respond429`, `respond503`… */
  readonly [status: `respond${number}`]: number | undefined;
  /** The header `Retry-After` of those answers, in seconds or as text. Default: none. */
  readonly retryAfter?: number | string | undefined;
}

const PLAIN = ['dropAnswer', 'dropRequest', 'stallHeaders', 'stallBody', 'expireToken'] as const;

/** What hits the next attempt at an operation. */
export function weather(rates: Weather): (operation: OperationId) => Fault | undefined {
  const { seed, operations, slowMs = 100, retryAfter } = rates;
  const mix: [rate: number, fault: Fault][] = PLAIN.map((kind) => [rates[kind] ?? 0, { kind }]);
  mix.push([rates.slow ?? 0, { kind: 'slow', milliseconds: slowMs }]);
  mix.push([(rates.garble ?? 0) / 2, { kind: 'garble', how: 'html' }]);
  mix.push([(rates.garble ?? 0) / 2, { kind: 'garble', how: 'cut' }]);
  for (const [name, rate] of Object.entries(rates)) {
    const status = /^respond(\d{3})$/.exec(name)?.[1];
    if (status !== undefined) mix.push([Number(rate), { kind: 'respond', status: Number(status), retryAfter }]);
  }
  const sum = mix.reduce((total, [rate]) => total + rate, 0);
  if (!mix.every(([rate]) => rate >= 0) || sum > 1 + Number.EPSILON * mix.length) {
    throw new TypeError('kobble-client: the rates of faults.random() are from 0 to 1, and at most 1 together');
  }
  const random = seededRandom(seed);
  return (operation) => {
    if (operations !== undefined && !operations.includes(operation)) return undefined;
    let left = random();
    for (const [rate, fault] of mix) {
      left -= rate;
      if (left < 0) return fault;
    }
    return undefined;
  };
}
