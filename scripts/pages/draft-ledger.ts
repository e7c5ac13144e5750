import type { Ledger } from '../lib/ledger.js';
import type { Place } from '../diff/contract-files.js';
import { inside, type DraftFiles } from './draft-files.js';
import type { ComparedPage } from './run.js';

const ENDPOINTS: Place = { file: 'openapi/coverage.yaml', pointer: '/endpoints' };

const endpointsIn = (files: DraftFiles) => files.value(ENDPOINTS) as Ledger['endpoints']; // the file is the ledger

/** Returns the ledger's entry of a page, as the draft has it. */
export function ledgerEntry(files: DraftFiles, { entry }: ComparedPage): Place | undefined {
  for (const [group, list] of Object.entries(endpointsIn(files))) {
    const index = list.findIndex((one) => one.title === entry?.title && one.entry.method === entry.entry.method);
    if (index >= 0) return inside(ENDPOINTS, group, index);
  }
  return undefined;
}

/** Names an operation that is new in the ledger. Numbers are those of the menu's order, so that all are written anew. */
export function enterOperation(files: DraftFiles, page: ComparedPage, operationId: string): void {
  const { id = '', title } = page;
  const { group = 'Other', head } = page.page;
  const facts = {
    method: head?.method ?? '',
    page: id,
    ...(page.facts.has('header/idempotency-key') && { key: true }),
  };
  const known = ledgerEntry(files, page);
  if (known) {
    for (const [key, value] of Object.entries(facts)) files.set(inside(known, 'entry'), key, value);
    files.set(known, 'operationId', operationId);
    return files.remove(known, 'reason');
  }
  const index = endpointsIn(files)[group]?.length ?? 0;
  files.append(ENDPOINTS, group, { title });
  const added = inside(ENDPOINTS, group, index);
  files.setFlow(added, 'entry', { number: 0, ...facts });
  files.set(added, 'operationId', operationId);
  const all = Object.entries(endpointsIn(files)).flatMap(([name, list]) => list.map((_, at) => [name, at] as const));
  for (const [number, [name, at]] of all.entries())
    files.set(inside(ENDPOINTS, name, at, 'entry'), 'number', number + 1);
}
