import { asObject, members, type Part, type Place } from './contract-files.js';
import { rateKey, type Level, type Side } from './rules.js';

/** A difference of one part, for one side of one use. */
export interface Finding {
  /** The part that changed, for example `Card.status`. */
  readonly part: string;
  /** What of the part changed. With the part, it tells findings of two uses apart. */
  readonly what: string;
  readonly level: Level;
  readonly text: string;
  readonly before?: Place | undefined;
  readonly after?: Place | undefined;
  /** The values, if it is about samples: what follows from a renamed field is no finding. */
  readonly sample?: readonly [before: unknown, after: unknown];
}

/** Where a part is: its name in a report, and what a caller does with it. */
export interface Spot {
  readonly part: string;
  readonly side: Side;
}

/** The differences of a part. */
export type Findings = Generator<Finding, void>;

type Keys = ReadonlyMap<string, Part>;

/** Compares keys by their values, as the rules of each kind of key have it. */
export function* compareKeys(old: Keys, now: Keys, { part, side }: Spot, except: ReadonlySet<string>): Findings {
  for (const [what, before, after] of pairUp(old, now)) {
    const values = { before: portable(what, before?.value), after: portable(what, after?.value) };
    const rating = except.has(what) ? undefined : rateKey({ key: what, ...values, side });
    if (rating === undefined) continue;
    const sample = SAMPLES.has(what) ? { sample: [values.before, values.after] as const } : {};
    yield { part, what, ...rating, before, after, ...sample };
  }
}

/** Compares all keys of a part but those that are compared by themselves. */
export const compareParts = (before: Part, after: Part, spot: Spot, ...except: readonly string[]): Findings =>
  compareKeys(members(before), members(after), spot, new Set(except));

const SAMPLES: ReadonlySet<string> = new Set(['example', 'examples', 'value']);

/** Yields each name of two maps with what they have by that name. */
export function* pairUp<T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
): Generator<[name: string, before: T | undefined, after: T | undefined]> {
  for (const name of new Set([...old.keys(), ...now.keys()])) yield [name, old.get(name), now.get(name)];
}

/** Returns a value without what depends on where the contract's files are. */
function portable(key: string, value: unknown): unknown {
  if (key !== 'discriminator') return value;
  const { propertyName, mapping } = asObject(value);
  const names = Object.entries(asObject(mapping)).map(([name, target]) => [
    name,
    String(target).replace(/^.*\/|\.yaml$/g, ''),
  ]);
  return { propertyName, ...Object.fromEntries(names) };
}

/** Yields the finding that a part came or went, if it did. */
export function* presenceOf(
  part: string,
  [before, after]: readonly [Part | undefined, Part | undefined],
  levels: { readonly added: Level; readonly removed: Level },
  name = '',
): Findings {
  if ((before === undefined) === (after === undefined)) return;
  const [level, verb] = before === undefined ? [levels.added, 'added'] : [levels.removed, 'removed'];
  yield { part, what: 'whole', level, text: `was ${verb}${name === '' ? '' : ` (${name})`}`, before, after };
}
