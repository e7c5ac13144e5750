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

/** The columns, each with the groups of checks that it counts. */
const CAPABILITIES: Readonly<Record<string, readonly string[]>> = {
  'Tokens, keys, retries': ['token', 'keys', 'retry'],
  'Lists, results, options, widget URL': ['lists', 'results', 'options', 'widget'],
  'Errors, time limits, secrets': ['errors', 'time', 'secrets'],
  'Tells why nothing was sent': ['reasons'],
  'A write without a key is sent once': ['sent once'],
  Webhooks: ['webhooks'],
};

/** Reads the lines of the suite: `ok name`, or `not ok name: problem` (the name has a colon of its own). */
export const resultsOf = (lines: readonly string[]): Result[] =>
  lines.map((line) => {
    const [, name, problem] = /^not ok (.+?: .+?): (.*)$/.exec(line) ?? [];
    return name === undefined ? { name: line.replace(/^ok /, ''), problem: undefined } : { name, problem };
  });

const cell = (results: readonly Result[]): string => {
  const passed = results.filter(({ problem }) => problem === undefined).length;
  return passed === results.length ? 'yes' : passed === 0 ? 'no' : `${passed} of ${results.length}`;
};

/** Returns the table in Markdown, and below it what each runtime cannot do. */
export function tableOf(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const names = ['Runtime', 'Checks passed', ...Object.keys(CAPABILITIES)];
  const measured = rows.map(({ runtime, results }) => {
    if (results.length === 0) return line([runtime, 'skipped', ...names.slice(2).map(() => '')]);
    const passed = results.filter(({ problem }) => problem === undefined).length;
    const cells = Object.values(CAPABILITIES).map((groups) =>
      cell(results.filter(({ name }) => groups.some((group) => name.startsWith(`${group}: `)))),
    );
    return line([runtime, `${passed} of ${results.length}`, ...cells]);
  });
  return [line(names), line(names.map(() => '---')), ...measured, '', ...limitsIn(rows)].join('\n');
}

/** Returns a line for each limit, with all runtimes that have it. */
function limitsIn(rows: readonly Row[]): string[] {
  const reasons = new Set(rows.flatMap(({ runtime }) => limitsOf(runtime).map(({ reason }) => reason)));
  return [...reasons].map((reason) => {
    const limited = rows.filter(({ runtime }) => limitsOf(runtime).some((limit) => limit.reason === reason));
    return `- **${limited.map(({ runtime }) => runtime).join(', ')}.** ${reason}`;
  });
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
