/**
 * Reports how much of the documentation the contract covers, and how sure it is: tables of endpoints, schemas and guides,
 * and counts by evidence, from the ledger `openapi/coverage.yaml` and the bundle. `--write` puts the tables into
 * `openapi/COVERAGE.md` and the counts into README.md; `--check` fails if these are not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import type { Contract } from './lib/contract.js';
import { coverageOf, type Table } from './lib/coverage.js';

const README = new URL('../README.md', import.meta.url);
const REPORT = new URL('../openapi/COVERAGE.md', import.meta.url);
const START = '<!-- coverage:start -->';
const END = '<!-- coverage:end -->';

const bundle = readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8');
const { counts, tables } = coverageOf(JSON.parse(bundle) as Contract);

if (process.argv.includes('--write')) await write();
else if (process.argv.includes('--check')) await check();
else console.log([...tables.map(text), ...counts].join('\n'));

/** Returns a table that lines up in a terminal. */
function text({ title, head, rows }: Table): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return `${title}\n\n${[head, ...rows].map((row) => line(row).trimEnd()).join('\n')}\n`;
}

function markdownTable({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Returns `openapi/COVERAGE.md`. */
async function report(): Promise<string> {
  const head = `# Coverage

<!-- Written by \`npx tsx scripts/coverage.ts --write\` from coverage.yaml and the contract. Do not edit. -->

What the contract covers of the documentation's menu, and how sure it is. [README.md](README.md#evidence) explains the words of
evidence. "Response" is the evidence of the successful response: the weakest of its statuses, its schema and, in a list,
the entries.`;
  return markdown([head, list(), ...tables.map(markdownTable)].join('\n\n'));
}

/** Returns README.md with the counts between its two comments. */
async function readme(): Promise<string> {
  const old = readFileSync(README, 'utf8');
  const [start, end] = [old.indexOf(START), old.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no place for the counts: it lacks ${START} or ${END}.`);
  return `${old.slice(0, start)}${START}\n\n${(await markdown(list(), 'always')).trim()}\n\n${old.slice(end)}`;
}

function list(): string {
  return counts.map((count) => `- ${count}`).join('\n');
}

function markdown(source: string, proseWrap: 'always' | 'preserve' = 'preserve'): Promise<string> {
  return format(source, { parser: 'markdown', printWidth: 120, proseWrap });
}

async function write(): Promise<void> {
  writeFileSync(REPORT, await report());
  writeFileSync(README, await readme());
}

async function check(): Promise<void> {
  const stale = [
    ...((await report()) === read(REPORT) ? [] : ['openapi/COVERAGE.md']),
    ...((await readme()) === read(README) ? [] : ['README.md']),
  ];
  for (const name of stale)
    console.error(`${name} is stale: run \`npx tsx scripts/coverage.ts --write\` and commit the result.`);
  if (stale.length > 0) process.exitCode = 1;
}

/** Returns a file, or undefined if there is none. */
function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
