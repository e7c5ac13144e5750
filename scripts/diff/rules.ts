import { EVIDENCE } from '../lib/contract.js';
import { asObject } from './contract-files.js';
import { changed, list, sampleChanges } from './words.js';

/** The size of a version's step, from none to the one that breaks callers. */
export const LEVELS = ['none', 'patch', 'minor', 'major'] as const;
export type Level = (typeof LEVELS)[number];

/** What a caller does with a part: sends it, reads it, or is sent it by a webhook. */
export type Side = 'request' | 'response' | 'event';

/** What a difference means to a caller of this library. */
export interface Rating {
  readonly level: Level;
  /** What happened, in words that follow the name of the part: "default 10 → 20". */
  readonly text: string;
}

/** A key of a part whose value changed. */
export interface KeyChange {
  readonly key: string;
  /** Undefined if the key was missing. */
  readonly before: unknown;
  /** Undefined if the key is missing now. */
  readonly after: unknown;
  readonly side: Side;
}

type Rule = (change: KeyChange) => Rating;

/**
 * Rates a key whose value changed. A key that no rule knows may change what the API does: it is minor. A mark that no rule
 * knows, like those that tell where a fact is from, is not seen by callers.
 */
export function rateKey(change: KeyChange): Rating | undefined {
  const { key, before, after } = change;
  const filled = { ...change, before: before ?? DEFAULTS[key], after: after ?? DEFAULTS[key] };
  if (same(filled.before, filled.after)) return undefined;
  const rule = RULES[key] ?? (key.startsWith('x-') ? always('none') : always('minor'));
  return rule(filled);
}

/** Returns true if two values are the same JSON, whatever the order of their members. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    [...keys].every((key) => same(asObject(one)[key], asObject(other)[key]))
  );
}

/** Values that a key has if it is missing. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    ['deprecated', 'readOnly', 'writeOnly', 'required', 'uniqueItems', 'allowEmptyValue', 'allowReserved',
      'x-sensitive', 'x-client-supplied', 'x-more-fields', 'x-free-map'].map((key) => [key, false]), // prettier-ignore
  ),
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

const always =
  (level: Level): Rule =>
  ({ key, before, after }) => ({ level, text: changed(key, before, after) });

const prose: Rule = ({ key, before, after }) => {
  const [from, to] = [before, after].map((text) =>
    typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : text,
  );
  return { level: 'patch', text: from === to ? `${key} has other white space` : changed(key, from, to) };
};

const sample: Rule = ({ key, before, after }) => ({
  level: 'patch',
  text: `${key === 'value' ? '' : `${key} `}${sampleChanges(before, after)}`,
});

/** Rates a mark or flag that is there or not. */
const flag =
  (on: readonly [Level, string], off: readonly [Level, string]): Rule =>
  ({ after }) => {
    const [level, text] = after === true ? on : off;
    return { level, text };
  };

/** Rates a limit. One that refuses a value that was accepted before breaks who sends it. */
const limit =
  (isTighter: (before: unknown, after: unknown) => boolean): Rule =>
  ({ key, before, after, side }) => {
    const level = side === 'request' && isTighter(before, after) ? 'major' : 'minor';
    return { level, text: changed(key, before, after) };
  };

const rises = limit((before, after) => after !== undefined && (before === undefined || Number(after) > Number(before)));
const falls = limit((before, after) => after !== undefined && (before === undefined || Number(after) < Number(before)));
const imposed = limit((_, after) => after !== undefined && after !== false);

/** A part without a mark has the evidence of the part that contains it, which is at least as sure. */
const evidence: Rule = ({ key, before, after }) => {
  const rank = (word: unknown) => EVIDENCE.findIndex((known) => known === (word ?? EVIDENCE[0]));
  const isSurer = rank(after) <= rank(before);
  const text = `is ${isSurer ? 'surer' : 'less sure'}: ${changed(key, before, after)}`;
  return { level: isSurer ? 'patch' : 'minor', text };
};

const named = (rule: Rule, ...keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, rule]));

/** How a key is rated, by its kind. */
const RULES: Readonly<Record<string, Rule>> = {
  // Words and samples.
  ...named(prose, 'description', 'summary', 'title', 'termsOfService', 'x-displayName', 'x-evidence-note', '$comment'),
  ...named(always('patch'), 'externalDocs', 'license', 'contact', 'x-status', 'links'),
  ...named(sample, 'example', 'examples', 'value'),
  ...named(always('none'), 'version', '$schema', '$id', '$anchor', '$defs'),
  // Behaviour that no type shows.
  ...named(always('minor'), 'default', 'format', 'readOnly', 'writeOnly', 'tokenUrl', 'x-known-values'),
  ...named(rises, 'minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties', 'minContains'),
  ...named(falls, 'maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties', 'maxContains'),
  ...named(imposed, 'pattern', 'multipleOf', 'uniqueItems', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'),
  ...named(imposed, 'dependentRequired', 'dependentSchemas', 'patternProperties', 'unevaluatedProperties'),
  deprecated: flag(['minor', 'is now deprecated'], ['minor', 'is no longer deprecated']),
  // What callers write, and what the compiler holds.
  ...named(
    always('major'),
    'operationId',
    'x-method',
    'x-environment',
    'url',
    'in',
    'name',
    'prefixItems',
    'scheme',
    'discriminator',
  ),
  // Marks that are code.
  ...named(evidence, 'x-evidence', 'x-required-evidence', 'x-meaning'),
  'x-retry': ({ key, before, after }) => ({
    level: before === 'keyed' ? 'major' : 'minor', // without it, the option `idempotencyKey` does not compile
    text: changed(key, before, after),
  }),
  'x-sensitive': flag(
    ['minor', 'is now a secret: logs and errors mask it'],
    ['major', 'is no longer a secret: logs and errors show it'],
  ),
  'x-client-supplied': flag(
    ['minor', 'is now supplied by the client'],
    ['major', 'is no longer supplied by the client'],
  ),
  // The same mark opens an object in the compiled checks: `closed-schema.ts`.
  'x-free-map': flag(
    ['minor', 'now has names that callers choose: none is shown, and a request may have any'],
    ['major', 'no longer has names that callers choose: each is shown, and a request may have the listed ones only'],
  ),
  'x-more-fields': ({ after, side }) => {
    // The type of a request is closed in any case: `extraBody` sends what is not listed.
    if (side === 'request')
      return { level: 'patch', text: `may ${after === true ? 'now' : 'no longer'} take fields that are not listed` };
    return after === true
      ? { level: 'minor', text: 'may now have fields that are not listed' }
      : { level: 'major', text: 'may no longer have fields that are not listed' };
  },
};

/** Returns true if a value can have a type of both lists. */
export const overlap = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((type) => other.includes(type)) || areNumbers([...one, ...other]);

/** Rates another list of types. In TypeScript, integer and number are the same type. */
export function rateTypes(before: readonly string[], after: readonly string[], side: Side): Rating | undefined {
  if (before.join() === after.join()) return undefined;
  const covers = (wide: readonly string[], narrow: readonly string[]) =>
    wide.length === 0 || (narrow.length > 0 && narrow.every((type) => wide.includes(widened(type, wide))));
  const sameInTypes = before.includes('null') === after.includes('null') && areNumbers([...before, ...after]);
  const isFine = side === 'request' ? covers(after, before) : covers(before, after) || sameInTypes;
  const name = (types: readonly string[]) => types.join(' | ') || 'anything';
  return { level: isFine ? 'minor' : 'major', text: `type ${name(before)} → ${name(after)}` };
}

const widened = (type: string, wide: readonly string[]): string =>
  type === 'integer' && wide.includes('number') ? 'number' : type;
const areNumbers = (types: readonly string[]): boolean =>
  types.every((type) => ['integer', 'number', 'null'].includes(type));

type Values = readonly unknown[] | undefined;

/** Rates another list of values. If the type is closed, the compiler holds callers to the values. */
export function rateValues(before: Values, after: Values, isClosed: boolean, side: Side): Rating | undefined {
  const lost = before?.filter((value) => !after?.includes(value)) ?? [];
  const gained = after?.filter((value) => !before?.includes(value)) ?? [];
  if (lost.length + gained.length === 0) return undefined;
  const refuses = side === 'request' && after !== undefined && (before === undefined || lost.length > 0);
  const parts = [
    ...(gained.length > 0 ? [`gained ${list(gained)}`] : []),
    ...(lost.length > 0 ? [`lost ${list(lost)}`] : []),
  ];
  const text =
    before === undefined || after === undefined
      ? `values ${before ? list(before) : 'any'} → ${after ? list(after) : 'any'}`
      : `enum ${parts.join(' and ')}`;
  return { level: refuses || isClosed ? 'major' : 'minor', text: text + (isClosed ? ' (its type is closed)' : '') };
}
