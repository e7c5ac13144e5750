import { hasTable, type Collector } from './collector.js';
import { parseSample } from './sample-facts.js';

/** The sample below the fields of a body. */
export interface TextSample {
  readonly text: string;
  readonly line: number;
}

/**
 * Decides what the root of a body is, once its fields are read: the text has the fields of an entry for a list, and only the
 * sample shows brackets. Returns false if nothing shows it.
 */
export function finishBody(found: Collector, place: string, sample: TextSample | undefined): boolean {
  const { facts } = found;
  const value = sample && parseSample(sample.text);
  const known = facts.get(place);
  const isTable = hasTable(facts, place);
  const type = value === undefined ? undefined : Array.isArray(value) ? 'array' : 'object';
  if (known && isTable) found.emit({ ...known, level: 'table', type });
  if (type === 'array') {
    for (const fact of [...facts.values()].filter((one) => one.place.startsWith(`${place}/`))) {
      facts.delete(fact.place);
      const inEntry = `${place}/[]${fact.place.slice(place.length)}`;
      facts.set(inEntry, { ...fact, place: inEntry });
    }
  }
  if (sample && value === undefined) found.problem(sample.line, place, 'a sample is text, and no JSON');
  else if (sample) found.addSample(value, place, sample.line);
  return !isTable || type !== undefined;
}
