import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './compare.js';
import { LOCK, pageFrom } from './lock.js';
import { Locator } from './locate.js';
import { safe } from './model.js';
import { entryOfPage } from './place.js';
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
    const start = Math.max(0, lines.findIndex((line) => line.includes(`"${id}"`))); // prettier-ignore
    const { operationId } = (locked.kind === 'endpoint' && entryOfPage(ledger, id)) || {};
    const subject = operationId === undefined ? undefined : contract.operation(operationId);
    if (subject === undefined) return [`${LOCK}:${start + 1}: no entry of coverage.yaml has the page ${safe(id)}.`];
    const findings = compare({ page: pageFrom(locked), id }, subject).filter(({ verdict }) => verdict !== 'surer');
    return findings.map((finding) => {
      const { file, line, place } = locator.locate(finding, subject);
      const at = lines.findIndex((text, index) => index > start && text.includes(`"${finding.place}"`));
      return `${LOCK}:${Math.max(at, start) + 1}: ${safe(id)} ${place} ${finding.text}. The contract: ${file}:${line}.`;
    });
  });
  for (const breach of breaches) console.error(breach);
  console.log(`${lock.size} pages in the lock, ${breaches.length} facts that the contract does not have.`);
  return breaches.length > 0 ? 1 : 0;
}
