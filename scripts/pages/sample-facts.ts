import { nameOf, parentOf, placeIn, type Fact, type Note } from './model.js';
import { jsonType } from './schema-facts.js';

const MOST_ENTRIES = 20;

/**
 * Reads a sample body beside what tables say: a part that no table has becomes a fact of level `sample`, which has no more
 * than a type. What contradicts a table is returned: the sample lacks a required field, or has a value of another type.
 */
export function sampleFacts(
  value: unknown,
  place: string,
  line: number,
  facts: Map<string, Fact>,
  emit: (fact: Fact) => void,
): Note[] {
  const notes: Note[] = [];
  const required = requiredFields(facts);
  const note = (at: string, text: string) => notes.push({ line, place: at, text });
  const visit = (part: unknown, at: string, depth: number): void => {
    const known = facts.get(at);
    const type = jsonType(part);
    if (known === undefined || known.level !== 'table') emit(merged(known, at, type, line));
    else if (!fits(part, type, known)) return void note(at, 'a sample has a value of another type than the table');
    if (depth === 0) return;
    if (Array.isArray(part)) for (const entry of part.slice(0, MOST_ENTRIES)) visit(entry, `${at}/[]`, depth - 1);
    if (type !== 'object' || facts.has(`${at}/{}`)) return;
    for (const [name, member] of Object.entries(part as object)) visit(member, placeIn(at, name), depth - 1);
    for (const name of required.get(at) ?? []) {
      if (!Object.hasOwn(part as object, name))
        note(placeIn(at, name), 'a sample lacks a field that the table requires');
    }
  };
  visit(value, place, 12);
  return notes;
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
  const before = known?.type?.split('|') ?? [];
  const now = new Set([...before, ...(type === 'null' ? [] : [type])]);
  if (now.has('number')) now.delete('integer');
  const nullable = type === 'null' || known?.nullable === true ? true : undefined;
  return {
    ...known,
    place,
    line: known?.line ?? line,
    level: 'sample',
    type: [...now].sort().join('|') || undefined,
    nullable,
  };
}

/** A template such as `{{id}}` stands for a value of any type. */
function fits(value: unknown, type: string, { type: stated, nullable }: Fact): boolean {
  if (stated === undefined || (typeof value === 'string' && /^\{\{.*\}\}$/.test(value))) return true;
  if (type === 'null') return nullable !== false;
  return stated.split('|').some((one) => one === type || (one === 'number' && type === 'integer') || one === 'file');
}

/** Returns the names of required fields by the place that holds them. */
function requiredFields(facts: ReadonlyMap<string, Fact>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { place, required } of facts.values()) {
    if (required === true) found.set(parentOf(place), [...(found.get(parentOf(place)) ?? []), nameOf(place)]);
  }
  return found;
}
