// Proves that docs/getting-started.md lists every option with its default and variable.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { optionTable, readOptions } from '../../scripts/lib/option-table.js';

const page = readFileSync('docs/getting-started.md', 'utf8');
const source = readFileSync('src/options.ts', 'utf8');

describe('the table of options', () => {
  it('has a row for each option', () => {
    const rows = optionTable(source).split('\n').slice(2);
    expect(rows).toHaveLength(readOptions(source).length);
    for (const row of rows) expect(page.replace(/ +/g, ' ')).toContain(row.replace(/ +/g, ' '));
  });
  it('names each variable that the source names', () => {
    const named = [...source.matchAll(/Variable `(KOBBLE_\w+)`/g)].map(([, name]) => `\`${name}\``);
    expect(readOptions(source).flatMap(({ variable }) => (variable === '' ? [] : [variable]))).toEqual(named);
    expect(named.length).toBeGreaterThan(0);
  });
  it('takes name, default and variable from a declaration', () => {
    const declared = `
      interface KobbleClientOptions {
        /** Time limit. In milliseconds, default 60 000. A token has less. Variable \`KOBBLE_TIME\`, if set. */
        time?: number;
        /** Receiver of lines. Default: \`console\`. */
        logger?: object;
        plain?: string;
        retry?: RetryOptions | undefined;
      }
      interface RetryOptions {
        /** Default: as many as fit. */
        maxRetries?: number;
      }`;
    expect(readOptions(declared)).toEqual([
      { name: 'time', default: '60 000', variable: '`KOBBLE_TIME`' },
      { name: 'logger', default: '`console`', variable: '' },
      { name: 'plain', default: '', variable: '' },
      { name: 'retry.maxRetries', default: 'as many as fit', variable: '' },
    ]);
  });
});
