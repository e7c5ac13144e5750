import type { Ledger, LedgerEndpoint } from '../lib/ledger.js';
import type { OpenapiFolder, Subject } from './contract.js';
import type { Page } from './model.js';

/** Where a page belongs. */
export interface Placed {
  /** The id of the page: its own, or that of the ledger's entry. */
  readonly id?: string | undefined;
  readonly entry?: LedgerEndpoint | undefined;
  /** The operation or schema of the contract; absent if the page is of one that the contract does not have. */
  readonly subject?: Subject | undefined;
}

/**
 * Places a page: by its id, else by title, group and verb if exactly one entry of the ledger fits, else by verb and path if
 * exactly one operation has them. A page with an id that none of these know is of an endpoint that is new.
 *
 * @returns a sentence that says why, if the page cannot be placed.
 */
export function placePage(page: Page, ledger: Ledger, contract: OpenapiFolder): Placed | string {
  if (page.kind === 'schema') return placeSchema(page, ledger, contract);
  if (page.kind !== 'endpoint' || page.head === undefined) return { id: page.id };
  const { method, path } = page.head;
  const entries = Object.entries(ledger.endpoints).flatMap(([group, list]) => list.map((entry) => ({ group, entry })));
  const subjectOf = ({ operationId }: LedgerEndpoint) =>
    operationId === undefined ? undefined : contract.operation(operationId);
  const byId = entries.find(({ entry }) => page.id !== undefined && entry.entry.page === page.id);
  if (byId) return { id: page.id, entry: byId.entry, subject: subjectOf(byId.entry) };
  const byTitle = entries.filter(({ group, entry }) => {
    const isGroup = page.group === undefined || page.group === group;
    return isGroup && plain(entry.title) === plain(page.title) && entry.entry.method === method;
  });
  const [named] = byTitle;
  if (named && byTitle.length === 1)
    return { id: page.id ?? known(named.entry.entry.page), entry: named.entry, subject: subjectOf(named.entry) };
  const same = [...contract.endpoints()].filter(
    (one) => one.method === method && template(one.path) === template(path),
  );
  const [operation] = same;
  if (operation && same.length === 1) {
    const entry = entries.find((one) => one.entry.operationId === operation.operationId)?.entry;
    return { id: page.id ?? known(entry?.entry.page), entry, subject: contract.operation(operation.operationId) };
  }
  if (byTitle.length > 1)
    return `${byTitle.length} entries of the ledger have its title, group and verb. Give its id: --id api-…`;
  return page.id === undefined
    ? 'No entry of the ledger has its title, group and verb. Give its id: --id api-…'
    : { id: page.id };
}

function placeSchema(page: Page, { schemas }: Ledger, contract: OpenapiFolder): Placed | string {
  const [entry, ...others] = schemas.filter(({ name }) => name === page.title);
  if (others.length > 0 || (entry === undefined && page.id === undefined)) {
    return 'No schema of the ledger, or more than one, has its name.';
  }
  return { id: page.id, subject: entry?.schema === undefined ? undefined : contract.schema(entry.schema) };
}

/** Returns a title without the ledger's own addition: the menu has two entries of one title. */
const plain = (title: string): string => title.replace(/ \(second entry\)$/, '').trim();
const known = (id: string | undefined): string | undefined => (id === 'menu' ? undefined : id);

/** Returns a path with its placeholders by position: their names are no part of the URL. */
export const template = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
