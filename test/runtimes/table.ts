import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { limitsOf } from './limits.js';

/** The result of one check. Its name begins with its group: `keys: …`. */
export interface Result {
  readonly name: string;
  readonly problem: string | undefined;
}

/** The results of one runtime; none if it was skipped. */
export interface Row {
  readonly runtime: string;
  readonly results: readonly Result[];
}

/** What the suite checks, each with its groups of checks. */
const CAPABILITIES: Readonly<Record<string, readonly string[]>> = {
  calls: ['token', 'keys', 'retry'],
  'lists and results': ['lists', 'results', 'options', 'widget'],
  'errors and time limits': ['errors', 'time', 'secrets'],
  'why nothing was sent': ['reasons'],
  'a write is sent once': ['sent once'],
  webhooks: ['webhooks'],
};

/** Reads the lines of the suite: `ok name`, or `not ok name: problem` (the name has a colon of its own). */
export const resultsOf = (lines: readonly string[]): Result[] =>
  lines.map((line) => {
    const [, name, problem] = /^not ok (.+?: .+?): (.*)$/.exec(line) ?? [];
    return name === undefined ? { name: line.replace(/^ok /, ''), problem: undefined } : { name, problem };
  });

/** Returns what fails, with the share that passes. */
const failures = (results: readonly Result[]): string =>
  Object.entries(CAPABILITIES)
    .flatMap(([name, groups]) => {
      const own = results.filter((result) => groups.some((group) => result.name.startsWith(`${group}: `)));
      const passed = own.filter(({ problem }) => problem === undefined).length;
      return passed === own.length ? [] : [`${name} (${passed} of ${own.length})`];
    })
    .join(', ');

/** Returns the table in Markdown, and below it the reasons of what fails, each with its runtimes. */
export function tableOf(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const measured = rows.map(({ runtime, results }) => {
    if (results.length === 0) return line([runtime, 'skipped', '']);
    const passed = results.filter(({ problem }) => problem === undefined).length;
    return line([runtime, `${passed} of ${results.length}`, failures(results)]);
  });
  const reasons = [...new Set(rows.flatMap(({ runtime }) => limitsOf(runtime).map(({ reason }) => reason)))];
  const limits = reasons.map((reason) => {
    const limited = rows.filter(({ runtime }) => limitsOf(runtime).some((limit) => limit.reason === reason));
    return `- **${limited.map(({ runtime }) => runtime).join(', ')}:** ${reason}`;
  });
  return [
    line(['runtime', 'checks passed', 'what fails']),
    line(['---', '---', '---']),
    ...measured,
    '',
    ...limits,
  ].join('\n');
}

const START = '<!-- measured by npx tsx test/runtimes/run.ts --write -->';
const END = '<!-- end of what is measured -->';

/** Replaces the table of a page. */
export async function writeTable(page: string, rows: readonly Row[]): Promise<void> {
  const [before, rest = ''] = readFileSync(page, 'utf8').split(START);
  const after = rest.split(END)[1] ?? '';
  const text = `${before ?? ''}${START}\n\n${tableOf(rows)}\n\n${END}${after}`;
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown', proseWrap: 'always' }));
}
