/** A row: what Kobble sends. Its fields are not documented. */
export type Row = Readonly<Record<string, unknown>>;

/** Returns rows as CSV (RFC 4180) with a column for each field that a row has, `id` first. */
export function csvOf(rows: readonly Row[]): string {
  const columns = [...new Set(['id', ...rows.flatMap((row) => Object.keys(row))])];
  const lines = [columns.map(text), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Numbers stay as they are, minus included. What is no plain value is its JSON. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return text(typeof value === 'string' ? value : JSON.stringify(value));
}

/**
 * A text that a spreadsheet would run as a formula. Some skip white space before it, and take the wide signs of East Asia, too.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Quotes a text, and puts `'` before what would be a formula: customers choose the references of transactions. */
const text = (value: string): string => `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
