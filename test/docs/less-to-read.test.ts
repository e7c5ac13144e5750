// Proves that the pages for callers stay short: their words in all, eleven guides at most, no long cell of a table, and a README
// whose lines fit a screen.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const guides = readdirSync('docs').filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'AGENTS.md', 'llms.txt', 'SECURITY.md', ...guides.map((name) => `docs/${name}`)];
const textOf = (page: string): string => readFileSync(page, 'utf8');
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

it('have at most 11 000 words, counted as `wc -w` does', () => {
  const words = pages.map((page) => wordsOf(textOf(page)).length);
  expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(11_000);
});

it('are at most eleven guides', () => expect(guides.length).toBeLessThanOrEqual(11));

it.each(pages)('%s has at most 15 words in a cell of a table', (page) => {
  const rows = textOf(page).match(/^\|.*\|$/gm) ?? [];
  const cells = rows.flatMap((row) => row.split('|').slice(1, -1));
  expect(cells.filter((cell) => wordsOf(cell).length > 15)).toEqual([]);
});

it('README.md has lines of at most 120 columns', () => {
  expect(
    textOf('README.md')
      .split('\n')
      .filter((line) => line.length > 120),
  ).toEqual([]);
});
