import type { Subject } from './contract.js';
import { cutValues } from './cut-values.js';
import { placeIn, type Fact, type Facts, type Page } from './model.js';

/**
 * Returns the facts of a page in the places of the contract: placeholders of the path by position, bodies whose root the
 * text does not show by the contract's root, and glued values cut at those of the contract.
 */
export function aligned(page: Page, subject: Subject): Facts {
  const names = placeholderNames(page.head?.path ?? '', subject.head?.path ?? '');
  const facts = new Map<string, Fact>();
  for (const fact of page.facts.values()) {
    const place = rooted(names.get(fact.place) ?? fact.place, page, subject);
    facts.set(place, { ...fact, place, ...cut(fact, subject.facts.get(place)) });
  }
  return facts;
}

function placeholderNames(path: string, known: string): Map<string, string> {
  const [here, there] = [path, known].map((one) =>
    [...one.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => placeIn('path', name)),
  );
  return new Map(here?.map((place, index) => [place, there?.[index] ?? place]));
}

function rooted(place: string, { rootless }: Page, { facts }: Subject): string {
  for (const body of rootless) {
    const isInside = place.startsWith(`${body}/`) && !place.startsWith(`${body}/[]`);
    if (isInside && facts.get(body)?.type === 'array') return `${body}/[]${place.slice(body.length)}`;
  }
  return place;
}

function cut({ glued }: Fact, known: Fact | undefined): Partial<Fact> {
  if (glued === undefined) return {};
  const { values, guesses, isAmbiguous } = cutValues(glued, known?.values ?? []);
  if (guesses.length === 0 && !isAmbiguous) return { values, cut: values };
  return { cut: values, guesses, isAmbiguous };
}
