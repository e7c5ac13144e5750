import { member, type ContractFiles } from '../diff/contract-files.js';
import { jsonType } from '../diff/schema-shape.js';
import { childrenOf, nameOf, parentOf, placeIn, safe, UnreadablePage, type Fact, type Note } from './model.js';
import type { Sample } from './operation-facts.js';
import { wordSet, type Reading } from './schema-facts.js';

const MOST_FACTS = 5_000;
const MOST_PROBLEMS = 100;
const MOST_ENTRIES = 20;
const MOST_LEVELS = 12;
const OWN = /^x-(?:apidog|apifox)-/;
const VOCABULARY = wordSet('folder status name ordering orders refs overrides ignore-properties enum mock maintainer');

/** Collects what a reader finds on one page, within limits: references and aliases can multiply without end. */
export class Collector {
  readonly facts = new Map<string, Fact>();
  readonly problems: Note[] = [];
  readonly foreign = new Set<string>();
  readonly contradictions: Note[] = [];

  emit(fact: Fact): void {
    if (this.facts.size >= MOST_FACTS) throw new UnreadablePage(`the page states more than ${MOST_FACTS} facts`);
    const { place, line, values } = fact;
    const isShown = values?.every(isPlain) ?? true;
    if (!isPlain(place)) this.problem(line, 'page', 'a name has characters that are not shown');
    else this.facts.set(place, isShown ? fact : { ...fact, values: undefined, isUnseparated: true });
    if (!isShown) this.problem(line, place, 'a value has characters that are not shown');
  }

  problem(line: number, place: string, text: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, place, text });
  }

  /** Returns a side of reading that follows references within one document. */
  readingOf(files: ContractFiles): Reading {
    return {
      emit: (fact, part) => this.emit({ ...fact, line: files.lineOf(part) }),
      marks: () => undefined,
      follow: (part) => {
        const { $ref } = (part.value ?? {}) as { readonly $ref?: unknown };
        if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return part;
        try {
          return files.follow(part);
        } catch {
          return part; // it leads nowhere, or around
        }
      },
      // Apidog's own words say nothing for us, those of imports are foreign.
      unknown: (part, key, place) => {
        if (OWN.test(key) && VOCABULARY.has(key.replace(OWN, ''))) return;
        if (key.startsWith('x-') && !OWN.test(key) && key !== 'x-…') this.foreign.add(safe(key));
        else this.problem(files.lineOf(member(part, key)), place, `the key \`${safe(key)}\` is not understood`);
      },
    };
  }

  /** Reads the samples of bodies, once their tables are read. */
  readSamples(samples: readonly Sample[], files: ContractFiles): void {
    for (const { place, part } of samples) {
      const { value } = part;
      const isShown = typeof value !== 'string' || this.facts.get(place)?.type === 'string';
      this.addSample(isShown ? value : parseSample(value), place, files.lineOf(part));
    }
  }

  /**
   * Reads a sample body beside what tables say: a part that no table has becomes a fact of level `sample`, which has no more
   * than a type. What contradicts a table is noted: the sample lacks a required field, or has a value of another type.
   */
  addSample(sample: unknown, root: string, line: number): void {
    if (sample === undefined) return this.problem(line, root, 'a sample is text, and no JSON');
    const required = new Map<string, string[]>();
    for (const { place, required: isRequired } of this.facts.values())
      if (isRequired === true) required.set(parentOf(place), [...(required.get(parentOf(place)) ?? []), place]);
    const note = (place: string, text: string): void => {
      const isKnown = this.contradictions.some((one) => one.place === place && one.text === text);
      if (!isKnown) this.contradictions.push({ line, place, text });
    };
    const visit = (value: unknown, place: string, depth: number): void => {
      const known = this.facts.get(place);
      const type = jsonType(value);
      if (known?.level !== 'table') this.emit(merged(known, place, type, line));
      else if (!fits(value, type, known)) return note(place, 'a sample has a value of another type than the table');
      if (depth === 0) return;
      if (Array.isArray(value))
        for (const entry of value.slice(0, MOST_ENTRIES)) visit(entry, `${place}/[]`, depth - 1);
      if (type !== 'object' || this.facts.has(`${place}/{}`)) return;
      for (const [name, inner] of Object.entries(value as object)) visit(inner, placeIn(place, name), depth - 1);
      for (const field of required.get(place) ?? [])
        if (!Object.hasOwn(value as object, nameOf(field)))
          note(field, 'a sample lacks a field that the table requires');
    };
    visit(sample, root, MOST_LEVELS);
  }
}

/** Reads a sample that is text: returns undefined if it is no JSON. */
export function parseSample(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function merged(known: Fact | undefined, place: string, type: string, line: number): Fact {
  const types = new Set([...(known?.type?.split('|') ?? []), ...(type === 'null' ? [] : [type])]);
  if (types.has('number')) types.delete('integer');
  const nullable = type === 'null' || known?.nullable === true ? true : undefined;
  return { line, ...known, place, level: 'sample', type: [...types].sort().join('|') || undefined, nullable };
}

/** A template such as `{{id}}` stands for a value of any type. */
function fits(value: unknown, type: string, { type: stated, nullable }: Fact): boolean {
  if (stated === undefined || (typeof value === 'string' && /^\{\{.*\}\}$/.test(value))) return true;
  if (type === 'null') return nullable !== false;
  return stated.split('|').some((one) => one === type || (one === 'number' && type === 'integer') || one === 'file');
}

/** Returns true for a text that shows all of its characters: no escapes, no marks that turn the direction. */
const isPlain = (text: string): boolean => text.length <= 200 && /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(text);

/** Returns true if a part of the page has its own table of fields. */
export const hasTable = (facts: ReadonlyMap<string, Fact>, place: string): boolean =>
  childrenOf(facts, place).some(({ level }) => level === 'table');
