import { createHash } from 'node:crypto';
import { emptyPage, UnreadablePage, type MenuEntry, type Page, type PageKind } from './model.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';

const MOST_BYTES = 5_000_000;
const KINDS: Readonly<Record<string, [kind: PageKind, id: string]>> = {
  e: ['endpoint', 'api'],
  m: ['document', 'doc'],
  d: ['schema', 'schema'],
  f: ['folder', 'folder'],
};
const SECTIONS: Readonly<Record<string, PageKind>> = { Docs: 'document', 'API Docs': 'endpoint', Schemas: 'schema' };

/** A saved page: the text, and the name of its file or its address. */
export interface SavedPage {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a saved page in any of its forms; a file may hold several.
 *
 * @throws UnreadablePage if it is none: empty, HTML, too large, or of another site's form.
 */
export function readPage({ name, text }: SavedPage): Page[] {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new UnreadablePage('it is larger than 5 MB');
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (plain.trim() === '') throw new UnreadablePage('it is empty');
  if (/^\s*<(?:!doctype|html|head|\?xml)/i.test(plain))
    throw new UnreadablePage('it is HTML; save the page as text, or its Markdown');
  const pages = readForm(plain);
  const [page] = pages;
  if (pages.length !== 1 || page === undefined) return pages;
  const named = idInName(name);
  // Which of two ids it is would be a guess.
  if (page.id !== undefined && named !== undefined && page.id !== named.id)
    throw new UnreadablePage('its name has another id than the page itself');
  return [{ ...page, ...(page.kind === 'document' && named && { kind: named.kind }), id: page.id ?? named?.id }];
}

/** Returns a hash of a page, so that an unchanged one need not be read again. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function readForm(text: string): Page[] {
  if (/^```ya?ml\s*$/m.test(text) && /^openapi:/m.test(text)) return readMarkdown(text);
  const [, title = ''] = /^# (.*)/.exec(text) ?? [];
  if (title !== '' && /^## (?:Docs|API Docs|Schemas)\s*$/m.test(text))
    return [{ ...emptyPage('index', title.trim()), menu: readIndex(text) }];
  const isText = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[\s\u00a0]*$/m.test(text);
  return isText ? [readText(text)] : readMarkdown(text);
}

/** Reads kind and id off the name of a file or an address: `generate-card-secret-12255079e0.md`, `api-12255079`. */
export function idInName(name: string): { kind: PageKind; id: string } | undefined {
  const [, number = '', letter = ''] = /(?:^|[/-])(\d+)([emdf])0(?:\.\w+)?$/.exec(name) ?? [];
  const [, word, digits = ''] = /(?:^|\/)(api|doc|schema|folder)-(\d+)(?:\.\w+)?$/.exec(name) ?? [];
  const [kind, prefix] = KINDS[letter] ?? Object.values(KINDS).find(([, one]) => one === word) ?? [];
  return kind && { kind, id: `${prefix ?? ''}-${number || digits}` };
}

/**
 * Reads an index (`/llms.txt`, or the page of a folder): each entry has its folders, its title and its address. What
 * follows the address is a description, which is raw Markdown and is not read.
 */
function readIndex(text: string): MenuEntry[] {
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
  const [, head, url = ''] = /^- (.*?)\]\((https?:\/\/[^)]*)\)/.exec(line) ?? [];
  if (head === undefined || !URL.canParse(url)) return undefined;
  const folders = /^((?:[^[\]]| > )*?) ?\[/.exec(head)?.[1] ?? '';
  return { title: head.slice(head.indexOf('[', folders.length) + 1).trim(), group: folders.trim(), url };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
