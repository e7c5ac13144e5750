/** A way to cut values that a page's text does not separate. */
export interface Cut {
  readonly values: readonly string[];
  /** Rests between known values: each may be a new value, or several. */
  readonly guesses: readonly string[];
  /** True if another way to cut is as good. */
  readonly isAmbiguous: boolean;
}

const LONGEST = 1_000;

/**
 * Cuts glued values, such as `ACTIVEINACTIVE`, at the values that the contract has, each at most once. The way that leaves
 * the fewest letters over wins, then the one with the fewest rests.
 */
export function cutValues(glued: string, known: readonly string[]): Cut {
  const best = glued.length > LONGEST ? [] : cutsFrom(glued, known, new Map());
  const [first] = best;
  const sets = new Set(best.map(({ values, guesses }) => JSON.stringify([[...values].sort(), guesses])));
  return { values: first?.values ?? [], guesses: first?.guesses ?? [glued], isAmbiguous: sets.size > 1 };
}

interface Partial {
  readonly values: readonly string[];
  readonly guesses: readonly string[];
  readonly left: number;
}

/** Returns the best cuts of the rest of a text; `memory` has those that were computed. */
function cutsFrom(text: string, known: readonly string[], memory: Map<string, Partial[]>): Partial[] {
  if (text === '') return [{ values: [], guesses: [], left: 0 }];
  const remembered = memory.get(text);
  if (remembered) return remembered;
  const taken = known.filter((value) => value !== '' && text.startsWith(value));
  const cuts: Partial[] = taken.flatMap((value) =>
    cutsFrom(text.slice(value.length), known, memory)
      .filter(({ values }) => !values.includes(value))
      .map((rest) => ({ ...rest, values: [value, ...rest.values] })),
  );
  const next = nextKnown(text, known);
  for (const rest of cutsFrom(text.slice(next), known, memory)) {
    cuts.push({ ...rest, guesses: [text.slice(0, next), ...rest.guesses], left: rest.left + next });
  }
  const best = bestOf(cuts);
  memory.set(text, best);
  return best;
}

/** Returns where the next known value begins behind the first letter, or the end of the text. */
function nextKnown(text: string, known: readonly string[]): number {
  const starts = known.flatMap((value) => (value === '' ? [] : text.indexOf(value, 1))).filter((at) => at > 0);
  return Math.min(text.length, ...starts);
}

const weight = ({ left, guesses }: Partial): number => left * 1_000 + guesses.length;

function bestOf(cuts: readonly Partial[]): Partial[] {
  const least = Math.min(...cuts.map(weight));
  return cuts.filter((cut) => weight(cut) === least).slice(0, 8);
}
