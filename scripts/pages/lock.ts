import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyPage,
  type Fact,
  type Facts,
  type Form,
  type Head,
  type Level,
  type Page,
  type PageKind,
} from './model.js';

/** Path of the lock from the root of the project. */
export const LOCK = 'openapi/pages.lock.json';

/** A page as it was last read: its facts in short form, and nothing of its words and samples. */
export interface LockedPage {
  readonly kind: PageKind;
  /** Day on which it was read. */
  readonly read: string;
  /** Day on which the page says that it was changed. */
  readonly modified?: string;
  /** Hash of its text; absent if there was something to say about the page itself, which is then read each time. */
  readonly hash?: string;
  readonly head?: Head;
  readonly folded?: readonly string[];
  readonly facts?: Readonly<Record<string, LockedFact>>;
}

interface LockedFact extends Omit<Form, 'limits' | 'glued' | 'cut' | 'guesses' | 'isAmbiguous'> {
  /** Absent for a table. */
  readonly level?: Level;
  readonly isUnseparated?: boolean;
  /** Names of limits, such as a pattern: their values are those of the page. */
  readonly limits?: readonly string[];
}

/** Pages by their ids. */
export type Lock = ReadonlyMap<string, LockedPage>;

/** Reads the lock of a project; a project without one has read no page. */
export function readLock(root: string): Lock {
  try {
    const text = readFileSync(join(root, LOCK), 'utf8');
    return new Map(Object.entries((JSON.parse(text) as { pages: Record<string, LockedPage> }).pages)); // by `lockText`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw new Error(`${LOCK} cannot be read.`, { cause: error });
  }
}

/** Returns the text of a lock, which is the same for the same pages. */
export function lockText(lock: Lock): string {
  const sorted = [...lock].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return JSON.stringify({ pages: Object.fromEntries(sorted) });
}

/** Returns a page as the lock keeps it. `facts` are those in the places of the contract. */
export function lockedPage(page: Page, facts: Facts, read: string, hash: string): LockedPage {
  const { kind, modified, head, folded, contradictions, problems } = page;
  return {
    kind,
    read,
    ...(modified !== undefined && { modified }),
    ...(contradictions.length + problems.length === 0 && { hash }),
    ...(head && { head }),
    ...(folded.size > 0 && { folded: [...folded].sort() }),
    ...(facts.size > 0 && { facts: Object.fromEntries([...facts].map(([place, fact]) => [place, lockedFact(fact)])) }),
  };
}

function lockedFact(fact: Fact): LockedFact {
  const { level, type, nullable, required, format, values, limits, combination, media, glued } = fact;
  return {
    ...(glued !== undefined && values === undefined && { isUnseparated: true }),
    ...(level !== 'table' && { level }),
    type,
    ...(nullable === true && { nullable }),
    ...{ required, format, values },
    ...(limits && { limits: Object.keys(limits).sort() }),
    ...{ combination, media },
  };
}

/** Returns a page as it was last read. */
export function pageFrom({ kind, head, modified, folded, facts: locked = {} }: LockedPage): Page {
  const facts = Object.entries(locked).map(([place, { level = 'table', limits, ...form }]): [string, Fact] => {
    const names = limits && { limits: Object.fromEntries(limits.map((name) => [name, ''])) };
    return [place, { ...form, ...names, place, level, line: 0 }];
  });
  const stated = { head, modified, facts: new Map(facts), folded: new Set(folded) };
  return { ...emptyPage(kind, ''), ...stated };
}
