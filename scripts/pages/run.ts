import type { Ledger, LedgerEndpoint } from '../lib/ledger.js';
import { aligned } from './align.js';
import { compare, noteOf, notesOf } from './compare.js';
import type { OpenapiFolder, Subject } from './contract.js';
import type { Finding } from './finding.js';
import { lockedPage, pageFrom, type Lock, type LockedPage } from './lock.js';
import { safe, UnreadablePage, type Facts, type MenuEntry, type Page } from './model.js';
import { placePage } from './place.js';
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
    try {
      for (const page of unchangedPage(one, project) ?? readPage(one)) {
        const named = id === undefined ? page : { ...page, id };
        const result = comparePage(named, one, project);
        if (typeof result === 'string') unplaced.push({ name: safe(one.name), reason: result });
        else if (result) pages.push(result);
      }
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      unread.push({ name: safe(one.name), reason: error.message });
    }
  }
  return { pages, unread, unplaced };
}

/** Returns a page from the lock if its text is the same: it need not be parsed, which takes seconds for a large one. */
function unchangedPage({ name, text }: SavedPage, { lock, ledger }: Project): Page[] | undefined {
  const id = idInName(name)?.id;
  const locked = id === undefined ? undefined : lock.get(id);
  if (locked?.hash === undefined || locked.hash !== hashOf(text)) return undefined;
  const entry = Object.values(ledger.endpoints)
    .flat()
    .find((one) => one.entry.page === id);
  return entry ? [{ ...pageFrom(locked), id, title: entry.title }] : undefined;
}

/** Returns the pages of the lock that an index does not list any more. An entry without an id may be any of its kind. */
export function goneFrom(menu: readonly MenuEntry[], lock: Lock): string[] {
  const ids = new Set(menu.map(({ id }) => id));
  const unclear = new Set(menu.filter(({ id }) => id === undefined).map(({ kind }) => kind));
  return [...lock].filter(([id, { kind }]) => !ids.has(id) && !unclear.has(kind)).map(([id]) => id);
}

/** Returns the comparison, a sentence if the page cannot be placed, or nothing for an index. */
function comparePage(
  page: Page,
  saved: SavedPage,
  { contract, ledger, lock, today }: Project,
): ComparedPage | string | undefined {
  if (page.kind === 'index') return undefined;
  const placed = placePage(page, ledger, contract);
  if (typeof placed === 'string') return placed;
  const { id, subject } = placed;
  const before = id === undefined ? undefined : lock.get(id);
  const facts = subject ? aligned(page, subject) : page.facts;
  const locked = lockedPage(page, facts, today, hashOf(saved.text));
  const since = sinceOf(locked, before);
  const findings = [...findingsOf(page, placed, before, since), ...notesOf(page, subject)];
  const left = page.problems.length;
  return {
    name: safe(saved.name),
    id,
    title: safe(page.title),
    page,
    entry: placed.entry,
    facts,
    subject,
    findings,
    since,
    understood: Math.floor(100 * (1 - left / Math.max(page.size, page.facts.size, left, 1))),
    locked,
  };
}

/** Returns what a page states that the contract does not have. A guide is read by a person, who is told that it changed. */
function findingsOf(
  page: Page,
  { id, subject }: { readonly id?: string | undefined; readonly subject?: Subject | undefined },
  before: LockedPage | undefined,
  since: ComparedPage['since'],
): Finding[] {
  if (subject) return compare({ page, id, before: before?.facts && pageFrom(before).facts }, subject);
  const finding = (verdict: Finding['verdict'], place: string, text: string, level: Finding['level']): Finding[] => [
    { verdict, place, text, level, aspect: 'head', pageLine: page.line },
  ];
  const { method = '', path = '' } = page.head ?? {};
  if (page.kind === 'endpoint') {
    const glued = [...page.facts.values()].filter((fact) => fact.glued !== undefined);
    const words = `is an operation that the contract does not have: ${method} ${safe(path)}`;
    return [
      ...finding('new', 'operation', words, 'minor'),
      ...glued.map(({ place, line }) =>
        noteOf(place, 'has values that the text does not separate: list them by hand', line),
      ),
    ];
  }
  if (page.kind === 'schema') return finding('new', 'schema', 'is a schema that the ledger does not have', 'none');
  const text = 'has other words than when it was last read: a person reads its facts';
  return since === 'words only' ? finding('changed', page.kind, text, 'none') : [];
}

function sinceOf(now: LockedPage, before: LockedPage | undefined): ComparedPage['since'] {
  if (before === undefined) return 'new';
  if (before.hash !== undefined && before.hash === now.hash) return 'unchanged';
  const facts = ({ head, folded, facts: stated }: LockedPage) => JSON.stringify([head, folded, stated]);
  return facts(now) === facts(before) ? 'words only' : 'changed';
}
