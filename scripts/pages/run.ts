import type { Ledger, LedgerEndpoint } from '../lib/ledger.js';
import { aligned } from './align.js';
import { compare, noteOf, notesOf } from './compare.js';
import type { OpenapiFolder, Subject } from './contract.js';
import type { Finding } from './finding.js';
import { lockedPage, pageFrom, type Lock, type LockedPage } from './lock.js';
import { safe, UnreadablePage, type Facts, type MenuEntry, type Page } from './model.js';
import { entryOfPage, placePage, type Placed } from './place.js';
import { hashOf, idInName, readPage, type SavedPage } from './read-page.js';

/** A page that was read and placed. */
export interface ComparedPage {
  readonly name: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly page: Page;
  readonly entry?: LedgerEndpoint | undefined;
  /** Facts in the places of the contract. */
  readonly facts: Facts;
  readonly subject?: Subject | undefined;
  readonly findings: readonly Finding[];
  /** What became of the page since it was last read. */
  readonly since: 'new' | 'changed' | 'words only' | 'unchanged';
  /** Share of the page that was understood, in percent. */
  readonly understood: number;
  readonly locked: LockedPage;
}

/** A page that could not be read or placed, and why. */
export interface Trouble {
  readonly name: string;
  readonly reason: string;
}

/** The result of a run. */
export interface PagesRun {
  readonly pages: readonly ComparedPage[];
  readonly unread: readonly Trouble[];
  readonly unplaced: readonly Trouble[];
}

export interface Project {
  readonly contract: OpenapiFolder;
  readonly ledger: Ledger;
  readonly lock: Lock;
  /** Today, as the lock writes it. */
  readonly today: string;
}

/** Reads, places and compares saved pages. A page that cannot be read stops none of the others. */
export function comparePages(saved: readonly SavedPage[], project: Project, id?: string): PagesRun {
  const pages: ComparedPage[] = [];
  const unread: Trouble[] = [];
  const unplaced: Trouble[] = [];
  for (const one of saved) {
    const name = safe(one.name);
    try {
      for (const page of unchangedPage(one, project) ?? readPage(one)) {
        if (page.kind === 'index') continue;
        const named = id === undefined ? page : { ...page, id };
        const placed = placePage(named, project.ledger, project.contract);
        if (typeof placed === 'string') unplaced.push({ name, reason: placed });
        else pages.push({ name, ...comparePage(named, placed, hashOf(one.text), project) });
      }
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      unread.push({ name, reason: error.message });
    }
  }
  return { pages, unread, unplaced };
}

/** Returns a page from the lock if its text is the same: it need not be parsed, which takes seconds for a large one. */
function unchangedPage({ name, text }: SavedPage, { lock, ledger }: Project): Page[] | undefined {
  const { id } = idInName(name) ?? {};
  const locked = id === undefined ? undefined : lock.get(id);
  if (locked?.hash === undefined || locked.hash !== hashOf(text)) return undefined;
  const entry = entryOfPage(ledger, id);
  return entry && [{ ...pageFrom(locked), id, title: entry.title }];
}

/** Returns the pages of the lock that an index does not list any more. An entry without an id may be any of its kind. */
export function goneFrom(menu: readonly MenuEntry[], lock: Lock): string[] {
  const ids = new Set(menu.map(({ id }) => id));
  const unclear = new Set(menu.filter(({ id }) => id === undefined).map(({ kind }) => kind));
  return [...lock].filter(([id, { kind }]) => !ids.has(id) && !unclear.has(kind)).map(([id]) => id);
}

function comparePage(page: Page, { id, entry, subject }: Placed, hash: string, { lock, today }: Project) {
  const before = id === undefined ? undefined : lock.get(id);
  const facts = subject ? aligned(page, subject) : page.facts;
  const locked = lockedPage(page, facts, today, hash);
  const since = sinceOf(locked, before);
  const stated = subject
    ? compare({ page, id, before: before?.facts && pageFrom(before).facts }, subject)
    : foreignFindings(page, since);
  const left = page.problems.length;
  const understood = Math.floor(100 * (1 - left / Math.max(page.size, page.facts.size, left, 1)));
  const findings = [...stated, ...notesOf(page, subject)];
  return { id, title: safe(page.title), page, entry, facts, subject, findings, since, understood, locked };
}

/** Returns what to say of a page that the contract has nothing of. A guide is read by a person, who is told that it changed. */
function foreignFindings({ kind, head, line, facts }: Page, since: ComparedPage['since']): Finding[] {
  const base = { level: 'none', aspect: 'head', pageLine: line } as const;
  if (kind === 'endpoint') {
    const text = `is an operation that the contract does not have: ${head?.method ?? ''} ${safe(head?.path ?? '')}`;
    const glued = [...facts.values()].filter((fact) => fact.glued !== undefined);
    const words = 'has values that the text does not separate: list them by hand';
    return [
      { ...base, verdict: 'new', place: 'operation', text, level: 'minor' },
      ...glued.map((fact) => noteOf(fact.place, words, fact.line)),
    ];
  }
  if (kind === 'schema')
    return [{ ...base, verdict: 'new', place: 'schema', text: 'is a schema that the ledger does not have' }];
  const text = 'has other words than when it was last read: a person reads its facts';
  return since === 'words only' ? [{ ...base, verdict: 'changed', place: kind, text }] : [];
}

function sinceOf(now: LockedPage, before: LockedPage | undefined): ComparedPage['since'] {
  if (before === undefined) return 'new';
  if (before.hash !== undefined && before.hash === now.hash) return 'unchanged';
  const facts = ({ head, folded, facts: stated }: LockedPage) => JSON.stringify([head, folded, stated]);
  return facts(now) === facts(before) ? 'words only' : 'changed';
}
