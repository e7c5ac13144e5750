import type { Subject } from './contract.js';
import { placeIn, type Fact, type Facts, type Page } from './model.js';

/**
 * Returns the facts of a page in the places of the contract: placeholders of the path by position, bodies whose root the
 * text does not show by the contract's root, and glued values cut at those of the contract.
 */
export function aligned({ facts, head, rootless }: Page, subject: Subject): Facts {
  const [here = [], there = []] = [head?.path, subject.head?.path].map((path = '') =>
    Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name = '']) => placeIn('path', name)),
  );
  const placeOf = (place: string): string => {
    const isEntry = (body: string) => place.startsWith(`${body}/`) && !place.startsWith(`${body}/[]`);
    const body = [...rootless].find((one) => isEntry(one) && subject.facts.get(one)?.type === 'array');
    return body === undefined ? (there[here.indexOf(place)] ?? place) : `${body}/[]${place.slice(body.length)}`;
  };
  return new Map(
    [...facts.values()].map((fact) => {
      const place = placeOf(fact.place);
      return [place, { ...fact, place, ...cut(fact, subject.facts.get(place)) }];
    }),
  );
}

function cut({ glued }: Fact, known: Fact | undefined): Partial<Fact> {
  if (glued === undefined) return {};
  const { values, guesses, isAmbiguous } = cutValues(glued, known?.values ?? []);
  return guesses.length === 0 && !isAmbiguous ? { values, cut: values } : { cut: values, guesses, isAmbiguous };
}

/** A way to cut values that a page's text does not separate. */
interface Cut {
  readonly values: readonly string[];
  /** Rests between known values: each may be a new value, or several. */
  readonly guesses: readonly string[];
}

const LONGEST = 1_000;
const MOST_CUTS = 8;

/**
 * Cuts glued values, such as `ACTIVEINACTIVE`, at the values that the contract has, each at most once. The way that leaves
 * the fewest letters over wins, then the one with the fewest rests. It is ambiguous if another way is as good.
 */
export function cutValues(glued: string, known: readonly string[]): Cut & { readonly isAmbiguous: boolean } {
  const best = glued.length > LONGEST ? [] : cutsFrom(glued, known.filter(Boolean), new Map());
  const sets = new Set(best.map(({ values, guesses }) => JSON.stringify([values.toSorted(), guesses])));
  return { ...(best[0] ?? { values: [], guesses: [glued] }), isAmbiguous: sets.size > 1 };
}

/** Returns the best cuts of the rest of a text; `memory` has those that were computed. */
function cutsFrom(text: string, known: readonly string[], memory: Map<string, Cut[]>): Cut[] {
  const remembered = text === '' ? [{ values: [], guesses: [] }] : memory.get(text);
  if (remembered) return remembered;
  const next = Math.min(text.length, ...known.map((value) => text.indexOf(value, 1)).filter((at) => at > 0));
  const cuts = [
    ...known
      .filter((value) => text.startsWith(value))
      .flatMap((value) =>
        cutsFrom(text.slice(value.length), known, memory)
          .filter(({ values }) => !values.includes(value))
          .map(({ values, guesses }): Cut => ({ values: [value, ...values], guesses })),
      ),
    ...cutsFrom(text.slice(next), known, memory).map(({ values, guesses }): Cut => {
      return { values, guesses: [text.slice(0, next), ...guesses] };
    }),
  ];
  const weight = ({ guesses }: Cut): number => guesses.join('').length * 1_000 + guesses.length;
  const least = Math.min(...cuts.map(weight));
  const best = cuts.filter((one) => weight(one) === least).slice(0, MOST_CUTS);
  memory.set(text, best);
  return best;
}
