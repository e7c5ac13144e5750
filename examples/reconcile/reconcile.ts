/**
 * Compares your orders with an export, and prints each difference. Exits 1 if there is one.
 *
 *     node --import tsx reconcile.ts orders.ndjson transactions-2026-10.ndjson
 *
 * Both have a JSON object a line, with `reference` and `amount` as you sent them. That Kobble sends these two fields back is
 * an assumption, because no field of a transaction is documented: without them, each order is reported.
 */
import { readFileSync } from 'node:fs';

interface Line {
  readonly reference?: unknown;
  readonly amount?: unknown;
}

const [orders = '', transactions = ''] = process.argv.slice(2);
const found = byReference(transactions);
const differences: string[] = [];
for (const [reference, ordered] of byReference(orders)) {
  const moved = found.get(reference) ?? 'nothing';
  found.delete(reference);
  if (moved !== ordered) differences.push(`${reference}: ordered ${ordered}, moved ${moved}`);
}
for (const [reference, moved] of found) differences.push(`${reference}: not ordered, moved ${moved}`);
console.log(differences.join('\n') || 'no difference');
process.exitCode = Number(differences.length > 0);

/** Returns the amounts of each reference, several for one that was paid several times. Amounts are compared, never added. */
function byReference(file: string): Map<string, string> {
  const amounts = new Map<string, string>();
  for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { reference, amount } = JSON.parse(text) as Line;
    const [name, before] = [String(reference), amounts.get(String(reference))];
    amounts.set(name, [before, JSON.stringify(amount)].filter(Boolean).join(' and '));
  }
  return amounts;
}
