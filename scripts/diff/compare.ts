import { join, relative } from 'node:path';
import { methodsOf, readMethods, type NamedMethod } from '../lib/methods.js';
import { withCheckout } from './checkout.js';
import { compareWhole, type UsedFinding } from './compare-contract.js';
import { ContractFiles } from './contract-files.js';
import { LEVELS, same, type Level } from './rules.js';
import type { Use } from './uses.js';

/** Returns the contract and the facade of a project. */
export function contractFolder(root: string): ContractFolder {
  return { contract: join(root, 'openapi/openapi.yaml'), facade: readMethods(root), root };
}

/** One of the two contracts to compare. */
export interface ContractFolder {
  /** The file that the contract starts with. */
  readonly contract: string;
  /** Methods of the facade that call it. */
  readonly facade: readonly NamedMethod[];
  /** Paths of the report are relative to this folder. */
  readonly root: string;
}

/** A difference, rated for callers of this library. */
export interface Difference {
  readonly level: Level;
  /** The part that changed, for example `Card.status`. */
  readonly part: string;
  /** What happened to it, in words that follow the name of the part: before and after. */
  readonly text: string;
  /** Place in the new contract, or in the old one if the part was removed. */
  readonly file: string;
  readonly line: number;
  readonly operations: readonly string[];
  /** Methods of the facade, for example `cards.create`. */
  readonly methods: readonly string[];
}

/** All differences of two contracts. */
export interface Comparison {
  /** The step of the version that callers of this library need. */
  readonly verdict: Level;
  /** The gravest first. */
  readonly differences: readonly Difference[];
}

/** Compares the contract of a project with that of one of its commits. */
export const compareWithCommit = (root: string, ref: string): Promise<Comparison> =>
  withCheckout(root, ref, ['openapi'], async (folder) =>
    compareContracts(contractFolder(folder), contractFolder(root)),
  );

/**
 * Compares two contracts by what they say, and rates each difference for callers of this library by all of its uses.
 *
 * @throws Error if a file is missing or no YAML, or if a reference leads nowhere.
 */
export function compareContracts(base: ContractFolder, revision: ContractFolder): Comparison {
  const [before, after] = [new ContractFiles(base.contract), new ContractFiles(revision.contract)];
  const found = withoutConsequences([...compareWhole(before, after)]);
  const differences = grouped(found).map(([first, ...others]): Difference => {
    const { part, level, text, after: now, before: old } = [first, ...others].toSorted(byLevel)[0] ?? first;
    const uses = [first, ...others].flatMap((one) => one.uses);
    const place = now ?? old;
    return {
      level,
      part,
      text,
      file: place === undefined ? '' : relative(now ? revision.root : base.root, place.file),
      line: place === undefined ? 0 : (now ? after : before).lineOf(place),
      operations: unique(uses.map(({ operationId }) => operationId)),
      methods: unique(uses.flatMap((use) => [...methodsFor(base, use), ...methodsFor(revision, use)])),
    };
  });
  const sorted = differences.toSorted(byLevel);
  return { verdict: sorted[0]?.level ?? 'none', differences: sorted };
}

/** Leaves out samples that only have a renamed field by its new name. */
function withoutConsequences(found: readonly UsedFinding[]): UsedFinding[] {
  const names = found
    .filter(({ what }) => what === 'name')
    .map(({ part, text }) => [text.split(' ').at(-1), part.split('.').at(-1)]);
  const renames = new Map(names as [string, string][]);
  return found.filter(({ sample }) => sample === undefined || !same(renamed(sample[0], renames), sample[1]));
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, renamed(inner, names)]),
  );
}

/** Groups the findings of all uses of the same part. */
function grouped(found: readonly UsedFinding[]): [UsedFinding, ...UsedFinding[]][] {
  const groups = new Map<string, [UsedFinding, ...UsedFinding[]]>();
  for (const one of found) {
    const place = one.after ?? one.before;
    const key = PLACELESS.has(one.what) ? [one.part, one.text] : [one.part, one.what, place?.file, place?.pointer];
    const group = groups.get(key.join(' '));
    if (group) group.push(one);
    else groups.set(key.join(' '), [one]);
  }
  return [...groups.values()];
}

/** What is one finding wherever it is: a tag of several operations that has another name. */
const PLACELESS: ReadonlySet<string> = new Set(['tags']);

const byLevel = (one: Pick<Difference, 'level'>, other: Pick<Difference, 'level'>): number =>
  LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level);

const methodsFor = ({ facade }: ContractFolder, { endpoint }: Pick<Use, 'endpoint'>): string[] =>
  endpoint.startsWith('webhook ') ? ['verifyWebhook'] : methodsOf(facade, endpoint);

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
