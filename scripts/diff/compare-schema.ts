import { compareKeys, type Findings, type Spot as Named } from './compare-keys.js';
import { asObject, componentAt, members, type ContractFiles, type Part } from './contract-files.js';
import { findRenames, type Renames } from './renames.js';
import { LEVELS, overlap, rateTypes, rateValues, type Level, type Side } from './rules.js';
import { nameOf, shapeOf, SHAPED, type SchemaShape } from './schema-shape.js';

/** The two contracts, and what of them concerns schemas as a whole. */
export interface Pair {
  readonly before: ContractFiles;
  readonly after: ContractFiles;
  /** Names of components that have another name now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Component schemas that responses consist of: their enums are open in the types. */
  readonly open: ReadonlySet<string>;
}

/** Where a schema is, and what was compared on the way to it. */
export interface Spot extends Named {
  /** The component that the schema is in. */
  readonly component?: string | undefined;
  readonly seen: Set<string>;
  /** True if the two are different schemas, so that no field of theirs was renamed. */
  readonly isAnother?: true;
}

/** Compares two schemas by what they say, however they are written. */
export function* compareSchemas(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const key = `${spot.side} ${before.file}#${before.pointer} ${after.file}#${after.pointer}`;
  if (spot.seen.has(key)) return;
  spot.seen.add(key);
  const [old, now] = [componentOf(pair.before, before), componentOf(pair.after, after)];
  if (old === undefined || now === undefined) return yield* compareShapes(pair, before, after, spot);
  if ((pair.renamed.get(old) ?? old) !== now) return yield* otherComponent(pair, before, after, spot);
  yield* compareKeys(members(before), members(after), spot, SHAPED);
  const inside = { ...spot, part: now, component: now };
  yield* compareShapes(pair, pair.before.follow(before), pair.after.follow(after), inside);
}

/** Says in one finding that another component is used. Neither component has changed by that. */
function* otherComponent(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const inner = [...compareShapes(pair, before, after, { ...spot, seen: new Set(spot.seen), isAnother: true })];
  const gravest = inner
    .filter(({ level }) => level === highest(inner))
    .toSorted((one) => (one.what === 'property' ? -1 : 1));
  const reasons = gravest.slice(0, 3).map(({ part, text }) => `${part.slice(spot.part.length + 1)} ${text}`.trim());
  const more = gravest.length > 3 ? ` and ${gravest.length - 3} more` : '';
  const text = `is ${nameOf(pair.after, after)}, was ${nameOf(pair.before, before)}`;
  const why = reasons.length > 0 ? ` (${reasons.join('; ')}${more})` : '';
  yield { part: spot.part, what: 'component', level: highest(inner), text: text + why, before, after };
}

/** Two schemas that are compared, with their shapes. */
interface Compared {
  readonly pair: Pair;
  readonly before: Part;
  readonly after: Part;
  readonly old: SchemaShape;
  readonly now: SchemaShape;
  readonly spot: Spot;
}

function* compareShapes(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const [old, now] = [shapeOf(pair.before, before), shapeOf(pair.after, after)];
  const compared = { pair, before, after, old, now, spot };
  if (old.choices.length + now.choices.length > 0) return yield* compareChoices(compared);
  const type = rateTypes(old.types, now.types, spot.side);
  if (type !== undefined && !overlap(old.types, now.types)) {
    const text = `type ${nameOf(pair.before, before)} → ${nameOf(pair.after, after)}`;
    yield { ...at(compared, 'type'), level: type.level, text };
    return;
  }
  if (type !== undefined) yield { ...at(compared, 'type'), ...type };
  const values = rateValues(old.values, now.values, isClosed(pair, now, spot), spot.side);
  if (values !== undefined) yield { ...at(compared, 'enum', 'const'), ...values };
  yield* compareProperties(compared);
  yield* compareOthers(compared);
  if (old.items && now.items) yield* compareSchemas(pair, old.items, now.items, { ...spot, part: `${spot.part}[]` });
  const [media, other] = [old.keys.get('contentSchema'), now.keys.get('contentSchema')];
  if (media && other) yield* compareSchemas(pair, media, other, { ...spot, part: `${spot.part} content` });
  yield* compareKeys(old.keys, now.keys, spot, SHAPED);
}

/** Returns what a finding says of its place: that of the first of some keywords, or else of the schema. */
function at({ spot, before, after, old, now }: Compared, ...keys: readonly [string, ...string[]]) {
  const place = ({ keys: known }: SchemaShape, { file, pointer, value }: Part) =>
    keys.map((key) => known.get(key)).find((part) => part?.file === file && part.pointer.startsWith(pointer)) ?? {
      file,
      pointer,
      value,
    };
  return { part: spot.part, what: keys[0], before: place(old, before), after: place(now, after) };
}

function* compareProperties(compared: Compared): Findings {
  const { pair, old, now, spot } = compared;
  const inner = (name: string): Spot => ({ ...spot, part: `${spot.part}.${name}` });
  const renames = findRenames(old.properties, now.properties, (one, other) => {
    return spot.isAnother !== true && areAlike(pair, one, other, spot.side, spot.seen);
  });
  yield* compareRequired(compared, renames);
  for (const [name, before] of old.properties) {
    const current = renames.get(name) ?? name;
    const after = now.properties.get(current);
    const { part } = inner(current);
    if (after === undefined) {
      const text = `was removed (${presence(pair.before, before, old, name, spot.side)})`;
      yield { part, what: 'property', level: 'major', text, before };
    } else {
      const text = `was renamed from ${name}`;
      if (current !== name) yield { part, what: 'name', level: 'major', text, before, after };
      yield* compareSchemas(pair, before, after, inner(current));
    }
  }
  const known = [...old.properties.keys(), ...renames.values()];
  for (const [name, after] of [...now.properties].filter(([added]) => !known.includes(added))) {
    const level = spot.side === 'request' && now.required.includes(name) ? 'major' : 'minor';
    const text = `was added (${presence(pair.after, after, now, name, spot.side)})`;
    yield { part: inner(name).part, what: 'property', level, text, after };
  }
}

/** Says what a property is, and if it is always there. */
function presence(files: ContractFiles, property: Part, shape: SchemaShape, name: string, side: Side): string {
  const [always, sometimes] = side === 'request' ? ['required', 'optional'] : ['always present', 'may be absent'];
  return `${nameOf(files, property)}, ${shape.required.includes(name) ? always : sometimes}`;
}

/** Compares what is required. A field that came or went is told by itself. */
function* compareRequired(compared: Compared, renames: Renames): Findings {
  const { old, now, spot } = compared;
  const was = old.required.map((name) => renames.get(name) ?? name);
  const before = [...old.properties.keys()].map((name) => renames.get(name) ?? name);
  const isKept = (name: string) => before.includes(name) === now.properties.has(name);
  const gained = now.required.filter((name) => !was.includes(name) && isKept(name));
  const lost = was.filter((name) => !now.required.includes(name) && isKept(name));
  if (gained.length + lost.length === 0) return;
  const sends = spot.side === 'request';
  const [always, sometimes] = sends ? ['now requires', 'no longer requires'] : ['now always has', 'now may lack'];
  const text = [
    ...(gained.length > 0 ? [`${always} ${gained.join(', ')}`] : []),
    ...(lost.length > 0 ? [`${sometimes} ${lost.join(', ')}`] : []),
  ].join(' and ');
  const level = (sends ? gained : lost).length > 0 ? 'major' : 'minor';
  yield { ...at(compared, 'required'), level, text };
}

/** Compares what fields may be that are not listed. */
function* compareOthers(compared: Compared): Findings {
  const { pair, old, now, spot } = compared;
  const [was, is] = [old.others, now.others];
  if (typeof was === 'object' && typeof is === 'object') {
    return yield* compareSchemas(pair, was, is, { ...spot, part: `${spot.part}.*` });
  }
  if (was === is) return;
  const sends = spot.side === 'request';
  const level = (sends ? was === 'any' || is === 'none' : typeof was === 'object') ? 'major' : 'minor';
  const word = (files: ContractFiles, one: SchemaShape['others']) =>
    typeof one === 'object' ? nameOf(files, one) : { any: 'anything', none: 'none' }[one];
  const text = `${sends ? 'takes' : 'has'} other fields: ${word(pair.before, was)} → ${word(pair.after, is)}`;
  yield { ...at(compared, 'additionalProperties'), level, text };
}

/** Compares forms of which a part has one. A schema without a choice is the only form of its own. */
function* compareChoices(compared: Compared): Findings {
  const { pair, old, now, spot } = compared;
  const { same, lost, gained } = matchForms(compared);
  for (const [one, other] of same) yield* compareSchemas(pair, one, other, spot);
  const verb = spot.side === 'request' ? 'take' : 'be';
  const names = (files: ContractFiles, forms: readonly Part[]) => forms.map((form) => nameOf(files, form)).join(' or ');
  const text = [
    ...(gained.length > 0 ? [`may now also ${verb} ${names(pair.after, gained)}`] : []),
    ...(lost.length > 0 ? [`may no longer ${verb} ${names(pair.before, lost)}`] : []),
  ].join(' and ');
  const level = (spot.side === 'request' ? lost : gained).length > 0 ? 'major' : 'minor';
  if (text !== '') yield { ...at(compared, 'oneOf', 'anyOf'), level, text };
  if (old.choices.length === 0 || now.choices.length === 0) return;
  yield* compareProperties(compared);
  yield* compareKeys(old.keys, now.keys, spot, SHAPED);
}

/** Matches the forms of two choices: the same component, or alike, or else the only ones that are left. */
function matchForms({ pair, before, after, old, now, spot }: Compared) {
  let lost = old.choices.length > 0 ? old.choices : [before];
  let gained = now.choices.length > 0 ? now.choices : [after];
  const tests = [
    (one: Part, other: Part) => isSameComponent(pair, one, other),
    (one: Part, other: Part) => areAlike(pair, one, other, spot.side, spot.seen),
    () => lost.length === 1 && gained.length === 1 && old.choices.length > 0 && now.choices.length > 0,
  ];
  const same: [Part, Part][] = [];
  for (const isMatch of tests) {
    for (const one of lost) {
      const other = gained.find((candidate) => isMatch(one, candidate));
      if (other === undefined) continue;
      same.push([one, other]);
      lost = lost.filter((form) => form !== one);
      gained = gained.filter((form) => form !== other);
    }
  }
  return { same, lost, gained };
}

function isSameComponent(pair: Pair, one: Part, other: Part): boolean {
  const [old, now] = [componentOf(pair.before, one), componentOf(pair.after, other)];
  return old !== undefined && (pair.renamed.get(old) ?? old) === now;
}

/**
 * Returns true if two schemas differ in words and evidence at most.
 *
 * @param seen what is being compared already: a schema may refer to itself
 */
export function areAlike(pair: Pair, before: Part, after: Part, side: Side, seen?: ReadonlySet<string>): boolean {
  if (isSameComponent(pair, before, after)) return true;
  const found = compareSchemas(pair, before, after, { part: '', side, seen: new Set(seen) });
  return LEVELS.indexOf(highest([...found])) < LEVELS.indexOf('minor');
}

/** Returns the gravest level of some findings. */
const highest = (findings: readonly { readonly level: Level }[]): Level =>
  LEVELS.findLast((level) => findings.some((one) => one.level === level)) ?? 'none';

const componentOf = (files: ContractFiles, schema: Part): string | undefined => {
  const found = componentAt(files.follow(schema));
  return found?.kind === 'schemas' && Object.keys(asObject(schema.value)).every((key) => !KEPT.has(key))
    ? found.name
    : undefined;
};

/** Keywords beside a reference that make another schema of it. */
const KEPT = new Set(['properties', 'required', 'type', 'enum', 'oneOf', 'anyOf', 'allOf']);

/** Enums of responses are open in the types, those of webhooks and of what is no text are not. */
function isClosed({ open }: Pair, { types }: SchemaShape, { side, component }: Spot): boolean {
  if (side === 'request') return false;
  return component === undefined || !open.has(component) || types.join() !== 'string';
}
