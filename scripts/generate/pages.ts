import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Contract } from '../lib/contract.js';
import { coverageOf, type Table } from '../lib/coverage.js';
import { readLedger } from '../lib/ledger.js';
import { optionTable } from '../lib/option-table.js';
import { errorCodes } from './error-codes.js';
import { questionsOf } from './questions.js';
import { contractSections, withSections } from './sections.js';

/** Pages that have lists between comments. */
const PAGES = ['AGENTS.md', 'docs/calls.md', 'docs/getting-started.md'];

/** Returns the pages that have lists of what the contract and the options say, by path, with those lists up to date. */
export async function pagesOf(root: string, contract: Contract): Promise<Readonly<Record<string, string>>> {
  const { counts, tables } = coverageOf(contract);
  const coverage = counts.map((count) => `- ${count}`).join('\n');
  const options = optionTable(readFileSync(join(root, 'src/options.ts'), 'utf8'));
  const sections = { ...contractSections(contract), codes: errorCodes(root), options };
  const pages = PAGES.map(async (path) => [path, await withSections(readFileSync(join(root, path), 'utf8'), sections)]);
  return {
    ...(Object.fromEntries(await Promise.all(pages)) as Record<string, string>),
    'openapi/COVERAGE.md': await coverageReport(coverage, tables, questionsOf(contract, readLedger())),
  };
}

function coverageReport(counts: string, tables: readonly Table[], questions: readonly string[]): Promise<string> {
  const head = `# Coverage

<!-- Written by \`npm run generate\` from coverage.yaml and the contract. Do not edit. -->

What the contract covers of the documentation's menu, and how sure it is. [Evidence](../docs/contract-and-drift.md#evidence)
explains the words. "Response" is the evidence of the successful response: the weakest of its statuses, its schema and, in a list,
the entries.`;
  const open = `## Questions to Kobble

What this contract leaves open, to be sent to Kobble as it is.

${questions.map((question) => `- ${question}`).join('\n')}`;
  const text = [head, counts, ...tables.map(markdownTable), open].join('\n\n');
  return format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' });
}

function markdownTable({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
