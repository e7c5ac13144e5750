import { parentOf, safe, UnreadablePage, type Fact, type Note } from './model.js';
import type { Sample } from './operation-facts.js';
import { parseSample, sampleFacts } from './sample-facts.js';
import type { Reading } from './schema-facts.js';
import type { YamlPart } from './yaml-part.js';

const MOST_FACTS = 5_000;
const MOST_PROBLEMS = 100;
const OWN = /^x-(?:apidog|apifox)-/;
const VOCABULARY = new Set(
  'folder status name ordering orders refs overrides ignore-properties enum mock maintainer'.split(' '),
);

/** Collects what a reader finds on one page, within limits: references and aliases can multiply without end. */
export class Collector {
  readonly facts = new Map<string, Fact>();
  readonly problems: Note[] = [];
  readonly foreign = new Set<string>();
  readonly contradictions: Note[] = [];

  readonly emit = (fact: Fact): void => {
    if (this.facts.size >= MOST_FACTS) throw new UnreadablePage(`the page states more than ${MOST_FACTS} facts`);
    const { place, line, values } = fact;
    const isShown = values?.every(isPlain) ?? true;
    if (!isPlain(place)) this.problem(line, 'page', 'a name has characters that are not shown');
    else this.facts.set(place, isShown ? fact : { ...fact, values: undefined, isUnseparated: true });
    if (!isShown) this.problem(line, place, 'a value has characters that are not shown');
  };

  readonly problem = (line: number, place: string, text: string): void => {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, place, text });
  };

  /** Takes note of a key that no rule reads: Apidog's own words say nothing for us, those of imports are foreign. */
  readonly unknown = (part: YamlPart, key: string, place: string): void => {
    if (OWN.test(key) && VOCABULARY.has(key.replace(OWN, ''))) return;
    if (key.startsWith('x-') && !OWN.test(key) && key !== 'x-…') this.foreign.add(safe(key));
    else this.problem((part.get(key) ?? part).line, place, `the key \`${safe(key)}\` is not understood`);
  };

  /** Reads the samples of bodies, once their tables are read. */
  readSamples(samples: readonly Sample[]): void {
    for (const { place, part } of samples) {
      const value = typeof part.scalar === 'string' && !this.isText(place) ? parseSample(part.scalar) : part.toJS();
      if (value === undefined) this.problem(part.line, place, 'a sample is text, and no JSON');
      else this.addSample(value, place, part.line);
    }
  }

  addSample(value: unknown, place: string, line: number): void {
    const notes = sampleFacts(value, place, line, this.facts, this.emit);
    this.contradictions.push(...unique(notes));
  }

  /** Returns a side of reading that follows references within one document. */
  readingOf(root: YamlPart): Reading {
    return {
      emit: this.emit,
      unknown: this.unknown,
      marks: () => undefined,
      follow: (reference) => {
        if (!reference.startsWith('#/')) return undefined;
        return root.at(reference.slice(2).split('/').map(unescape));
      },
    };
  }

  private isText(place: string): boolean {
    return this.facts.get(place)?.type === 'string';
  }
}

function unescape(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return step;
  }
}

/** Returns true for a text that shows all of its characters: no escapes, no marks that turn the direction. */
const isPlain = (text: string): boolean => text.length <= 200 && /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(text);

const unique = (notes: readonly Note[]): Note[] => [
  ...new Map(notes.map((note) => [`${note.place} ${note.text}`, note])).values(),
];

/** Returns true if a part of the page has its own table of fields. */
export const hasTable = (facts: ReadonlyMap<string, Fact>, place: string): boolean =>
  [...facts.values()].some((fact) => fact.level === 'table' && parentOf(fact.place) === place);
