import type { Evidence } from '../lib/contract.js';
import { rate } from '../diff/rate.js';
import type { Level as Rating } from '../diff/redocly-diff.js';
import type { Side } from '../diff/uses.js';
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
  readonly level: Rating;
  /** True for an Idempotency-Key that is gone: a call that is repeated would be executed twice. */
  readonly isLoudest?: boolean;
}

/** Rates a change of one member of a part as `npm run diff` does, and returns its words. */
export function rated(
  place: string,
  typeName: string,
  property: string | undefined,
  before: unknown,
  after: unknown,
): Pick<Finding, 'level' | 'text'> {
  const kind = property !== undefined ? 'modified' : before === undefined ? 'added' : 'removed';
  const at = (value: unknown) => ({ file: '', pointer: '', line: 0, value });
  const { level, text } = rate(
    {
      path: `/${place.replace(/\+\d+$/, '')}`,
      typeName,
      kind,
      impact: 'minor',
      verdicts: [],
      ...(property !== undefined && { property }),
      ...((before !== undefined || property !== undefined) && { base: at(before) }),
      ...((after !== undefined || property !== undefined) && { revision: at(after) }),
    },
    sideOf(place),
  );
  return { level, text };
}

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

/** Rates a new part. A required field breaks who sends the request, although the field alone would not. */
export function addedRating({ place, required }: Fact): Pick<Finding, 'level' | 'text'> {
  const isDemanded = required === true && typeNameOf(place) === 'Schema' && sideOf(place) === 'request';
  if (!isDemanded) return rated(place, typeNameOf(place), undefined, undefined, { required });
  return { ...rated(place, 'Schema', 'required', [], [place]), text: 'was added and is required' };
}
