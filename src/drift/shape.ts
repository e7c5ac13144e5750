import { isObject, UUID } from '../checks.js';
import { isFieldName } from '../contract/responses.js';
import { HIDDEN_NAME, shownName } from './finding.js';

/** The form of values, without the values. It is plain JSON. */
export interface Shape {
  /** Number of values. */
  readonly seen: number;
  /** `string`, `integer`, `number`, `boolean`, `null`, `object`, `array`. */
  readonly types: readonly string[];
  /** The forms that the texts have: `uuid`, `date-time`, `date`, `uri`, `email`, or none of these: an empty one. */
  readonly formats: readonly string[];
  /** Of the objects. */
  readonly fields: Readonly<Record<string, Shape>>;
  /** Of the entries of the arrays. */
  readonly entries?: Shape | undefined;
}

/** An object with more fields than this, or deeper than this, is not looked into: it is rather a map or a document. */
const MAX_FIELDS = 60;
const MAX_DEPTH = 8;

const FORMATS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['uuid', UUID],
  ['date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['uri', /^https?:\/\/\S+$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
];

/** Returns the form of a value. Names of fields that look like data become one, `{…}`. */
export function shapeOf(value: unknown, depth = 0): Shape {
  const shape = { seen: 1, types: [typeOf(value)], formats: [], fields: {} };
  if (typeof value === 'string') return { ...shape, formats: [formatOf(value)] };
  if (!isObject(value) || depth >= MAX_DEPTH) return shape;
  const inner = Object.entries(value).map(([name, field]) => [name, shapeOf(field, depth + 1)] as const);
  if (Array.isArray(value)) return { ...shape, entries: mergeShapes(inner.map(([, entry]) => entry)) };
  return {
    ...shape,
    fields: mergeFields(isMap(inner) ? inner.map(([, one]) => [HIDDEN_NAME, one]) : inner),
  };
}

/** Returns true for an object that is rather a map: it has very many fields, or three and more of one and the same form. */
function isMap(fields: readonly (readonly [name: string, shape: Shape])[]): boolean {
  const forms = new Set(fields.map(([, shape]) => Object.keys(shape.fields).sort().join()));
  return fields.length > MAX_FIELDS || (fields.length > 2 && forms.size === 1 && !forms.has(''));
}

/** Returns the form that several values have in common; undefined if there are none. */
export function mergeShapes(shapes: readonly Shape[]): Shape | undefined {
  const [first, ...others] = shapes;
  if (first === undefined || others.length === 0) return first;
  return {
    seen: shapes.reduce((sum, { seen }) => sum + seen, 0),
    types: [...new Set(shapes.flatMap(({ types }) => types))],
    formats: [...new Set(shapes.flatMap(({ formats }) => formats))],
    fields: mergeFields(shapes.flatMap(({ fields }) => Object.entries(fields))),
    entries: mergeShapes(shapes.flatMap(({ entries }) => entries ?? [])),
  };
}

function mergeFields(fields: readonly (readonly [name: string, shape: Shape])[]): Readonly<Record<string, Shape>> {
  const byName = new Map<string, Shape[]>();
  for (const [name, shape] of fields) {
    const shown = shownName(name);
    const known = byName.get(shown);
    if (known === undefined) byName.set(shown, [shape]);
    else known.push(shape);
  }
  return Object.fromEntries(
    [...byName].flatMap(([name, shapes]) => {
      const merged = mergeShapes(shapes);
      return merged === undefined ? [] : [[name, merged]];
    }),
  );
}

/**
 * Hides the names that the contract has nowhere: in what is unknown they may be data, as the keys of a small map are. Leaves
 * out the names in fields called `metadata`, which Kobble's customers choose.
 */
export function withoutChosenNames(shape: Shape): Shape {
  const fields = Object.entries(shape.fields).map(([name, field]): [string, Shape] => [
    isFieldName(name) ? name : HIDDEN_NAME,
    name === 'metadata' ? { ...field, fields: {}, entries: undefined } : withoutChosenNames(field),
  ]);
  return { ...shape, fields: mergeFields(fields), entries: shape.entries && withoutChosenNames(shape.entries) };
}

/** Returns the form at a pointer of a finding. */
export function shapeAt(shape: Shape | undefined, pointer: string): Shape | undefined {
  const at = (one: Shape | undefined, step: string) => {
    if (step === '*') return one?.entries;
    return one && Object.hasOwn(one.fields, step) ? one.fields[step] : undefined;
  };
  return pointer.split('/').slice(1).reduce(at, shape);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

const formatOf = (text: string): string => FORMATS.find(([, pattern]) => pattern.test(text))?.[0] ?? '';
