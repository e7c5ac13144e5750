/**
 * Writes all transactions of a month to FOLDER: `transactions-2026-10.ndjson`, one a line, and `.csv` for people. What
 * Kobble sent, for a period that is a little longer, is in `.raw.ndjson`. If it is interrupted, run it again: it goes
 * on where it was.
 *
 *     KOBBLE_ENVIRONMENT=staging KOBBLE_CLIENT_ID=… node --import tsx export-month.ts 2026-10 Australia/Sydney FOLDER
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createKobbleClient, isKobbleError, type KobbleClient, type Page, type Transaction } from 'kobble-client';
import { csvOf, type Row } from './csv.js';
import { isIn, periodOf } from './period.js';

/** What a person is told in one line. */
class Failure extends Error {}

try {
  const [month = '', timeZone = '', folder = '.'] = process.argv.slice(2);
  await exportMonth(month, timeZone, folder);
} catch (error) {
  if (!isKobbleError(error) && !(error instanceof Failure || error instanceof RangeError)) throw error;
  const isInterrupted = isKobbleError(error) && (error.outcome !== 'rejected' || error.code === 'rate_limited');
  console.error(isInterrupted ? `${error.message}. Run this again: it goes on where it was.` : error.message);
  process.exitCode = 1;
}

async function exportMonth(month: string, timeZone: string, folder: string): Promise<void> {
  const period = periodOf(month, timeZone);
  if (Date.parse(period.to) > Date.now()) throw new Failure(`${month} is not over.`);
  const file = join(folder, `transactions-${month}`);
  const raw = `${file}.raw.ndjson`;
  const kobble = createKobbleClient({ readOnly: true });
  const query = { ...period, order: 'asc' } as const; // add `wallet` here to export one wallet
  mkdirSync(folder, { recursive: true });
  claim(file, {
    'time zone': timeZone,
    'base URL': kobble.baseUrl,
    'client id': process.env['KOBBLE_CLIENT_ID'] ?? '',
    query: JSON.stringify(query),
  });
  if (!existsSync(raw)) {
    await download(kobble, query, `${file}.part`);
    renameSync(`${file}.part`, raw);
  }
  const sent = readRows(raw);
  const rows = sent.filter(({ created_at }) => isIn(period, created_at));
  write(`${file}.ndjson`, linesOf(rows));
  write(`${file}.csv`, csvOf(rows));
  console.log(`${rows.length} transactions in ${file}.csv, ${sent.length - rows.length} of the margin left out`);
  await kobble.close();
}

/** Notes what the files are of. Files of something else would be taken for this export, or be continued by it. */
function claim(file: string, of: Readonly<Record<string, string>>): void {
  const note = `${file}.json`;
  if (!existsSync(note) && !existsSync(`${file}.raw.ndjson`)) {
    rmSync(`${file}.part`, { force: true }); // nobody knows what it is of
    return write(note, JSON.stringify(of));
  }
  const noted = JSON.parse(existsSync(note) ? readFileSync(note, 'utf8') : '{}') as Readonly<Record<string, unknown>>;
  const others = Object.keys(of).filter((name) => noted[name] !== of[name]);
  if (others.length > 0) throw new Failure(`${file} is of another ${others.join(' and ')}: name another folder.`);
}

type Query = NonNullable<Parameters<KobbleClient['transactions']['list']>[0]>;

/**
 * Appends each page to a file. By what the list is sorted, and whether a transaction can be added later, is not
 * documented: if the list changes while it is read, a row could be missing. The file is then deleted, and this throws.
 */
async function download({ transactions }: KobbleClient, query: Query, part: string): Promise<void> {
  const seen = new Set(readRows(part).map(idOf));
  const last = [...seen].at(-1); // read once more, to see that it is where it was
  const offset = last === undefined ? 0 : seen.size - 1;
  // The largest limit is not documented.
  let page: Page<Transaction> | undefined = await transactions.list({ ...query, limit: 100, offset });
  const { total } = page;
  let items = page.items;
  if (last !== undefined) {
    if (items[0] === undefined || idOf(items[0]) !== last) startAnew(part);
    items = items.slice(1);
  }
  while (page !== undefined) {
    for (const row of items) if (seen.size === seen.add(idOf(row)).size || page.total !== total) startAnew(part);
    appendFileSync(part, linesOf(items), { flush: true });
    page = await page.nextPage().catch((error: unknown) => {
      if (isKobbleError(error) && error.code === 'incomplete_list') startAnew(part, error.message);
      throw error;
    });
    items = page?.items ?? [];
  }
  if (total !== undefined && seen.size !== total) startAnew(part);
}

function startAnew(part: string, why = 'The list changed while it was read'): never {
  rmSync(part, { force: true });
  throw new Failure(`${why}. Run this again: it starts anew.`);
}

function linesOf(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Replaces a file as a whole. */
function write(path: string, text: string): void {
  writeFileSync(`${path}.part`, text, { flush: true });
  renameSync(`${path}.part`, path);
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
  if (typeof row['id'] !== 'string') throw new Failure('A transaction has no `id`.');
  return row['id'];
}
