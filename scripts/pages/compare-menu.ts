import { escape } from '../diff/contract-files.js';
import type { Ledger } from '../lib/ledger.js';
import { safe, type MenuEntry } from './model.js';
import { knownId, plainTitle } from './place.js';

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
  readonly group?: string;
  readonly id?: string | undefined;
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
  const found: LedgerFinding[] = [];
  const take = (isMatch: (one: Entry) => boolean): Entry | undefined => {
    const entry = [...left].find(isMatch);
    if (entry) left.delete(entry);
    return entry;
  };
  const unmatched = menu.filter((entry) => {
    if (entry.kind === 'folder') return false;
    const known =
      take(({ id }) => id !== undefined && id === entry.id) ??
      take((one) => isAlike(entry, one) && (one.group === undefined || one.group === lastOf(entry.group)));
    if (known && plainTitle(known.title) !== plainTitle(entry.title))
      found.push({ verdict: 'renamed', title: known.title, text: `now ${safe(entry.title)}`, line: known.line });
    return known === undefined;
  });
  for (const entry of unmatched) {
    const moved = take((one) => isAlike(entry, one));
    const [title, line] = moved ? [moved.title, moved.line] : [safe(entry.title), 1];
    const place = `from ${moved?.group ?? 'the top'} to ${safe(entry.group || 'the top')}`;
    const text = moved ? place : `in the group ${safe(lastOf(entry.group) || 'of the top')}`;
    found.push({ verdict: moved ? 'moved' : 'new', title, text, line });
  }
  const gone = { verdict: 'gone', text: 'the menu does not list it' } as const;
  return [...found, ...[...left].map(({ title, line }): LedgerFinding => ({ ...gone, title, line }))];
}

/** An endpoint is known by its verb; an entry without one may be anything. */
function isAlike({ title, kind, method, group }: MenuEntry, one: Entry): boolean {
  if (plainTitle(one.title) !== plainTitle(title)) return false;
  if (kind !== undefined) return kind === one.kind;
  return method !== undefined ? one.kind === 'endpoint' : one.kind !== 'schema' || lastOf(group) === 'Schemas';
}

const entriesOf = ({ endpoints, schemas, guides }: Ledger, lineOf: (pointer: string) => number): Entry[] => [
  ...guides.map(({ title, page }, index): Entry => {
    return { kind: 'document', title, id: knownId(page), line: lineOf(`/guides/${index}`) };
  }),
  ...Object.entries(endpoints).flatMap(([group, list]) =>
    list.map(({ title, entry: { page } }, index): Entry => {
      const line = lineOf(`/endpoints/${escape(group)}/${index}`);
      return { kind: 'endpoint', title, group, id: knownId(page), line };
    }),
  ),
  ...schemas.map(({ name }, index): Entry => ({ kind: 'schema', title: name, line: lineOf(`/schemas/${index}`) })),
];

const lastOf = (group: string): string => group.split(' > ').at(-1) ?? '';
