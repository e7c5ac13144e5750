import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Place, RedoclyChange } from './redocly-diff.js';
import { at, locate } from './uses.js';

/**
 * Returns the changes with a parameter each in place of a whole list. Redocly reports the list if an operation gains its
 * first parameter or loses its last one, and rates a parameter that the client sends itself as one that callers must send.
 */
export const withSingleParameters = (changes: readonly RedoclyChange[]): RedoclyChange[] =>
  changes.flatMap((change) => (change.typeName === 'ParameterList' ? parametersOf(change) : [change]));

function parametersOf(change: RedoclyChange): RedoclyChange[] {
  const { value } = change.revision ?? change.base ?? {};
  if (change.property !== undefined || change.kind === 'modified' || !Array.isArray(value)) return [change];
  return value.map((_, index) => ({
    ...change,
    typeName: 'Parameter',
    path: `${change.path}/${index}`,
    ...(change.base && { base: entryOf(change.base, index) }),
    ...(change.revision && { revision: entryOf(change.revision, index) }),
  }));
}

/** Returns the place of an entry of a list, with the value that a reference leads to. */
function entryOf({ value, pointer, ...place }: Place, index: number): Place {
  const entry: unknown = at(value, `/${index}`);
  return { ...place, pointer: `${pointer}/${index}`, value: resolved(entry, place.file) };
}

function resolved(entry: unknown, from: string): unknown {
  const reference = at(entry, '/$ref');
  if (typeof reference !== 'string') return entry;
  const { file, pointer } = locate(reference, from);
  return at(parse(readFileSync(file, 'utf8')), pointer);
}
