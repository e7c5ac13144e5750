import { compareParts, pairUp, presenceOf, type Finding, type Findings } from './compare-keys.js';
import { compareNeed } from './compare-parameters.js';
import { areAlike, compareSchemas, type Pair, type Spot } from './compare-schema.js';
import { asObject, componentAt, member, type ContractFiles, type Part } from './contract-files.js';
import { nameOf } from './schema-shape.js';

/** Compares what an operation is sent. */
export function* compareBodies(pair: Pair, before: Part, after: Part, from: Spot): Findings {
  const [one, other] = [pair.before.child(before, 'requestBody'), pair.after.child(after, 'requestBody')];
  const spot = { ...from, part: `${from.part} ${from.side === 'event' ? 'event' : 'request'}` };
  const isDemanded = from.side === 'request' && asObject(other.value)['required'] === true;
  const name = isDemanded ? 'required' : 'optional';
  const levels = { added: isDemanded ? 'major' : 'minor', removed: 'major' } as const;
  yield* presenceOf(spot.part, [present(one), present(other)], levels, other.value === undefined ? '' : name);
  if (one.value === undefined || other.value === undefined) return;
  yield* compareParts(one, other, spot, 'content', 'required');
  yield* compareNeed(one, other, spot);
  yield* compareContents(pair, one, other, spot);
}

/** Compares the responses of an operation. A success whose status is another one is compared with what it was. */
export function* compareResponses(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const responses = [
    pair.before.children(member(before, 'responses')),
    pair.after.children(member(after, 'responses')),
  ] as const;
  const [old, now] = responses;
  const [lost, ...others] = [...old.keys()].filter((status) => isSuccess(status) && !now.has(status));
  const [gained, ...more] = [...now.keys()].filter((status) => isSuccess(status) && !old.has(status));
  const isMoved = lost !== undefined && gained !== undefined && others.length + more.length === 0;
  for (const [status, one, other] of pairUp(old, now)) {
    const part = `${spot.part} response ${status}`;
    if (one && other) yield* compareResponse(pair, one, other, { ...spot, part });
    else if (!isMoved || !isSuccess(status)) {
      const name = isSuccess(status) ? bodyName(pair, one, other) : '';
      yield* presenceOf(part, [one, other], levelsOf(pair, status, responses), name);
    }
  }
  const [one, other] = [isMoved && old.get(lost), isMoved && now.get(gained)];
  if (one && other) yield* compareMoved(pair, [lost ?? '', one], [gained ?? '', other], spot);
}

type Responses = ReadonlyMap<string, Part>;

/** The type of a method is that of status 200. Another success with another body is a promise that is not held. */
function levelsOf(pair: Pair, status: string, [old, now]: readonly [Responses, Responses]) {
  if (!isSuccess(status)) return { added: 'patch', removed: 'minor' } as const;
  const added = now.get(status);
  const isKnown = added !== undefined && !isUndocumented(pair.after, added);
  const isAnother = [...old].filter(([one]) => isSuccess(one)).every(([, one]) => {
    return added === undefined || !areAlike(pair, bodyOf(pair.before, one), bodyOf(pair.after, added), 'response');
  }); // prettier-ignore
  return { added: isKnown && isAnother ? 'major' : 'minor', removed: status === '200' ? 'major' : 'minor' } as const;
}

function* compareMoved(
  pair: Pair,
  [status, before]: readonly [string, Part],
  [current, after]: readonly [string, Part],
  spot: Spot,
): Findings {
  const part = `${spot.part} response`;
  const level = status === '200' ? 'major' : 'minor';
  yield { part, what: 'status', level, text: `status ${status} → ${current}`, before, after };
  yield* compareResponse(pair, before, after, { ...spot, part: `${part} ${current}` });
}

function* compareResponse(pair: Pair, before: Part, after: Part, from: Spot): Findings {
  const spot = { ...from, part: sharedName('response', before, after) ?? from.part };
  const undocumented = rateDocumentation(pair, before, after);
  const isTyped = /response 2..$/.test(from.part) && undocumented !== undefined;
  if (isTyped) yield { part: from.part, what: 'undocumented', ...undocumented, before, after };
  yield* compareParts(before, after, spot, 'headers', 'content', ...(isTyped ? ['x-evidence'] : []));
  yield* compareHeaders(pair, before, after, spot);
  yield* compareContents(pair, before, after, spot);
}

/** Rates that a page shows the body now, or that none does any more. The type of the data says so. */
function rateDocumentation(pair: Pair, before: Part, after: Part): Pick<Finding, 'level' | 'text'> | undefined {
  const [was, is] = [isUndocumented(pair.before, before), isUndocumented(pair.after, after)];
  if (was === is || !hasBody(pair.before, before) || !hasBody(pair.after, after)) return undefined;
  const type = (name: string, isWide: boolean) => (isWide ? `Undocumented<${name}>` : name);
  const [old, now] = [bodyName(pair, before, undefined), bodyName(pair, undefined, after)];
  return { level: is ? 'major' : 'minor', text: `x-evidence: the type is ${type(now, is)}, was ${type(old, was)}` };
}

/** Compares headers, whose names have no case. */
function* compareHeaders(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const headersOf = (files: ContractFiles, response: Part) =>
    new Map([...files.children(files.child(response, 'headers'))].map(([name, part]) => [name.toLowerCase(), part]));
  for (const [name, one, other] of pairUp(headersOf(pair.before, before), headersOf(pair.after, after))) {
    const part = `${spot.part} header ${name}`;
    const type = one
      ? nameOf(pair.before, member(one, 'schema'))
      : other
        ? nameOf(pair.after, member(other, 'schema'))
        : '';
    yield* presenceOf(part, [one, other], { added: 'minor', removed: 'major' }, type);
    if (!one || !other) continue;
    const inside = { ...spot, part: sharedName('header', one, other) ?? part };
    yield* compareParts(one, other, inside, 'schema', 'required');
    yield* compareNeed(one, other, inside);
    yield* compareSchemas(pair, member(one, 'schema'), member(other, 'schema'), inside);
  }
}

/** Compares bodies by their media types. One that is there in place of another is compared with it. */
function* compareContents(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const old = pair.before.children(pair.before.child(before, 'content'));
  const now = pair.after.children(pair.after.child(after, 'content'));
  const lost = [...old.keys()].filter((type) => !now.has(type));
  const gained = [...now.keys()].filter((type) => !old.has(type));
  if (lost.length + gained.length > 0) {
    const breaks = lost.length > 0 || (spot.side !== 'request' && old.size > 0);
    const text = `media type ${[...old.keys()].join() || 'none'} → ${[...now.keys()].join() || 'none'}`;
    yield { part: spot.part, what: 'content', level: breaks ? 'major' : 'minor', text, before, after };
  }
  const isMoved = lost.length === 1 && gained.length === 1;
  for (const [type, one] of old) {
    const other = now.get(isMoved && type === lost[0] ? (gained[0] ?? type) : type);
    if (other === undefined) continue;
    yield* compareParts(one, other, spot, 'schema', 'examples');
    yield* compareSchemas(pair, member(one, 'schema'), member(other, 'schema'), spot);
    yield* compareExamples(pair, one, other, spot);
  }
}

function* compareExamples(pair: Pair, before: Part, after: Part, spot: Spot): Findings {
  const old = pair.before.children(pair.before.child(before, 'examples'));
  const now = pair.after.children(pair.after.child(after, 'examples'));
  for (const [name, one, other] of pairUp(old, now)) {
    const part = sharedName('example', one ?? other, other ?? one) ?? `${spot.part} example ${name}`;
    yield* presenceOf(part, [one, other], { added: 'patch', removed: 'patch' });
    if (one && other) yield* compareParts(one, other, { ...spot, part });
  }
}

/** Names a component that is the same in both contracts: `response NotFound`. */
function sharedName(kind: string, before: Part | undefined, after: Part | undefined): string | undefined {
  const [old, now] = [before && componentAt(before)?.name, after && componentAt(after)?.name];
  return now !== undefined && old === now ? `${kind} ${now}` : undefined;
}

export const bodyOf = (files: ContractFiles, response: Part): Part => {
  const [media] = files.children(files.child(response, 'content')).values();
  return media ? member(media, 'schema') : member(response, 'schema');
};

const hasBody = (files: ContractFiles, response: Part): boolean => bodyOf(files, response).value !== undefined;

function bodyName(pair: Pair, before: Part | undefined, after: Part | undefined): string {
  if (before && hasBody(pair.before, before)) return nameOf(pair.before, bodyOf(pair.before, before));
  if (after && hasBody(pair.after, after)) return nameOf(pair.after, bodyOf(pair.after, after));
  return 'no body';
}

/** Returns true if no page shows the body of a response. The type of the data is then wider. */
function isUndocumented(files: ContractFiles, response: Part): boolean {
  const schema = files.follow(bodyOf(files, response));
  return [response, schema].some(({ value }) => asObject(value)['x-evidence'] === 'unknown');
}

const present = (part: Part): Part | undefined => (part.value === undefined ? undefined : part);
const isSuccess = (status: string): boolean => /^2/.test(status);
