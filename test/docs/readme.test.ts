// Proves that each guarantee of docs/calls.md has its limit and names tests that exist, and that the README has a line for each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as entry from '../../src/index.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
const readme = read('README.md');

const calls = read('docs/calls.md');
const [, guaranteed = ''] = calls.split('\n## Guarantees\n');
const guarantees = (guaranteed.split('\n## ')[0] ?? '').split('\n### ').slice(1);

describe('the guarantees', () => {
  it('are nine, and the README has a line for each', () => {
    expect(guarantees).toHaveLength(9);
    const [, section = ''] = readme.split('\n## What is guaranteed\n');
    expect((section.split('\n## ')[0] ?? '').match(/^- \*\*/gm)).toHaveLength(9);
  });

  it.each(guarantees.map((text) => [text.split('\n')[0], text] as const))(
    '%s: has a limit, and tests that exist',
    (_, text) => {
      expect(text).toMatch(/^- \*\*Limit:\*\* \w/m);
      const files = Array.from(text.matchAll(/`(test\/[\w/-]+\.test\.ts)`/g), ([, file = '']) => file);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        expect(existsSync(new URL(file, root)), file).toBe(true);
        expect(read(file)).toMatch(/^\s*(it|test)(\.each\(|\()/m);
      }
    },
  );
});

it('the guide on calls has each outcome of an error, and the README names errors that exist', () => {
  const declared = /export type Outcome =(.*?);\n\n/s.exec(read('src/errors/kobble-error.ts'))?.[1] ?? '';
  const all = Array.from(declared.matchAll(/\| '([\w-]+)'/g), ([, outcome = '']) => outcome);
  expect(all).toHaveLength(3);
  expect(Array.from(calls.matchAll(/^- `([\w-]+)`: /gm), ([, outcome]) => outcome)).toEqual(all);
  const names = [...readme.matchAll(/`(\w+Error)`/g)].map(([, name = '']) => name);
  expect(names.filter((name) => !Object.keys(entry).includes(name))).toEqual([]);
});

it.each(['SECURITY.md', 'test/faults/README.md'])('the links of %s to files of the project lead somewhere', (path) => {
  const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
  expect(links).not.toEqual([]);
  for (const link of links) expect(existsSync(new URL(link, new URL(path, root))), link).toBe(true);
});

it('the page of the fault tests names every file beside it, and no other', () => {
  const named = [...read('test/faults/README.md').matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, name = '']) => name);
  const files = readdirSync(new URL('test/faults/', root)).filter((name) => name.endsWith('.test.ts'));
  expect([...new Set(named)].sort()).toEqual(files.sort());
});
