import type { Evidence } from '../lib/contract.js';
import { placeIn, type Fact, type Form, type Level, type Marks, type PageSays } from './model.js';
import type { YamlPart } from './yaml-part.js';

/** The side of a reader that its walkers need: where references lead, and where facts and unknown keys go. */
export interface Reading {
  /** Returns the part that a reference leads to; undefined if it leads nowhere, or out of what may be read. */
  follow(reference: string, from: YamlPart): YamlPart | undefined;
  emit(fact: Fact): void;
  /** Takes note of a key that is not understood. */
  unknown(part: YamlPart, key: string, place: string): void;
  /** Returns the marks of a part, given those of the part that contains it. Only the contract has them. */
  marks(part: YamlPart, around: Marks | undefined): Marks | undefined;
}

/** The place of a schema, and what is known of it from outside. */
export interface SchemaUse {
  readonly place: string;
  readonly marks: Marks | undefined;
  readonly required?: boolean | undefined;
  readonly media?: readonly string[] | undefined;
  /** The part whose line and marks are shown, if it is not the schema itself: a parameter. */
  readonly part?: YamlPart;
}

interface Shape extends Omit<Form, 'type' | 'required' | 'media' | 'glued'> {
  readonly types: readonly string[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly items?: YamlPart | undefined;
  readonly extra?: YamlPart | undefined;
  readonly marks?: Marks | undefined;
  readonly part: YamlPart;
  readonly requiredEvidence?: Evidence | undefined;
  readonly isRecursive?: boolean;
  readonly within: readonly object[];
}

interface Field {
  readonly part: YamlPart;
  readonly required: boolean;
  readonly marks: Marks | undefined;
}

const LIMITS = new Set(
  'minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum pattern multipleOf minItems maxItems uniqueItems'.split(
    ' ',
  ),
);
/** Formats that say nothing beyond the type. */
export const NOISE: ReadonlySet<string> = new Set(['float', 'double', 'int32', 'int64']);
const FORMAT = /^[\w-]{1,32}$/;
const READ = new Set(
  '$ref type format enum const nullable properties required items additionalProperties allOf anyOf oneOf'.split(' '),
);
const WORDS = new Set(
  'title description default example examples deprecated readOnly writeOnly contentMediaType'.split(' '),
);
const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'object', 'array', 'null', 'any', 'file']);
const MOST_LEVELS = 24;

/** Emits the facts of a schema: its own form, then those of its fields and entries. */
export function schemaFacts(schema: YamlPart, use: SchemaUse, reading: Reading, around: readonly object[] = []): void {
  const { place, required, media, part = schema } = use;
  const shape = shapeOf(schema, use.marks, place, reading, around);
  const isEmpty = shape.types.length === 0 && shape.fields.size === 0 && shape.values === undefined;
  const level: Level = isEmpty ? 'folded' : 'table';
  const { nullable, format, values, limits, combination } = shape;
  const form: Form = {
    type: [...shape.types].sort().join('|') || undefined,
    nullable,
    required,
    format,
    values,
    limits,
    combination,
    media,
  };
  const schemaName = schema.text('$ref')?.split('/').at(-1);
  const name = schemaName !== undefined && { schemaName };
  reading.emit({ place, level, line: part.line, part, ...form, ...name, ...marksOf(part, shape, use.marks) });
  if (shape.isRecursive || around.length > MOST_LEVELS) return;
  const within = [...around, ...shape.within];
  for (const [name, field] of shape.fields) {
    schemaFacts(
      field.part,
      { place: placeIn(place, name), marks: field.marks, required: field.required },
      reading,
      within,
    );
  }
  if (shape.items) schemaFacts(shape.items, { place: `${place}/[]`, marks: shape.marks }, reading, within);
  if (shape.extra) schemaFacts(shape.extra, { place: `${place}/{}`, marks: shape.marks }, reading, within);
}

function marksOf(part: YamlPart, shape: Shape, marks: Marks | undefined): Pick<Fact, 'marks' | 'inside' | 'says'> {
  if (marks === undefined) return {};
  const says = [...new Set([part, shape.part])].flatMap((one) => pageSays(one));
  const { requiredEvidence } = shape;
  const inside = { ...(shape.marks ?? marks), part: shape.part, ...(requiredEvidence && { requiredEvidence }) };
  return { marks, inside, ...(says.length > 0 && { says }) };
}

/** Returns what a page says of a part instead, where the contract departs from it. The linter checks its form. */
export const pageSays = (part: YamlPart): PageSays[] => {
  const says = part.get('x-page-says')?.toJS() as PageSays | undefined; // the linter checks it
  return says === undefined ? [] : [says];
};

/** Returns the form of a schema with all that it refers to. */
function shapeOf(
  part: YamlPart,
  around: Marks | undefined,
  place: string,
  reading: Reading,
  within: readonly object[],
): Shape {
  const marks = reading.marks(part, around);
  const empty: Shape = { types: [], fields: new Map(), marks, part, within: [part.node ?? part] };
  if (part.node !== null && within.includes(part.node)) return { ...empty, types: ['object'], isRecursive: true };
  const inner = [...within, part.node ?? part];
  const own = ownShape(part, marks, place, reading);
  const others: Shape[] = [];
  const reference = part.text('$ref');
  if (reference !== undefined) {
    const target = reading.follow(reference, part);
    if (target) others.push(shapeOf(target, marks, place, reading, inner));
    else reading.unknown(part, '$ref', place);
  }
  for (const member of part.get('allOf')?.items() ?? []) others.push(shapeOf(member, marks, place, reading, inner));
  for (const word of ['oneOf', 'anyOf']) {
    const members =
      part
        .get(word)
        ?.items()
        .map((member) => shapeOf(member, marks, place, reading, inner)) ?? [];
    if (members.length > 0) others.push(alternatives(members, word, own));
  }
  return others.reduce(joined, own);
}

function ownShape(part: YamlPart, marks: Marks | undefined, place: string, reading: Reading): Shape {
  for (const [key] of part.entries()) {
    if (!READ.has(key) && !WORDS.has(key) && !LIMITS.has(key)) reading.unknown(part, key, place);
  }
  const stated = [part.get('type')?.scalar ?? part.texts('type')].flat().map(String);
  const constant = part.get('const');
  const listed = part.get('enum')?.items() ?? (constant ? [constant] : undefined);
  const values = listed?.filter(({ scalar }) => scalar !== null).map(({ scalar }) => String(scalar));
  const required = part.texts('required');
  const fields = part.get('properties')?.entries() ?? [];
  const items = part.get('items');
  const extra = part.get('additionalProperties');
  const implied =
    fields.length > 0 ? ['object'] : items ? ['array'] : (listed ?? []).map(({ scalar }) => jsonType(scalar));
  const types = (stated.length > 0 ? stated : implied).filter(
    (type) => TYPES.has(type) && type !== 'null' && type !== 'any',
  );
  if (!stated.every((type) => TYPES.has(type))) reading.unknown(part, 'type', place);
  const hasNull =
    stated.includes('null') || part.flag('nullable') === true || listed?.some(({ scalar }) => scalar === null) === true;
  const format = part.text('format');
  if (format !== undefined && !FORMAT.test(format)) reading.unknown(part, 'format', place);
  const limits = part
    .entries()
    .filter(([key]) => LIMITS.has(key))
    .map(([key, { scalar }]) => [key, String(scalar)] as const);
  const requiredEvidence = part.text('x-required-evidence') as Evidence | undefined; // the linter checks it
  return {
    types: [...new Set(types)],
    nullable: hasNull,
    ...(format !== undefined && FORMAT.test(format) && !NOISE.has(format) && { format }),
    ...(values && { values }),
    ...(limits.length > 0 && { limits: Object.fromEntries(limits) }),
    fields: new Map(
      fields.map(([name, field]) => [
        name,
        { part: field, required: required.includes(name), marks: reading.marks(field, marks) },
      ]),
    ),
    items,
    extra: extra?.isMap() && extra.entries().length > 0 ? extra : undefined,
    marks,
    part,
    requiredEvidence,
    within: [part.node ?? part],
  };
}

/** Joins a schema with another that it extends: what either says holds. */
const joined = (one: Shape, other: Shape): Shape => {
  const fields = new Map([...other.fields, ...one.fields]);
  for (const [name, field] of fields) {
    const required = (one.fields.get(name)?.required ?? false) || (other.fields.get(name)?.required ?? false);
    fields.set(name, { ...field, required });
  }
  return {
    ...defined(other),
    ...defined(one),
    types: one.types.length > 0 ? one.types : other.types,
    nullable: one.nullable === true || other.nullable === true,
    fields,
    marks: other.marks ?? one.marks,
    part: other.part,
    within: [...one.within, ...other.within],
  };
};

/** Joins alternatives: a field is required if all of them require it. Null is no alternative. */
function alternatives(members: readonly Shape[], word: string, around: Shape): Shape {
  const real = members.filter((one) => one.types.length > 0 || one.fields.size > 0 || !one.nullable);
  const [first = members[0]] = real;
  if (first === undefined) throw new Error('alternatives() needs at least one member');
  const nullable = members.some((one) => one.nullable === true);
  if (real.length < 2) return { ...first, nullable };
  const fields = new Map(real.flatMap((one) => [...one.fields]));
  for (const [name, field] of fields) {
    fields.set(name, { ...field, required: real.every((one) => one.fields.get(name)?.required === true) });
  }
  const values = real.every((one) => one.values) ? real.flatMap((one) => one.values ?? []) : undefined;
  const types = [...new Set(real.flatMap((one) => one.types))];
  const within = real.flatMap((one) => one.within);
  const { marks, part } = around;
  const { items, extra } = first;
  return { types, nullable, fields, combination: word, values, marks, part, items, extra, within };
}

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T; // fewer optional members

/** Returns the JSON type of a value. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
