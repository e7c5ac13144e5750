// Proves that each link and picture of the pages that are shipped leads to a file that is shipped too, and to a heading that
// exists; that pictures are small and guides short; and that no page has anyone install the unclaimed npm name.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../scripts/lib/entries.js';
import { PAGES } from '../support/docs/code-blocks.js';

/** Files that npm packs in any case, and those of the manifest. */
const shipped = [
  'README.md',
  'LICENSE',
  'package.json',
  ...readManifest('.').files.filter((file) => !file.startsWith('!')),
];
const isShipped = (path: string): boolean => shipped.some((file) => path === file || path.startsWith(`${file}/`));
const pages = [...PAGES, 'llms.txt', 'CHANGELOG.md'].filter(isShipped);
const textOf = (page: string): string => readFileSync(page, 'utf8');
const withoutCode = (text: string): string => text.replace(/^```.*?^```/gms, '');

/** Returns the anchors of a page, as GitHub makes them of its headings. */
const anchorsOf = (page: string): string[] =>
  [...withoutCode(textOf(page)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(pages)('%s', (page) => {
  const text = withoutCode(textOf(page));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

  it('links only to what is shipped', () => {
    for (const link of links.filter((one) => !/^https?:/.test(one))) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      expect(isShipped(target) && existsSync(target), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
    }
  });

  it('shows only pictures that are shipped, each under 150 kB', () => {
    for (const [, picture = ''] of text.matchAll(/(?:src|srcset)="([^"]+)"/g)) {
      const file = normalize(join(dirname(page), picture));
      expect(isShipped(file) && existsSync(file), picture).toBe(true);
      expect(statSync(file).size, picture).toBeLessThan(150_000);
    }
  });

  it('has nobody install a name that is not published', () => {
    const commands = textOf(page).matchAll(/\b(?:(?:npm (?:install|i|exec)|yarn add|pnpm add|bun add) |npx )[^`\n#]*/g);
    for (const [command] of commands) {
      if (!command.startsWith('npx --no-install ')) expect(command).not.toMatch(/(?<![./\w-])kobble-client(?![-.\w/])/);
    }
  });

  it.runIf(page.startsWith('docs/'))('has at most 250 lines, none longer than 120 columns but for tables', () => {
    const lines = textOf(page).split('\n');
    expect(lines.length).toBeLessThanOrEqual(250);
    expect(lines.filter((line) => line.length > 120 && !line.startsWith('|'))).toEqual([]);
  });

  it.runIf(page.startsWith('docs/'))('can be reached from README.md', () => {
    expect(textOf('README.md')).toContain(`(${page})`);
  });
});
