// Proves that nothing in the tarball links to a file that is not in it: pages, doc comments of sources and declarations.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { installedPackage } from '../support/package.js';

/** Links of a page or of the comments of a source, but for those in code, to other sites and to headings of the same page. */
function linksOf(name: string, text: string): string[] {
  const words = name.endsWith('.ts') ? (text.match(/\/\*\*.*?\*\//gs) ?? []).join('\n') : text;
  const prose = words.replace(/^( *(?:\* )?)```.*?^\1```$/gms, '');
  return Array.from(
    prose.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g),
    ([, link, source = '']) => link ?? source,
  ).filter((link) => !/^(#|https?:|mailto:)/.test(link));
}

it('links to files that are in the tarball', () => {
  const { folder } = installedPackage();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|txt|ts|tsx)$/.test(name) && !name.startsWith('node_modules'))
    .map((name) => ({ name, links: linksOf(name, readFileSync(join(folder, name), 'utf8')) }));
  const leads = (name: string, link: string) => existsSync(join(folder, dirname(name), link.split('#')[0] ?? ''));
  const broken = files.flatMap(({ name, links }) =>
    links.filter((link) => !leads(name, link)).map((link) => `${name}: ${link}`),
  );
  expect(broken).toEqual([]);
  expect(files.flatMap(({ links }) => links).length).toBeGreaterThan(50);
  expect(files.some(({ name }) => name.endsWith('.d.ts'))).toBe(true);
});
