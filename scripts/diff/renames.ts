import { asObject, type Part } from './contract-files.js';

/** New names by the old ones. */
export type Renames = ReadonlyMap<string, string>;

/**
 * Finds members that only have another name now: one that is gone, and one that is new and alike. Of several, the one with
 * the same description or else at the same position is taken; if none is, and there are others alike, it is no rename.
 */
export function findRenames(
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
  isAlike: (one: Part, other: Part) => boolean,
): Renames {
  const gone = [...before].filter(([name]) => !after.has(name));
  const isNew = [...after].filter(([name]) => !before.has(name));
  const renames = new Map<string, string>();
  const [oldNames, newNames] = [[...before.keys()], [...after.keys()]];
  for (const [name, part] of gone) {
    const alike = isNew.filter(
      ([other, candidate]) => ![...renames.values()].includes(other) && isAlike(part, candidate),
    );
    const found =
      alike.find(([, candidate]) => wordsOf(candidate) !== undefined && wordsOf(candidate) === wordsOf(part)) ??
      alike.find(([other]) => newNames.indexOf(other) === oldNames.indexOf(name)) ??
      (alike.length === 1 && gone.length === 1 ? alike[0] : undefined);
    if (found !== undefined) renames.set(name, found[0]);
  }
  return renames;
}

const wordsOf = ({ value }: Part): unknown => asObject(value)['description'];
