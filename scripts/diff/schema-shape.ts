import { asObject, componentAt, member, members, type ContractFiles, type Part } from './contract-files.js';

/**
 * What a schema says, however it is written: references are followed, `allOf` is merged, a choice of one is that one, and
 * a choice of plain types is a list of types.
 */
export interface SchemaShape {
  /** JSON types, sorted. Empty if any is allowed. */
  readonly types: readonly string[];
  /** The values that are allowed, if they are listed. */
  readonly values: readonly unknown[] | undefined;
  readonly properties: ReadonlyMap<string, Part>;
  readonly required: readonly string[];
  /** What fields that are not listed may be: anything, nothing, or what a schema says. */
  readonly others: 'any' | 'none' | Part;
  readonly items: Part | undefined;
  /** The forms of which it has one. */
  readonly choices: readonly Part[];
  /** The schemas that hold at once: itself, then what it refers to and extends. */
  readonly parts: readonly Part[];
  /** Each keyword and mark as it is written, with its place: of those that are written more than once, the outermost. */
  readonly keys: ReadonlyMap<string, Part>;
}

/** Keywords that have a member of their own in a shape. */
export const SHAPED: ReadonlySet<string> = new Set(
  '$ref allOf oneOf anyOf type enum const properties required additionalProperties items contentSchema'.split(' '),
);

type Files = Pick<ContractFiles, 'follow'>;

/** Returns the shape of a schema. */
export function shapeOf(files: Files, schema: Part): SchemaShape {
  const { parts, choices, types } = flat(files, schema, new Set());
  const first = (key: string): Part | undefined => {
    const owner = parts.find(({ value }) => asObject(value)[key] !== undefined);
    return owner && member(owner, key);
  };
  const lists = parts.map(({ value }) => asObject(value)['type']).filter((type) => type !== undefined);
  const allowed = listed(first('enum')?.value) ?? constant(first('const'));
  const others = first('additionalProperties');
  const keys = new Set(parts.flatMap(({ value }) => Object.keys(asObject(value))));
  return {
    types: sorted([...(lists.length > 0 ? [lists[0]].flat().map(String) : typesOf(allowed)), ...types]),
    values: allowed,
    properties: new Map(parts.toReversed().flatMap((part) => [...members(member(part, 'properties'))])),
    required: sorted(parts.flatMap(({ value }) => listed(asObject(value)['required']) ?? []).map(String)),
    others: others === undefined || isAnything(others.value) ? 'any' : others.value === false ? 'none' : others,
    items: first('items'),
    choices,
    parts,
    keys: new Map([...keys].map((key) => [key, first(key) ?? member(schema, key)])),
  };
}

/** The schemas that hold at once, the forms of which one holds, and types that are allowed beside. */
interface Flat {
  readonly parts: readonly Part[];
  readonly choices: readonly Part[];
  readonly types: readonly string[];
}

function flat(files: Files, schema: Part, seen: Set<string>): Flat {
  const place = `${schema.file}#${schema.pointer}`;
  if (seen.has(place)) return { parts: [], choices: [], types: [] };
  seen.add(place);
  const value = asObject(schema.value);
  const targets = typeof value['$ref'] === 'string' ? [files.follow(schema)] : [];
  const all = (listed(value['allOf']) ?? []).map((_, index) => member(member(schema, 'allOf'), index));
  const { only, choices, types } = choicesOf(schema);
  const inner = [...targets, ...all, ...only].map((one) => flat(files, one, seen));
  return {
    parts: [schema, ...inner.flatMap(({ parts }) => parts)],
    choices: [...choices, ...inner.flatMap((one) => one.choices)],
    types: [...types, ...inner.flatMap((one) => one.types)],
  };
}

/** Returns the forms of a choice. Those that are only types are types; a form that is alone then holds in any case. */
function choicesOf(schema: Part) {
  const forms = ['oneOf', 'anyOf'].flatMap((key) => {
    const list = member(schema, key);
    return (listed(list.value) ?? []).map((_, index) => member(list, index));
  });
  const plain = forms.filter(({ value }) => Object.keys(asObject(value)).join() === 'type');
  const isPlain = forms.length - plain.length < 2 && (plain.length === forms.length || plain.every(isNull));
  if (!isPlain) return { only: [], choices: forms, types: [] };
  return {
    only: forms.filter((form) => !plain.includes(form)),
    choices: [],
    types: plain.flatMap(({ value }) => [asObject(value)['type']].flat().map(String)),
  };
}

/** Names a schema in a word or two: `Card`, `string | null`, `Card[]`. */
export function nameOf(files: ContractFiles, schema: Part): string {
  const component = componentAt(files.follow(schema));
  if (component?.kind === 'schemas') return component.name;
  const { types, choices, items, values, properties } = shapeOf(files, schema);
  if (choices.length > 0) return choices.map((choice) => nameOf(files, choice)).join(' or ');
  if (types.length === 1 && types[0] === 'array' && items !== undefined) return `${nameOf(files, items)}[]`;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  const names = [...properties.keys()];
  if (types.join() === 'object' && names.length > 0)
    return `{ ${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''} }`;
  return types.join(' | ') || 'anything';
}

const isNull = ({ value }: Part): boolean => asObject(value)['type'] === 'null';
const isAnything = (value: unknown): boolean =>
  value === true || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
const listed = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);
const constant = (part: Part | undefined): readonly unknown[] | undefined => part && [part.value];
/** Sorts names, each once; null comes last. */
const sorted = (names: readonly string[]): string[] => {
  const all = [...new Set(names)].sort();
  return [...all.filter((name) => name !== 'null'), ...all.filter((name) => name === 'null')];
};
const typesOf = (values: readonly unknown[] | undefined): string[] => (values ?? []).map(jsonType);

/** Returns the JSON type of a value. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
