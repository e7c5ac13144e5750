/**
 * Writes all transactions of a month to FOLDER: `transactions-2026-10.ndjson` as Kobble sends them, one a line, and `.csv` for
 * people. If it is interrupted, run it again: it goes on where it was.
 *
 *     KOBBLE_ENVIRONMENT=staging KOBBLE_CLIENT_ID=… node --import tsx export-month.ts 2026-10 UTC FOLDER
 */
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKobbleClient, type KobbleClient, type Page, type Transaction } from 'kobble-client';
import { csvOf, type Row } from './csv.js';
import { periodOf, type Period } from './period.js';

const [month = '', timeZone = '', folder = '.'] = process.argv.slice(2);
const period = periodOf(month, timeZone);
if (Date.parse(period.to) > Date.now()) throw new Error(`${month} is not over.`);
const file = join(folder, `transactions-${month}`);
const kobble = createKobbleClient({ readOnly: true });
if (!existsSync(`${file}.ndjson`)) {
  await download(kobble, period, `${file}.part`);
  renameSync(`${file}.part`, `${file}.ndjson`);
}
const rows = readRows(`${file}.ndjson`);
writeFileSync(`${file}.csv.part`, csvOf(rows), { flush: true });
renameSync(`${file}.csv.part`, `${file}.csv`);
console.log(`${rows.length} transactions in ${file}.csv`);
await kobble.close();

/**
 * Appends each page to a file. By what the list is sorted, and whether a transaction can be added later, is not documented: if
 * the list changes while it is read, a row could be missing. The file is then deleted, and this throws.
 */
async function download({ transactions }: KobbleClient, { from, to }: Period, part: string): Promise<void> {
  const seen = new Set(readRows(part).map(idOf));
  const last = [...seen].at(-1); // read once more, to see that it is where it was
  const offset = last === undefined ? 0 : seen.size - 1;
  // The largest limit is not documented.
  let page: Page<Transaction> | undefined = await transactions.list({ from, to, order: 'asc', limit: 100, offset });
  const { total } = page;
  let items = page.items;
  if (last !== undefined) {
    if (items[0] === undefined || idOf(items[0]) !== last) changed(part);
    items = items.slice(1);
  }
  while (page !== undefined) {
    for (const row of items) if (seen.size === seen.add(idOf(row)).size || page.total !== total) changed(part);
    appendFileSync(part, items.map((row) => `${JSON.stringify(row)}\n`).join(''), { flush: true });
    page = await page.nextPage();
    items = page?.items ?? [];
  }
  if (total !== undefined && seen.size !== total) changed(part);
}

function changed(part: string): never {
  rmSync(part);
  throw new Error('The list changed while it was read. Run this again: it starts anew.');
}

/** Returns the rows of a file, none if it does not exist. The rest of a line whose writing was interrupted is cut off. */
function readRows(path: string): Row[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.subarray(0, end).toString().split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Row);
}

/** That a transaction has an `id` follows from its endpoint. Without one, rows could not be told apart. */
function idOf(row: Row): string {
  if (typeof row['id'] !== 'string') throw new Error('A transaction has no `id`.');
  return row['id'];
}
