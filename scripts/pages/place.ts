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

/** Returns the entry of an endpoint by the id of its page. */
export const entryOfPage = ({ endpoints }: Ledger, id: string | undefined): LedgerEndpoint | undefined =>
  Object.values(endpoints)
    .flat()
    .find(({ entry }) => id !== undefined && entry.page === id);

/**
 * Places a page: by its id, else by title, group and verb if exactly one entry of the ledger fits, else by verb and path if
 * exactly one operation has them. A page with an id that none of these know is of an endpoint that is new.
 *
 * @returns a sentence that says why, if the page cannot be placed.
 */
export function placePage(page: Page, ledger: Ledger, contract: OpenapiFolder): Placed | string {
  const { head, group, id } = page;
  if (page.kind === 'schema') return placeSchema(page, ledger, contract);
  if (page.kind !== 'endpoint' || head === undefined) return { id };
  const subjectOf = (name: string | undefined) => (name === undefined ? undefined : contract.operation(name));
  const at = (entry: LedgerEndpoint | undefined, operationId = entry?.operationId): Placed => {
    return { id: id ?? knownId(entry?.entry.page), entry, subject: subjectOf(operationId) };
  };
  const byId = entryOfPage(ledger, id);
  if (byId) return at(byId);
  const groups = group === undefined ? Object.values(ledger.endpoints) : [ledger.endpoints[group] ?? []];
  const named = groups
    .flat()
    .filter(({ title, entry }) => plainTitle(title) === plainTitle(page.title) && entry.method === head.method);
  if (named.length === 1) return at(named[0]);
  const same = contract
    .endpoints()
    .filter(({ method, path }) => method === head.method && template(path) === template(head.path));
  const [operation] = same;
  const entries = Object.values(ledger.endpoints).flat();
  if (operation && same.length === 1)
    return at(
      entries.find(({ operationId }) => operationId === operation.operationId),
      operation.operationId,
    );
  if (named.length > 1)
    return `${named.length} entries of the ledger have its title, group and verb. Give its id: --id api-…`;
  return id === undefined ? 'No entry of the ledger has its title, group and verb. Give its id: --id api-…' : { id };
}

function placeSchema({ title, id }: Page, { schemas }: Ledger, contract: OpenapiFolder): Placed | string {
  const [entry, ...others] = schemas.filter(({ name }) => name === title);
  if (others.length > 0 || (entry === undefined && id === undefined))
    return 'No schema of the ledger, or more than one, has its name.';
  return { id, subject: entry?.schema === undefined ? undefined : contract.schema(entry.schema) };
}

/** Returns a title without the ledger's own addition: the menu has two entries of one title. */
export const plainTitle = (title: string): string => title.replace(/ \(second entry\)$/, '').trim();
/** Returns the id of a page; undefined if only its entry in the menu is known. */
export const knownId = (page: string | undefined): string | undefined => (page === 'menu' ? undefined : page);

/** Returns a path with its placeholders by position: their names are no part of the URL. */
export const template = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
