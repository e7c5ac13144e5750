import { fileURLToPath } from 'node:url';
import { readLedger } from '../../../scripts/lib/ledger.js';
import { compare, notesOf } from '../../../scripts/pages/compare.js';
import { OpenapiFolder } from '../../../scripts/pages/contract.js';
import type { Finding } from '../../../scripts/pages/finding.js';
import type { Facts } from '../../../scripts/pages/model.js';
import { placePage } from '../../../scripts/pages/place.js';
import { readPage } from '../../../scripts/pages/read-page.js';

export const openapi = new OpenapiFolder(fileURLToPath(new URL('../../..', import.meta.url)));
const ledger = readLedger();

/** Reads a page that this project made, places it, and returns all that it differs in. */
export function findingsIn(text: string, name = 'page.md', before?: Facts): Finding[] {
  return readPage({ name, text }).flatMap((page) => {
    const placed = placePage(page, ledger, openapi);
    if (typeof placed === 'string') throw new Error(placed);
    if (placed.subject === undefined) throw new Error('The page is of an operation that the contract does not have.');
    return [...compare({ page, id: placed.id, before }, placed.subject), ...notesOf(page, placed.subject)];
  });
}

/** Returns findings in short form, as a table of expectations has them. */
export const shortly = (findings: readonly Finding[]): string[] =>
  findings.map(({ verdict, place, text }) => `${verdict} · ${place} · ${text}`);
