import { createHash } from 'node:crypto';
import { idInName } from './page-id.js';
import { readIndex } from './read-index.js';
import { emptyPage, readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import { UnreadablePage, type Page } from './model.js';

const MOST_BYTES = 5_000_000;

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
  const fromName = idInName(name);
  const pages = readForm(plain);
  const [page] = pages;
  if (pages.length !== 1 || page === undefined) return pages;
  return [
    {
      ...page,
      ...(page.kind === 'document' && fromName && { kind: fromName.kind }),
      id: sameId(page.id, fromName?.id),
    },
  ];
}

/** Returns a hash of a page, so that an unchanged one need not be read again. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function readForm(text: string): Page[] {
  if (/^```ya?ml\s*$/m.test(text) && /^openapi:/m.test(text)) return readMarkdown(text);
  if (/^# /.test(text) && /^## (?:Docs|API Docs|Schemas)\s*$/m.test(text)) {
    const title = text.slice(2, text.indexOf('\n')).trim();
    return [{ ...emptyPage('index', title), menu: readIndex(text) }];
  }
  if (/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[\s\u00a0]*$/m.test(text)) return [readText(text)];
  return readMarkdown(text);
}

/** The id in the page and that of its name must be the same: which of two it is would be a guess. */
function sameId(own: string | undefined, named: string | undefined): string | undefined {
  if (own !== undefined && named !== undefined && own !== named)
    throw new UnreadablePage('its name has another id than the page itself');
  return own ?? named;
}
