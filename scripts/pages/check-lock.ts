import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../lib/ledger.js';
import { compare } from './compare.js';
import type { OpenapiFolder, Subject } from './contract.js';
import { LOCK, pageFrom, type LockedPage } from './lock.js';
import { Locator } from './locate.js';
import { safe } from './model.js';
import type { Project } from './run.js';

/**
 * Compares the lock with the contract, without pages: each fact that a page stated when it was last read is in the contract
 * or excused by `x-page-says`, and what is documented by that page alone agrees with it. Prints each breach with both
 * places. Returns 1 if there is one.
 */
export function checkLock({ lock, contract, ledger }: Project): 0 | 1 {
  const lines = lock.size === 0 ? [] : readFileSync(join(contract.root, LOCK), 'utf8').split('\n');
  const locator = new Locator(contract);
  const breaches = [...lock].flatMap(([id, locked]) => {
    if (locked.facts === undefined) return [];
    const subject = subjectOf(id, locked, ledger, contract);
    if (subject === undefined)
      return [`${LOCK}:${lineOf(lines, id)}: no entry of coverage.yaml has the page ${safe(id)}.`];
    const findings = compare({ page: pageFrom(locked), id }, subject).filter(({ verdict }) => verdict !== 'surer');
    return findings.map((finding) => {
      const { file, line, place } = locator.locate(finding, subject);
      return `${LOCK}:${lineOf(lines, id, finding.place)}: ${safe(id)} ${place} ${finding.text}. The contract: ${file}:${line}.`;
    });
  });
  for (const breach of breaches) console.error(breach);
  console.log(`${lock.size} pages in the lock, ${breaches.length} facts that the contract does not have.`);
  return breaches.length > 0 ? 1 : 0;
}

function subjectOf(
  id: string,
  { kind }: LockedPage,
  { endpoints }: Ledger,
  contract: OpenapiFolder,
): Subject | undefined {
  if (kind !== 'endpoint') return undefined;
  const entry = Object.values(endpoints)
    .flat()
    .find((one) => one.entry.page === id);
  return entry?.operationId === undefined ? undefined : contract.operation(entry.operationId);
}

/** Returns the line of a page in the lock, or that of one of its facts. */
function lineOf(lines: readonly string[], id: string, place?: string): number {
  const start = lines.findIndex((line) => line.includes(`"${id}"`));
  const fact =
    place === undefined ? -1 : lines.findIndex((line, index) => index > start && line.includes(`"${place}"`));
  return Math.max(fact, start, 0) + 1;
}
