import { compareParts, pairUp, presenceOf, type Finding, type Findings, type Spot } from './compare-keys.js';
import { compareOperations, compareServers } from './compare-operation.js';
import { areAlike, type Pair } from './compare-schema.js';
import { asObject, member, members, type ContractFiles, type Part } from './contract-files.js';
import { findRenames } from './renames.js';
import { changed, list } from './words.js';
import { operationsIn, readUses, type Operation, type Use, type Uses } from './uses.js';

/** A finding, with the operations that it concerns. */
export type UsedFinding = Finding & { readonly uses: readonly Omit<Use, 'side'>[] };

/** Compares two contracts: what stands at their root, each operation, and the names of components. */
export function* compareWhole(before: ContractFiles, after: ContractFiles): Generator<UsedFinding> {
  const [old, now] = [readUses(before), readUses(after)];
  const nobody: Pair = { before, after, renamed: new Map(), open: new Set([...old.answers, ...now.answers]) };
  const renamed = findRenames(old.schemas, now.schemas, (one, other) => areAlike(nobody, one, other, 'response'));
  const pair = { ...nobody, renamed };
  for (const one of compareRoot(pair)) yield { ...one, uses: [] };
  for (const [one, other] of pairOperations(operationsIn(before), operationsIn(after))) {
    const levels = { added: 'minor', removed: 'major' } as const;
    const shown = other ?? one;
    const found =
      one && other
        ? compareOperations(pair, one, other)
        : presenceOf(shown?.endpoint ?? '', [one?.part, other?.part], levels, shown?.operationId);
    for (const finding of found) yield { ...finding, uses: [one, other].filter((use) => use !== undefined) };
  }
  yield* compareTypes(old, now, renamed);
}

/** Pairs operations by verb and path; those that are left by name. */
function pairOperations(before: readonly Operation[], after: readonly Operation[]) {
  const sameEndpoint = (one: Operation) => after.find(({ endpoint }) => endpoint === one.endpoint);
  const stays = new Set(before.map((one) => sameEndpoint(one)?.endpoint));
  const moved = (one: Operation) => after.find((it) => it.operationId === one.operationId && !stays.has(it.endpoint));
  const pairs = before.map((one): [Operation | undefined, Operation | undefined] => [
    one,
    sameEndpoint(one) ?? moved(one),
  ]);
  const known = pairs.map(([, other]) => other);
  return [
    ...pairs,
    ...after.filter((one) => !known.includes(one)).map((one): (typeof pairs)[number] => [undefined, one]),
  ];
}

/** Compares the names of component schemas, which callers import as types. */
function* compareTypes(old: Uses, now: Uses, renamed: ReadonlyMap<string, string>): Generator<UsedFinding> {
  for (const [name, before] of old.schemas) {
    const current = renamed.get(name);
    if (current === undefined && now.schemas.has(name)) continue;
    const after = now.schemas.get(current ?? name);
    const text = current === undefined ? 'is no longer exported' : `was renamed from ${name}`;
    const uses = [...old.of(before), ...(after ? now.of(after) : [])];
    yield { part: `type ${current ?? name}`, what: 'type', level: 'major', text, before, after, uses };
  }
  for (const [name, after] of now.schemas) {
    if (old.schemas.has(name) || [...renamed.values()].includes(name)) continue;
    yield { part: `type ${name}`, what: 'type', level: 'none', text: 'is exported, too', after, uses: now.of(after) };
  }
}

const ROOT = ['info', 'servers', 'paths', 'webhooks', 'components', 'tags', 'security'];

function* compareRoot(pair: Pair): Findings {
  const [before, after] = [pair.before.root, pair.after.root];
  const spot = (part: string): Spot => ({ part, side: 'request' });
  yield* compareParts(before, after, spot('contract'), ...ROOT);
  yield* compareParts(pair.before.child(before, 'info'), pair.after.child(after, 'info'), spot('contract'));
  yield* compareServers(pair, before, after, 'server');
  for (const [name, one, other] of pairUp(tagsOf(before), tagsOf(after))) {
    // That a tag came or went is told of the methods in it.
    if (one && other) yield* compareParts(one, other, spot(`tag ${name}`));
  }
  yield* compareSchemes(pair);
}

const tagsOf = (root: Part): Map<string, Part> =>
  new Map([...members(member(root, 'tags')).values()].map((tag) => [String(asObject(tag.value)['name']), tag]));

/** Compares the security schemes by their kinds. Their names are seen by nobody, and operations tell which they need. */
function* compareSchemes(pair: Pair): Findings {
  for (const [kind, one, other] of pairUp(schemesOf(pair.before), schemesOf(pair.after))) {
    if (!one || !other) continue;
    const spot: Spot = { part: `security ${kind}`, side: 'request' };
    yield* compareParts(one, other, spot, 'flows');
    const [old, now] = [members(member(one, 'flows')), members(member(other, 'flows'))];
    const [was, is] = [[...old.keys()], [...now.keys()]];
    const level = was.every((flow) => is.includes(flow)) ? 'minor' : 'major';
    const text = changed('flow', list(was), list(is));
    if (was.join() !== is.join()) yield { part: spot.part, what: 'flows', level, text, before: one, after: other };
    for (const [name, flow, current] of pairUp(old, now)) {
      if (flow && current) yield* compareFlow(`${spot.part} ${name}`, flow, current);
    }
  }
}

function* compareFlow(part: string, before: Part, after: Part): Findings {
  yield* compareParts(before, after, { part, side: 'request' }, 'scopes');
  const [old, now] = [members(member(before, 'scopes')), members(member(after, 'scopes'))];
  const renames = findRenames(old, now, (one, other) => one.value === other.value);
  for (const [name, one] of old) {
    const other = now.get(renames.get(name) ?? name);
    const scope = `scope ${renames.get(name) ?? name}`;
    yield* presenceOf(scope, [one, other], { added: 'minor', removed: 'major' });
    const text = `was renamed from ${name}`;
    if (renames.has(name)) yield { part: scope, what: 'name', level: 'major', text, before: one, after: other };
    if (other) yield* describe(scope, one, other);
  }
  for (const [name, other] of now) {
    if ([...renames.values()].includes(name)) continue;
    yield* presenceOf(`scope ${name}`, [old.get(name), other], { added: 'minor', removed: 'major' });
  }
}

/** Compares what is said of a scope. */
function* describe(part: string, before: Part, after: Part): Findings {
  const wrap = (one: Part): Part => ({ ...one, value: { description: one.value } });
  yield* compareParts(wrap(before), wrap(after), { part, side: 'request' });
}

const schemesOf = (files: ContractFiles): Map<string, Part> => {
  const schemes = files.children(files.child(files.child(files.root, 'components'), 'securitySchemes'));
  return new Map([...schemes.values()].map((scheme) => [String(asObject(scheme.value)['type']), scheme]));
};
