import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Returns the links of a folder of HTML pages that lead to no file, or to no element of one: `page.html: target`. Pages with
 * a router of their own are `excepted`.
 */
export function brokenLinks(folder: string, excepted: readonly string[] = []): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string): ReadonlySet<string> => {
    const known =
      ids.get(file) ?? new Set(Array.from(textOf(file).matchAll(/\b(?:id|name)="([^"]+)"/g), ([, id = '']) => id));
    ids.set(file, known);
    return known;
  };
  return pages
    .filter((page) => !excepted.includes(page))
    .flatMap((page) =>
      linksOf(textOf(join(folder, page)))
        .filter((link) => {
          const [path = '', id = ''] = link.split('#');
          const file = path === '' ? join(folder, page) : join(folder, dirname(page), decodeURIComponent(path));
          if (!existsSync(file)) return true;
          return id !== '' && file.endsWith('.html') && !idsOf(file).has(decodeURIComponent(id));
        })
        .map((link) => `${page}: ${link}`),
    );
}

const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Returns the links to pages of the same site. Scripts are left out: they contain templates of links. */
const linksOf = (html: string): string[] =>
  Array.from(html.replace(/<script.*?<\/script>/gs, '').matchAll(/<a\b[^>]*? href="([^"]*)"/g), ([, link = '']) => link)
    .map((link) => link.replaceAll('&amp;', '&'))
    .filter((link) => link !== '' && link !== '#' && !/^(https?|mailto|data):/.test(link));
