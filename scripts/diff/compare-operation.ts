import { comesInPages, type ContractParameter } from '../lib/contract.js';
import { bodyOf, compareBodies, compareResponses } from './compare-bodies.js';
import { compareParts, pairUp, presenceOf, type Finding, type Findings } from './compare-keys.js';
import { compareParameters, parametersOf } from './compare-parameters.js';
import type { Pair, Spot } from './compare-schema.js';
import { asObject, member, textOf, type ContractFiles, type Part } from './contract-files.js';
import { same, type Level } from './rules.js';
import { shapeOf } from './schema-shape.js';
import { VERBS, type Operation } from './uses.js';
import { changed, list } from './words.js';

/** Compares an operation with what it was. */
export function* compareOperations(pair: Pair, before: Operation, after: Operation): Findings {
  const spot: Spot = { part: after.endpoint, side: after.isWebhook ? 'event' : 'request', seen: new Set() };
  if (before.endpoint !== after.endpoint) yield moved(before, after);
  yield* compareTags(before, after);
  yield* compareParts(before.item, after.item, { ...spot, part: after.path }, ...VERBS, ...OWN);
  yield* compareParts(before.part, after.part, spot, ...OWN);
  const paging = ratePaging(pair, before, after);
  if (paging) yield { ...paging, part: spot.part, what: 'paging', before: before.part, after: after.part };
  const inner = [
    ...compareParameters(pair, before, after, spot),
    ...compareBodies(pair, before.part, after.part, spot),
    ...compareResponses(pair, before.part, after.part, { ...spot, side: after.isWebhook ? 'event' : 'response' }),
  ];
  // That a list comes in pages now says as much of each parameter and header of pages.
  yield* inner.filter(({ part, what }) => !(paging && what === 'whole' && PAGING.test(part)));
  yield* compareSecurity(pair, before, after, spot);
  yield* compareServers(pair, withServers(before), withServers(after), `${spot.part} server`);
}

/** Members of an operation or a path that are compared by themselves. */
const OWN = ['tags', 'parameters', 'requestBody', 'responses', 'security', 'servers'];
const PAGING = / (x-)?(offset|limit|total-count)$/i;

/** Says that an operation has another path. All operations of a path move together: that is one finding. */
function moved(before: Operation, after: Operation): Finding {
  const [[verb], [newVerb]] = [before.endpoint.split(' '), after.endpoint.split(' ')];
  const [from, to] = verb === newVerb ? [before.path, after.path] : [before.endpoint, after.endpoint];
  const places = { before: before.item, after: after.item };
  return { part: to, what: 'path', level: 'major', text: `was renamed from ${from}`, ...places };
}

/** Compares the first tag, which is the property of the client that the method is in: `kobble.cards`. */
function* compareTags(before: Operation, after: Operation): Findings {
  const tagsOf = ({ part }: Operation) => [asObject(part.value)['tags'] ?? []].flat().map(String);
  const [was, is] = [tagsOf(before), tagsOf(after)];
  const places = { before: member(before.part, 'tags'), after: member(after.part, 'tags') };
  if (same(was, is)) return;
  const [level, part]: [Level, string] = was[0] === is[0] ? ['patch', after.endpoint] : ['major', ''];
  yield { part, what: 'tags', level, text: changed('tag', list(was), list(is)), ...places };
}

/** Rates that a list starts or ends to come in pages. */
function ratePaging(pair: Pair, before: Operation, after: Operation): Pick<Finding, 'level' | 'text'> | undefined {
  const [was, is] = [isPaged(pair.before, before), isPaged(pair.after, after)];
  if (was === is) return undefined;
  const text = is
    ? 'now comes in pages (offset, limit): a response was the whole list, and is one page'
    : 'no longer comes in pages (offset, limit): a response was one page, and is the whole list';
  return { level: 'major', text };
}

function isPaged(files: ContractFiles, operation: Operation): boolean {
  const parameters = [...parametersOf(files, operation).values()].map(({ value }) => value as ContractParameter); // it is linted
  const responses = files.children(member(operation.part, 'responses'));
  const [, success] = [...responses].find(([status]) => status.startsWith('2')) ?? [];
  const isList = success !== undefined && shapeOf(files, bodyOf(files, success)).types.join() === 'array';
  return comesInPages(isList, parameters);
}

/** Compares what an operation requires of its caller, or else what all do. The name of a scheme is seen by nobody. */
function* compareSecurity(pair: Pair, before: Operation, after: Operation, { part }: Spot): Findings {
  const [was, is] = [securityOf(pair.before, before), securityOf(pair.after, after)];
  if (same(was.words, is.words)) return;
  const isNewKind = is.kinds.some((kind) => !was.kinds.includes(kind)) && was.kinds.length > 0;
  const text = changed('security', list(was.words) || 'none', list(is.words) || 'none');
  const places = { before: was.part, after: is.part };
  const owner = was.isShared && is.isShared ? 'contract' : part;
  yield { part: owner, what: 'security', level: isNewKind ? 'major' : 'minor', text, ...places };
}

function securityOf(files: ContractFiles, operation: Operation) {
  const own = member(operation.part, 'security');
  const part = own.value === undefined ? member(files.root, 'security') : own;
  const schemes = files.children(files.child(files.child(files.root, 'components'), 'securitySchemes'));
  const kindOf = (name: string) => textOf(schemes.get(name), 'type') ?? name;
  const choices = [part.value ?? []].flat().map((choice) => Object.entries(asObject(choice)));
  const words = choices.map((all) =>
    all.map(([name, scopes]) => [kindOf(name), ...[scopes].flat().map(String)].join(':')).join('+'),
  );
  const kinds = choices.flat().map(([name]) => kindOf(name));
  return { words: words.sort(), kinds, part, isShared: own.value === undefined };
}

const withServers = ({ part, item }: Operation): Part => (asObject(part.value)['servers'] === undefined ? item : part);

/** Compares the servers of two parts: by the environment that callers write, or else by address. */
export function* compareServers(pair: Pair, before: Part, after: Part, part: string): Findings {
  const [old, now] = [serversOf(pair.before, before), serversOf(pair.after, after)];
  const used = new Set<Part>();
  const take = (isMatch: (other: Part) => boolean) => now.find((other) => !used.has(other) && isMatch(other));
  const matched = old.map((one, index) => {
    const is = (key: string) => (other: Part) =>
      textOf(one, key) !== undefined && textOf(one, key) === textOf(other, key);
    const other =
      take(is('x-environment')) ??
      take(is('url')) ??
      (old.length === now.length ? take((it) => it === now[index]) : undefined);
    if (other) used.add(other);
    return [one, other] as const;
  });
  const added = now.filter((other) => !used.has(other)).map((other) => [undefined, other] as const);
  for (const [one, other] of [...matched, ...added]) {
    const shown = other ?? one;
    const name = `${part} ${textOf(shown, 'x-environment') ?? textOf(shown, 'url') ?? ''}`;
    const address = textOf(shown, 'url') ?? '';
    yield* presenceOf(name, [one, other], { added: 'minor', removed: 'major' }, address);
    if (one && other) yield* compareServer(pair, one, other, name);
  }
}

function* compareServer(pair: Pair, before: Part, after: Part, part: string): Findings {
  yield* compareParts(before, after, { part, side: 'request' }, 'variables');
  const [old, now] = [pair.before.child(before, 'variables'), pair.after.child(after, 'variables')];
  for (const [name, one, other] of pairUp(pair.before.children(old), pair.after.children(now))) {
    yield* presenceOf(`${part} {${name}}`, [one, other], { added: 'minor', removed: 'minor' });
    if (one && other) yield* compareParts(one, other, { part: `${part} {${name}}`, side: 'request' });
  }
}

const serversOf = (files: ContractFiles, part: Part): Part[] => [
  ...files.children(files.child(part, 'servers')).values(),
];
