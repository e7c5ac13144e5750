import { escape } from '../diff/contract-files.js';
import type { Ledger } from '../lib/ledger.js';
import { safe, type MenuEntry } from './model.js';

/** A difference between the documentation's menu and the ledger. */
export interface LedgerFinding {
  readonly verdict: 'new' | 'gone' | 'moved' | 'renamed';
  readonly title: string;
  readonly text: string;
  /** Line of coverage.yaml. */
  readonly line: number;
}

interface Entry {
  readonly kind: 'endpoint' | 'schema' | 'document';
  readonly title: string;
  readonly group: string | undefined;
  readonly id: string | undefined;
  readonly line: number;
}

/**
 * Compares a menu or an index with the ledger. Ids decide if both have one, then titles. A menu that is loaded in parts has
 * no verb for far entries, so that a missing verb is no difference.
 */
export function compareMenu(
  menu: readonly MenuEntry[],
  ledger: Ledger,
  lineOf: (pointer: string) => number,
): LedgerFinding[] {
  const left = new Set(entriesOf(ledger, lineOf));
  const entries = menu.filter(({ kind }) => kind !== 'folder');
  const found: LedgerFinding[] = [];
  const unmatched = entries.filter((entry) => {
    const known = [...left].find((one) => one.id !== undefined && one.id === entry.id) ?? matchOf(entry, [...left]);
    if (known === undefined) return true;
    left.delete(known);
    if (plain(known.title) !== plain(entry.title))
      found.push({ verdict: 'renamed', title: known.title, text: `now ${safe(entry.title)}`, line: known.line });
    return false;
  });
  for (const entry of unmatched) {
    const moved = [...left].find((one) => plain(one.title) === plain(entry.title) && isKind(entry, one));
    if (moved) left.delete(moved);
    found.push(
      moved
        ? {
            verdict: 'moved',
            title: moved.title,
            text: `from ${moved.group ?? 'the top'} to ${safe(entry.group || 'the top')}`,
            line: moved.line,
          }
        : {
            verdict: 'new',
            title: safe(entry.title),
            text: `in the group ${safe(lastOf(entry.group) || 'of the top')}`,
            line: 1,
          },
    );
  }
  const gone = [...left].map(({ title, line }): LedgerFinding => ({
    verdict: 'gone',
    title,
    text: 'the menu does not list it',
    line,
  }));
  return [...found, ...gone];
}

function matchOf(entry: MenuEntry, left: readonly Entry[]): Entry | undefined {
  const fits = (one: Entry) => plain(one.title) === plain(entry.title) && isKind(entry, one);
  return left.find((one) => fits(one) && (one.group === undefined || one.group === lastOf(entry.group)));
}

/** An endpoint is known by its verb; an entry without one may be anything. */
const isKind = ({ kind, method, group }: MenuEntry, one: Entry): boolean => {
  if (kind !== undefined) return kind === one.kind;
  return method !== undefined ? one.kind === 'endpoint' : one.kind !== 'schema' || lastOf(group) === 'Schemas';
};

function entriesOf({ endpoints, schemas, guides }: Ledger, lineOf: (pointer: string) => number): Entry[] {
  const known = (id: string): string | undefined => (id === 'menu' ? undefined : id);
  return [
    ...guides.map(({ title, page }, index): Entry => ({
      kind: 'document',
      title,
      group: undefined,
      id: known(page),
      line: lineOf(`/guides/${index}`),
    })),
    ...Object.entries(endpoints).flatMap(([group, list]) =>
      list.map(({ title, entry }, index): Entry => ({
        kind: 'endpoint',
        title,
        group,
        id: known(entry.page),
        line: lineOf(`/endpoints/${escape(group)}/${index}`),
      })),
    ),
    ...schemas.map(({ name }, index): Entry => ({
      kind: 'schema',
      title: name,
      group: undefined,
      id: undefined,
      line: lineOf(`/schemas/${index}`),
    })),
  ];
}

const plain = (title: string): string => title.replace(/ \(second entry\)$/, '').trim();
const lastOf = (group: string): string => group.split(' > ').at(-1) ?? '';
