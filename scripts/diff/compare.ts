import { join, relative } from 'node:path';
import { methodsOf, readMethods, type NamedMethod } from '../lib/methods.js';
import { withCheckout } from './checkout.js';
import { withSingleParameters } from './parameter-lists.js';
import { rate } from './rate.js';
import { LEVELS, redoclyDiff, type Level, type Place, type Rating, type RedoclyChange } from './redocly-diff.js';
import { readUses, type Use, type UsesOf } from './uses.js';

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
  /** What happened to it. */
  readonly text: string;
  /** Place in the new contract, or in the old one if the part was removed. */
  readonly file: string;
  readonly line: number;
  readonly operations: readonly string[];
  /** Methods of the facade, for example `cards.create`. */
  readonly methods: readonly string[];
  /** Redocly's rules that the difference breaks. */
  readonly rules: readonly string[];
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
  withCheckout(root, ref, ['openapi'], (base) => compareContracts(contractFolder(base), contractFolder(root)));

/** Compares two contracts, and rates each difference for callers of this library by all of its uses. */
export async function compareContracts(
  base: ContractFolder,
  revision: ContractFolder,
  signal?: AbortSignal,
): Promise<Comparison> {
  const changes = withSingleParameters(await redoclyDiff(base.contract, revision.contract, signal));
  const [before, after] = [readUses(base.contract), readUses(revision.contract)];
  const differences = changes.map((change): Difference => {
    const { old, now } = usesOf(change, before, after);
    const { level, text } = gravest(change, [...old, ...now]);
    const place = change.revision ?? change.base;
    return {
      level,
      part: partOf(change, place),
      text,
      file: place === undefined ? '' : relative(change.revision ? revision.root : base.root, place.file),
      line: place?.line ?? 0,
      operations: unique([...old, ...now].map(({ operationId }) => operationId)),
      methods: unique([...old, ...now].flatMap((use) => [...methodsFor(base, use), ...methodsFor(revision, use)])),
      rules: change.verdicts.map(({ ruleId }) => ruleId),
    };
  });
  const sorted = differences.toSorted(byLevel);
  return { verdict: sorted[0]?.level ?? 'none', differences: sorted };
}

/**
 * Returns the uses of a part in both contracts. If an operation refers to another component now, neither component has
 * changed: then these are the uses that left the one and came to the other.
 */
function usesOf(change: RedoclyChange, before: UsesOf, after: UsesOf): { old: readonly Use[]; now: readonly Use[] } {
  const old = change.base ? before(change.base.file, change.base.pointer) : [];
  const now = change.revision ? after(change.revision.file, change.revision.pointer) : [];
  if (!isAnotherComponent(change)) return { old, now };
  const both = old.filter((use) => now.some(({ endpoint, side }) => endpoint === use.endpoint && side === use.side));
  return { old: both, now: [] };
}

/** Rates a change for each side of its uses, and returns the gravest rating. */
function gravest(change: RedoclyChange, uses: readonly Use[]): Rating {
  const sides = uses.length === 0 ? (['request', 'response'] as const) : unique(uses.map(({ side }) => side));
  return sides.map((side) => rate(change, side)).toSorted(byLevel)[0] ?? { level: 'none', text: '' };
}

const byLevel = (one: Pick<Rating, 'level'>, other: Pick<Rating, 'level'>): number =>
  LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level);

const methodsFor = ({ facade }: ContractFolder, { endpoint }: Use): string[] =>
  endpoint.startsWith('webhook ') ? ['verifyWebhook'] : methodsOf(facade, endpoint);

/** Names a part by the component or operation that it is in, and by the fields that lead to it. */
function partOf(change: RedoclyChange, place: Place | undefined): string {
  const { path, typeName, property } = change;
  const owner = componentOf(place);
  if (owner !== undefined && !isAnotherComponent(change)) {
    const fields = [...(place?.pointer ?? '').matchAll(/\/properties\/([^/]+)/g)].map(([, name]) => name);
    return [owner, ...fields].join('.');
  }
  const [, template = '', verb, below = ''] =
    /^#\/(?:paths|webhooks)\/([^/]+)(?:\/(get|post|put|patch|delete))?(.*)$/.exec(path) ?? [];
  const url = template.replaceAll('~1', '/').replaceAll('~0', '~');
  if (url === '') return property ?? typeName;
  return [verb?.toUpperCase(), url, nameOf(place?.value) ?? below.replaceAll('~1', '/').slice(1)]
    .filter(Boolean)
    .join(' ');
}

/** Returns the name of the component that a place is in: of its file, or of its place in a contract of one file. */
function componentOf(
  { file, pointer }: Pick<Place, 'file' | 'pointer'> = { file: '', pointer: '' },
): string | undefined {
  const [, inFile] = /components\/\w+\/(\w+)\.yaml$/.exec(file) ?? [];
  const [, inComponents] = /^#\/components\/\w+\/(\w+)/.exec(pointer) ?? [];
  return inFile ?? inComponents;
}

/** Returns true if an operation refers to another component than before. */
function isAnotherComponent({ base, revision }: RedoclyChange): boolean {
  const [before, after] = [componentOf(base), componentOf(revision)];
  return before !== undefined && after !== undefined && before !== after;
}

/** Returns the name of a parameter, which says more than its place in the list. */
function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  return String(value.name);
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
