import { idInName } from './page-id.js';
import type { MenuEntry, PageKind } from './model.js';

const SECTIONS: Readonly<Record<string, PageKind>> = { Docs: 'document', 'API Docs': 'endpoint', Schemas: 'schema' };

/**
 * Reads an index (`/llms.txt`, or the page of a folder): each entry has its folders, its title and its address. What
 * follows the address is a description, which is raw Markdown and is not read.
 */
export function readIndex(text: string): MenuEntry[] {
  let section: PageKind | undefined;
  return text.split('\n').flatMap((line, index): MenuEntry[] => {
    const [, heading] = /^## (.+?)\s*$/.exec(line) ?? [];
    if (heading !== undefined) section = SECTIONS[heading];
    const entry = section && entryIn(line);
    if (!section || !entry) return [];
    const known = idInName(decoded(new URL(entry.url).pathname));
    const kind = section === 'document' ? (known?.kind ?? section) : section;
    return [{ ...entry, kind, id: known?.kind === kind ? known.id : undefined, line: index + 1 }];
  });
}

/** Cuts an entry at the first address: titles may hold brackets. */
function entryIn(line: string): { title: string; group: string; url: string } | undefined {
  if (!line.startsWith('- ')) return undefined;
  const cut = line.search(/\]\(https?:\/\//);
  const end = line.indexOf(')', cut);
  if (cut < 0 || end < 0) return undefined;
  const url = line.slice(cut + 2, end);
  const head = line.slice(2, cut);
  const folders = /^((?:[^[\]]| > )*?) ?\[/.exec(head)?.[1] ?? '';
  const title = head.slice(head.indexOf('[', folders.length) + 1).trim();
  return URL.canParse(url) ? { title, group: folders.trim(), url } : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
