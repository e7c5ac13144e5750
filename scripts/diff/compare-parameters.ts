import { compareParts, presenceOf, type Findings } from './compare-keys.js';
import { areAlike, compareSchemas, type Pair, type Spot } from './compare-schema.js';
import { asObject, componentAt, member, valueOf, type ContractFiles, type Part } from './contract-files.js';
import { findRenames } from './renames.js';
import { nameOf } from './schema-shape.js';
import type { Operation } from './uses.js';

/** Parameters by kind and name. */
type Parameters = ReadonlyMap<string, Part>;

/** Compares the parameters of an operation, those of its path too. */
export function* compareParameters(pair: Pair, before: Operation, after: Operation, spot: Spot): Findings {
  const [old, now] = [parametersOf(pair.before, before), parametersOf(pair.after, after)];
  const renames = findRenames(
    old,
    now,
    (one, other) => valueOf(one, 'in') === valueOf(other, 'in') && alike(pair, one, other),
  );
  const used = new Set<Part>();
  for (const [key, one] of old) {
    const other = now.get(renames.get(key) ?? key) ?? elsewhere(old, now, one);
    if (other) used.add(other);
    const part = `${spot.part} ${wireName(one)}`;
    yield* presenceOf(part, [one, other], { added: 'minor', removed: 'major' }, kindOf(pair.before, one));
    if (other) yield* compareParameter(pair, one, other, spot);
  }
  for (const other of now.values()) {
    if (used.has(other)) continue;
    const isDemanded = spot.side === 'request' && valueOf(other, 'required') === true && !isSent(other);
    const levels = { added: isDemanded ? 'major' : 'minor', removed: 'major' } as const;
    yield* presenceOf(`${spot.part} ${wireName(other)}`, [undefined, other], levels, kindOf(pair.after, other));
  }
}

/** Returns the parameters. One of a path has its position for a name: its name is part of the path, and compared with it. */
export function parametersOf(files: ContractFiles, { item, part, path }: Operation): Parameters {
  const all = [item, part].flatMap((owner) => [...files.children(files.child(owner, 'parameters')).values()]);
  const places = Array.from(path.matchAll(/\{([^}]+)\}/g), ([, name]) => name);
  return new Map(
    all.map((parameter): [string, Part] => {
      const [kind, name] = [String(valueOf(parameter, 'in')), wireName(parameter)];
      const position = kind === 'path' ? places.indexOf(name) : -1;
      return [`${kind} ${position < 0 ? name : position}`, parameter];
    }),
  );
}

/** Finds the parameter of the same name that is sent elsewhere now. */
function elsewhere(old: Parameters, now: Parameters, one: Part): Part | undefined {
  const found = [...now].find(([key, other]) => !old.has(key) && wireName(other) === wireName(one));
  return found?.[1];
}

function* compareParameter(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const isShared = componentAt(before) !== undefined && componentAt(before)?.name === componentAt(after)?.name;
  const inside = { ...spot, part: isShared ? wireName(after) : `${spot.part} ${wireName(after)}` };
  const isOfPath = valueOf(before, 'in') === 'path' && valueOf(after, 'in') === 'path';
  if (wireName(before) !== wireName(after) && !isOfPath) {
    const text = `was renamed from ${wireName(before)}`;
    yield { part: inside.part, what: 'name', level: 'major', text, before, after };
  }
  const [old, now] = [withStyle(before), withStyle(after)];
  const told = valueOf(old, 'in') !== valueOf(now, 'in') ? ['style', 'explode'] : [];
  const follows = valueOf(old, 'style') !== valueOf(now, 'style') ? ['explode'] : [];
  yield* compareParts(old, now, inside, 'name', 'schema', 'required', ...told, ...follows);
  yield* compareNeed(before, after, inside);
  yield* compareSchemas(pair, member(before, 'schema'), member(after, 'schema'), inside);
}

/** Returns a parameter with the style that it has if it states none. */
function withStyle(parameter: Part): Part {
  const kind = valueOf(parameter, 'in');
  const style = valueOf(parameter, 'style') ?? (kind === 'query' || kind === 'cookie' ? 'form' : 'simple');
  return { ...parameter, value: { style, explode: style === 'form', ...asObject(parameter.value) } };
}

/** Compares if a parameter, a header or a body must be there. */
export function* compareNeed(before: Part, after: Part, { part, side }: Spot): Findings {
  const [was, is] = [valueOf(before, 'required') === true, valueOf(after, 'required') === true];
  if (was === is) return;
  const sends = side === 'request';
  const [on, off] = sends ? ['is now required', 'is no longer required'] : ['is now always sent', 'may now be absent'];
  yield { part, what: 'required', level: is === sends ? 'major' : 'minor', text: is ? on : off, before, after };
}

/** Says what a parameter is: `query, integer, optional`. */
function kindOf(files: ContractFiles, parameter: Part): string {
  const presence = valueOf(parameter, 'required') === true ? 'required' : 'optional';
  const type = nameOf(files, member(parameter, 'schema'));
  return [valueOf(parameter, 'in'), type, isSent(parameter) ? 'the client sends it' : presence].join(', ');
}

const alike = (pair: Pair, one: Part, other: Part): boolean =>
  areAlike(pair, member(one, 'schema'), member(other, 'schema'), 'request');
const isSent = (parameter: Part): boolean => valueOf(parameter, 'x-client-supplied') === true;
const wireName = (parameter: Part): string => String(valueOf(parameter, 'name'));
