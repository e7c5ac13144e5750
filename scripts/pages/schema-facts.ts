import { asObject, member, members, textOf, type Part } from '../diff/contract-files.js';
import { shapeOf } from '../diff/schema-shape.js';
import type { Evidence } from '../lib/contract.js';
import { placeIn, type Fact, type Form, type Marks } from './model.js';

/** The side of a reader: where references lead, and where facts and unknown keys go. */
export interface Reading {
  /** Returns the part that a part refers to; itself if it refers to none, to nowhere, or out of what may be read. */
  follow(part: Part): Part;
  emit(fact: Omit<Fact, 'line' | 'part'>, part: Part): void;
  /** Takes note of a key that is not understood. */
  unknown(part: Part, key: string, place: string): void;
  /** Returns the marks of a part, given those of the part that contains it. Only the contract has them. */
  marks(part: Part, around: Marks | undefined): Marks | undefined;
}

/** The place of a schema, and what is known of it from outside. */
export interface SchemaUse {
  readonly place: string;
  readonly marks: Marks | undefined;
  readonly required?: boolean | undefined;
  readonly media?: readonly string[] | undefined;
  /** The part whose line and marks are shown, if it is not the schema itself: a parameter. */
  readonly part?: Part;
}

interface Shape extends Omit<Form, 'type' | 'required' | 'media' | 'glued'> {
  readonly types: readonly string[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly items?: Part | undefined;
  readonly extra?: Part | undefined;
  /** The part that fields are added to, and its marks. */
  readonly part: Part;
  readonly marks: Marks | undefined;
  readonly requiredEvidence?: Evidence | undefined;
  /** The values of all parts, to know a schema that refers to itself. */
  readonly within: readonly unknown[];
}

interface Field {
  readonly part: Part;
  readonly required: boolean;
  readonly marks: Marks | undefined;
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const LIMIT_WORDS =
  'minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum pattern multipleOf minItems maxItems uniqueItems';
const LIMITS = LIMIT_WORDS.split(' ');
const KEYS = wordSet(
  `$ref type format enum const nullable properties required items additionalProperties allOf anyOf oneOf ${LIMIT_WORDS} ` +
    'title description default example examples deprecated readOnly writeOnly contentMediaType',
);
const TYPES = wordSet('string integer number boolean object array null any file');
/** Formats that say nothing beyond the type. */
export const NOISE = wordSet('float double int32 int64');
const FORMAT = /^[\w-]{1,32}$/;
const MOST_LEVELS = 24;

/** Emits the facts of a schema: its own form, then those of its fields and entries. */
export function schemaFacts(schema: Part, use: SchemaUse, reading: Reading, around: readonly unknown[] = []): void {
  const { place, required, media, marks, part = schema } = use;
  const shape = shapeIn(schema, marks, place, reading);
  const { types, nullable, format, values, limits, combination, requiredEvidence } = shape;
  const isEmpty = types.length === 0 && shape.fields.size === 0 && values === undefined;
  const schemaName = textOf(schema, '$ref')?.split('/').at(-1);
  const inside = { ...shape.marks, part: shape.part, ...(requiredEvidence && { requiredEvidence }) };
  reading.emit(
    {
      ...{ place, level: isEmpty ? 'folded' : 'table', type: [...types].sort().join('|') || undefined },
      ...{ nullable, required, format, values, limits, combination, media },
      ...(schemaName !== undefined && { schemaName }),
      ...(marks && { marks, inside: { ...marks, ...inside } }),
    },
    part,
  );
  if (around.length > MOST_LEVELS || shape.within.some((value) => around.includes(value))) return;
  const within = [...around, ...shape.within];
  for (const [name, { part: field, ...rest }] of shape.fields)
    schemaFacts(field, { place: placeIn(place, name), ...rest }, reading, within);
  if (shape.items) schemaFacts(shape.items, { place: `${place}/[]`, marks: shape.marks }, reading, within);
  if (shape.extra) schemaFacts(shape.extra, { place: `${place}/{}`, marks: shape.marks }, reading, within);
}

/** Returns the form of a schema with all that it refers to. */
function shapeIn(schema: Part, around: Marks | undefined, place: string, reading: Reading): Shape {
  const { parts, keys, required, values, items, others, choices, types: stated } = shapeOf(reading, schema);
  const fields = new Map<string, Field>();
  let marks = around;
  for (const part of parts) {
    marks = reading.marks(part, marks);
    for (const key of Object.keys(asObject(part.value))) if (!KEYS.has(key)) reading.unknown(part, key, place);
    if (textOf(part, '$ref') !== undefined && reading.follow(part) === part) reading.unknown(part, '$ref', place);
    for (const [name, field] of members(member(part, 'properties'))) {
      const one = { part: field, required: required.includes(name), marks: reading.marks(field, marks) };
      if (!fields.has(name)) fields.set(name, one);
    }
  }
  const types = stated.length > 0 ? stated : fields.size > 0 ? ['object'] : items ? ['array'] : [];
  if (!types.every((type) => TYPES.has(type))) reading.unknown(schema, 'type', place);
  const format = keys.get('format')?.value;
  const isFormat = typeof format === 'string' && FORMAT.test(format);
  if (format !== undefined && !isFormat) reading.unknown(schema, 'format', place);
  const limits = LIMITS.flatMap((key) => {
    const limit = keys.get(key);
    return limit === undefined ? [] : [[key, String(limit.value)] as const];
  });
  const own: Shape = {
    types: types.filter((type) => TYPES.has(type) && type !== 'null' && type !== 'any'),
    nullable: types.includes('null') || keys.get('nullable')?.value === true || values?.includes(null) === true,
    ...(isFormat && !NOISE.has(format) && { format }),
    ...(values && { values: values.filter((value) => value !== null).map(String) }),
    ...(limits.length > 0 && { limits: Object.fromEntries(limits) }),
    ...{ fields, items, marks, part: parts.at(-1) ?? schema, within: parts.map(({ value }) => value) },
    extra: typeof others === 'object' ? others : undefined,
    requiredEvidence: keys.get('x-required-evidence')?.value as Evidence | undefined, // the linter checks it
  };
  const forms = choices.map((choice) => shapeIn(choice, marks, place, reading));
  return forms.length === 0 ? own : withChoices(own, forms, keys.has('oneOf') ? 'oneOf' : 'anyOf');
}

/** Joins a schema with its alternatives: a field is required if all of them require it. Null is no alternative. */
function withChoices(own: Shape, forms: readonly Shape[], combination: string): Shape {
  const real = forms.filter((one) => one.types.length > 0 || one.fields.size > 0 || !one.nullable);
  const [first = own] = real;
  const only = real.length === 1 ? first : own;
  const inner = [...new Map(real.flatMap((one) => [...one.fields]))].map(([name, field]): [string, Field] => [
    name,
    { ...field, required: real.every((one) => one.fields.get(name)?.required === true) },
  ]);
  const listed = real.every((one) => one.values) ? real.flatMap((one) => one.values ?? []) : undefined;
  return {
    ...(real.length === 1 && first),
    ...own,
    types: own.types.length > 0 ? own.types : [...new Set(real.flatMap((one) => one.types))],
    nullable: own.nullable === true || forms.some((one) => one.nullable === true),
    values: own.values ?? listed,
    ...(real.length > 1 && { combination }),
    fields: new Map([...inner, ...own.fields]),
    ...{ items: own.items ?? first.items, extra: own.extra ?? first.extra, part: only.part, marks: only.marks },
    within: [...own.within, ...real.flatMap((one) => one.within)],
  };
}
