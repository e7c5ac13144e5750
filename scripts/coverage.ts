/**
 * Proves how much of the documentation the contract covers, and how surely: every endpoint of the documentation's menu
 * with its operation or the reason why it has none, and counts by evidence. Ledger: `openapi/coverage.yaml`.
 * `--markdown` prints Markdown, `--write` puts that into README.md, `--check` fails where README.md holds another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { operationsOf, type Contract } from './lib/contract.js';
import { readLedger } from './lib/ledger.js';

const README = new URL('../README.md', import.meta.url);
const START = '<!-- coverage:start -->';
const END = '<!-- coverage:end -->';
const WORDS = ['documented', 'example', 'inferred', 'unknown'] as const;

interface Row {
  readonly group: string;
  readonly title: string;
  readonly request: string;
  readonly outcome: string;
  readonly evidence: string;
}

const HEAD: Row = {
  group: 'Group',
  title: 'Endpoint',
  request: 'Method and path',
  outcome: 'Operation, or why there is none',
  evidence: 'Evidence',
};

const ledger = readLedger();
const contract = JSON.parse(readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8')) as Contract;
const operations = [...operationsOf(contract)].map(([verb, path, operation]) => ({ verb, path, ...operation }));
const rows = Object.entries(ledger.endpoints).flatMap(([group, endpoints]) =>
  endpoints.map(({ title, entry, operationId, reason }): Row => {
    const operation = operations.find((one) => one.operationId === operationId);
    return {
      group,
      title,
      request: operation ? `${operation.verb} ${operation.path}` : entry.method,
      outcome: operationId ?? reason ?? '',
      evidence: operation?.['x-evidence'] ?? 'unknown',
    };
  }),
);

if (process.argv.includes('--write')) await writeReadme();
else if (process.argv.includes('--check')) await checkReadme();
else console.log(process.argv.includes('--markdown') ? await markdown() : text());

/** A table that lines up in a terminal, and the counts. */
function text(): string {
  const columns = Object.keys(HEAD) as (keyof Row)[];
  const widths = columns.map((column) => Math.max(...[HEAD, ...rows].map((row) => row[column].length)));
  const line = (row: Row) =>
    columns
      .map((column, index) => row[column].padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [...[HEAD, ...rows].map(line), '', ...counts()].join('\n');
}

/** The counts and the same table, formatted as README.md is. */
async function markdown(): Promise<string> {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line([row.title, code(row.request), row.outcome, row.evidence]));
  const head = [HEAD.title, HEAD.request, HEAD.outcome, HEAD.evidence];
  const table = [line(head), line(head.map(() => '---')), ...body].join('\n');
  const list = counts().map((count) => `- ${count}`);
  return (await format([...list, '', table].join('\n'), { parser: 'markdown', printWidth: 120 })).trim();
}

function counts(): string[] {
  const found = rows.filter(({ request }) => request.includes(' ')).length;
  const schemas = Object.values(contract.components.schemas);
  const transcribed = ledger.schemas.filter(({ schema }) => schema !== undefined).length;
  return [
    `Endpoints: ${found} of the ${rows.length} in the menu are transcribed; of the others no path is known.`,
    `Operations: ${tally(operations)}.`,
    `Schemas: ${transcribed} of the ${ledger.schemas.length} in the menu are transcribed.`,
    `Schemas of the contract, ${schemas.length} with its own: ${tally(schemas)}.`,
  ];
}

function tally(parts: readonly { readonly 'x-evidence'?: string }[]): string {
  return WORDS.map((word) => `${parts.filter((part) => part['x-evidence'] === word).length} ${word}`).join(', ');
}

async function writeReadme(): Promise<void> {
  const [before, , after] = readReadme();
  writeFileSync(README, `${before}${START}\n\n${await markdown()}\n\n${END}${after}`);
}

async function checkReadme(): Promise<void> {
  const [, block] = readReadme();
  if (block.trim() === (await markdown())) return;
  console.error('The coverage table in README.md is stale: run `npm run coverage -- --write` and commit the result.');
  process.exitCode = 1;
}

/** README.md before, within and after the two comments that frame the table. */
function readReadme(): [before: string, block: string, after: string] {
  const readme = readFileSync(README, 'utf8');
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) {
    console.error(`README.md has no place for the coverage table: it lacks ${START} or ${END}.`);
    process.exit(1);
  }
  return [readme.slice(0, start), readme.slice(start + START.length, end), readme.slice(end + END.length)];
}

function code(words: string): string {
  return `\`${words}\``;
}
