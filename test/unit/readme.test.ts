// Proves that each guarantee of docs/guarantees.md names tests that exist, and that the README has each outcome of an error.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as entry from '../../src/index.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
const readme = read('README.md');

/** Returns the cells of the rows of the first table below a heading. */
function rowsBelow(heading: string, page: string): string[][] {
  const [, section = ''] = page.split(`\n${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const guarantees = rowsBelow('# What is guaranteed, and what is not', `\n${read('docs/guarantees.md')}`);
const outcomes = rowsBelow('## When it fails', readme);

describe('the guarantees', () => {
  it('are all read', () => {
    expect(guarantees.length).toBeGreaterThanOrEqual(9);
  });

  it.each(guarantees.map((row) => [row[0], row] as const))('%s', (_, row) => {
    const [guarantee, how, limit, proof = ''] = row;
    expect([guarantee, how, limit].every(Boolean)).toBe(true);
    const files = [...proof.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(0);
    for (const path of files) {
      expect(path).toMatch(/^\.\.\/test\/.*\.test\.ts$/);
      const file = path.slice('../'.length);
      expect(existsSync(new URL(file, root)), file).toBe(true);
      expect(read(file)).toMatch(/^\s*(it|test)(\.each\(|\()/m);
    }
  });
});

it('the README has each outcome of an error, and names errors that exist', () => {
  const declared = /export type Outcome =(.*?);\n\n/s.exec(read('src/errors/kobble-error.ts'))?.[1] ?? '';
  const all = [...declared.matchAll(/\| ('[\w-]+')/g)].map(([, outcome = '']) => `\`${outcome.slice(1, -1)}\``);
  expect(all).toHaveLength(3);
  expect(outcomes.map(([outcome]) => outcome)).toEqual(all);
  const names = [...readme.matchAll(/`(\w+Error)`/g)].map(([, name = '']) => name);
  expect(names.filter((name) => !Object.keys(entry).includes(name))).toEqual([]);
});

it.each(['SECURITY.md', 'test/faults/README.md'])(
  'the README links to %s, whose links to files of the project lead somewhere',
  (path) => {
    expect(readme).toContain(`(${path})`);
    const links = [...read(path).matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
    for (const link of links) expect(existsSync(new URL(link, new URL(path, root))), link).toBe(true);
  },
);

it('the page of the fault tests names every file beside it, and no other', () => {
  const named = [...read('test/faults/README.md').matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, name = '']) => name);
  const files = readdirSync(new URL('test/faults/', root)).filter((name) => name.endsWith('.test.ts'));
  expect([...new Set(named)].sort()).toEqual(files.sort());
});
