// Proves that each page names scripts that package.json has and programs that are there, that scripts/README.md lists every
// script, and that pages which have Prism installed name a version that runs on Node 20.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !/node_modules|\.cache|^(dist|site)\/|CHANGELOG|\/bench\//.test(name))
  .concat('.ci/run')
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

describe.each(pages)('$name', ({ text }) => {
  it('names scripts that package.json has', () => {
    const names = [...text.matchAll(/npm run (?:--silent )?(\w[\w:-]*)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
  it('names programs that are there', () => {
    const programs = [...text.matchAll(/npx tsx ((?:scripts|src|test)\/\S+\.ts)/g)].map(([, program = '']) => program);
    expect(programs.filter((program) => !existsSync(join(root, program)))).toEqual([]);
  });
  it('names the version of Prism', () => {
    expect(text.match(/(install|`)[^`]*@stoplight\/prism-cli(?!@5\.14)/g) ?? []).toEqual([]);
  });
});

it('scripts/README.md lists every script', () => {
  const page = readFileSync(join(root, 'scripts/README.md'), 'utf8');
  const programs = readdirSync(join(root, 'scripts')).filter((name) => name.endsWith('.ts'));
  expect(programs.filter((name) => !page.includes(name))).toEqual([]);
  expect(Object.keys(scripts).filter((name) => !new RegExp(`\`npm (run )?${name}[ \`]`).test(page))).toEqual([]);
});
