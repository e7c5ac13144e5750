import type { Evidence } from '../lib/contract.js';
import { rateKey, rateTypes, rateValues, type Level, type Rating, type Side } from '../diff/rules.js';
import { safe, type Fact, type PageSays } from './model.js';

/** What a page says about a part of the contract. */
export const VERDICTS = ['new', 'changed', 'gone', 'surer', 'contradicts itself', 'not understood'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a finding is about, for a draft: the members of a part that the page states otherwise. */
export type Aspect =
  keyof Pick<PageSays, 'type' | 'nullable' | 'required' | 'format' | 'values' | 'combination'> | OtherAspect;
type OtherAspect = 'part' | 'evidence' | 'inside' | 'head' | 'other';

/** One finding. It names parts, types, flags, formats, listed values and statuses of the page, and nothing else of it. */
export interface Finding {
  readonly verdict: Verdict;
  readonly place: string;
  /** What the page says, in words that follow the name of the part. */
  readonly text: string;
  readonly aspect: Aspect;
  /** The fact of the page; absent if it is gone. */
  readonly fact?: Fact | undefined;
  /** The fact of the contract; absent if it is new. */
  readonly known?: Fact | undefined;
  readonly pageLine: number;
  /** The evidence that the page raises a part to. */
  readonly evidence?: Evidence;
  /** What it means for callers, in the words of `npm run diff`. */
  readonly level: Level;
  /** True for an Idempotency-Key that is gone: a call that is repeated would be executed twice. */
  readonly isLoudest?: boolean;
}

/** The place of a response. */
export const STATUS = /^\d{3}(\+\d+)?$/;
/** Returns true for the place of a parameter whose name is no part of the path. */
export const isParameter = (place: string): boolean => /^(query|header|cookie)\/[^/]+$/.test(place);

/** Rates a change of one member of a part as `npm run diff` does, and returns its words. */
export function rateMember(place: string, key: string, before: unknown, after: unknown): Rating {
  const side = sideOf(place);
  const [old, now] = [before, after].map((values) => (values === undefined ? undefined : [values].flat().map(String)));
  const rating =
    key === 'type'
      ? rateTypes(old ?? [], now ?? [], side)
      : key === 'enum'
        ? rateValues(old, now, false, side)
        : rateKey({ key, before, after, side });
  return rating ?? { level: 'none', text: `has another ${key}` };
}

/** Rates that a part is required now, or no longer: what callers must send, or what they can rely on. */
export const rateRequired = (place: string, required: boolean): Rating => ({
  level: (sideOf(place) === 'request') === required ? 'major' : 'minor',
  text: required ? 'is now required' : 'is no longer required',
});

const isFailure = (place: string): boolean => STATUS.test(place) && !place.startsWith('2');

/** Rates a part that is gone. */
export const rateRemoved = (place: string): Rating => ({
  level: isFailure(place) ? 'minor' : 'major',
  text: 'was removed',
});

/** Rates a new part. What a caller must send breaks callers. */
export function rateAdded({ place, required }: Fact): Rating {
  if (isFailure(place)) return { level: 'patch', text: 'was added' };
  const isDemanded = required === true && sideOf(place) === 'request';
  return { level: isDemanded ? 'major' : 'minor', text: isDemanded ? 'was added and is required' : 'was added' };
}

/** A caller sends what is in parameters and the body, and reads the rest. */
const sideOf = (place: string): Side => (/^\d{3}|^schema/.test(place) ? 'response' : 'request');

/** Returns a fact in short form: `string <uuid>, required: ACTIVE, INACTIVE`. */
export function shortForm({ type, nullable, required, format, values, glued, media = [] }: Fact): string {
  const kind = `${type ?? 'any'}${nullable === true ? '|null' : ''}${format === undefined ? '' : ` <${safe(format)}>`}`;
  const flag = required === undefined ? [] : [required ? 'required' : 'optional'];
  const listed = values?.map(safe).join(', ') ?? (glued && 'values that the text does not separate');
  return [kind, ...flag, ...media.map(safe)].join(', ') + (listed === undefined ? '' : `: ${listed}`);
}
