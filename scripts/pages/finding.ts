import type { Evidence } from '../lib/contract.js';
import { rateKey, rateTypes, rateValues, type Level, type Rating, type Side } from '../diff/rules.js';
import { safe, type Fact } from './model.js';

/** What a page says about a part of the contract. */
export const VERDICTS = ['new', 'changed', 'gone', 'surer', 'contradicts itself', 'not understood'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a finding is about, for a draft: the members of a part that the page states otherwise. */
export type Aspect =
  | 'part'
  | 'type'
  | 'nullable'
  | 'required'
  | 'format'
  | 'values'
  | 'evidence'
  | 'inside'
  | 'head'
  | 'combination'
  | 'other';

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

/** Rates a change of one member of a part as `npm run diff` does, and returns its words. */
export function rateMember(place: string, property: string, before: unknown, after: unknown): Rating {
  const side = sideOf(place);
  const rating =
    property === 'type'
      ? rateTypes(textsOf(before) ?? [], textsOf(after) ?? [], side)
      : property === 'enum'
        ? rateValues(textsOf(before), textsOf(after), false, side)
        : rateKey({ key: property, before, after, side });
  return rating ?? { level: 'none', text: `has another ${property}` };
}

const textsOf = (values: unknown): string[] | undefined =>
  values === undefined ? undefined : [values].flat().map(String);

/** Rates that a part is required now, or no longer: what callers must send, or what they can rely on. */
export function rateRequired(place: string, required: boolean): Rating {
  const isDemand = sideOf(place) === 'request';
  return {
    level: isDemand === required ? 'major' : 'minor',
    text: required ? 'is now required' : 'is no longer required',
  };
}

/** Rates a part that is gone. */
export const rateRemoved = (place: string): Rating => ({
  level: typeNameOf(place) === 'Response' && !place.startsWith('2') ? 'minor' : 'major',
  text: 'was removed',
});

/** A caller sends what is in parameters and the body, and reads the rest. */
const sideOf = (place: string): Side => (/^\d{3}|^schema/.test(place) ? 'response' : 'request');

/** Returns Redocly's name of the kind of part that stands at a place. */
export function typeNameOf(place: string): string {
  if (/^(path|query|header|cookie)\/[^/]+$/.test(place)) return 'Parameter';
  if (/^\d{3}(\+\d+)?$/.test(place)) return 'Response';
  if (/^\d{3}(\+\d+)?\/header\//.test(place)) return 'Header';
  return place === 'body' ? 'RequestBody' : 'Schema';
}

/** Returns a fact in short form: `string <uuid>, required: ACTIVE, INACTIVE`. */
export function shortForm({ type, nullable, required, format, values, glued, media }: Fact): string {
  const kind = [type ?? 'any', ...(nullable === true ? ['null'] : [])].join('|');
  const listed =
    values?.map(safe).join(', ') ?? (glued === undefined ? undefined : 'values that the text does not separate');
  return (
    [
      `${kind}${format === undefined ? '' : ` <${safe(format)}>`}`,
      ...(required === undefined ? [] : [required ? 'required' : 'optional']),
      ...(media ?? []).map(safe),
    ].join(', ') + (listed === undefined ? '' : `: ${listed}`)
  );
}

/** Rates a new part. What a caller must send breaks callers. */
export function rateAdded({ place, required }: Fact): Rating {
  if (typeNameOf(place) === 'Response' && !place.startsWith('2')) return { level: 'patch', text: 'was added' };
  const isDemanded = required === true && sideOf(place) === 'request';
  return { level: isDemanded ? 'major' : 'minor', text: isDemanded ? 'was added and is required' : 'was added' };
}
