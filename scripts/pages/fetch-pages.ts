import { setTimeout as sleep } from 'node:timers/promises';
import { fetchText } from './fetch-text.js';
import { safe, UnreadablePage, type MenuEntry } from './model.js';
import { PageFolder } from './page-folder.js';
import { readPage, type SavedPage } from './read-page.js';
import type { Trouble } from './run.js';

const MOST_PAGES = 500;
const MOST_BYTES = 100_000_000;

export interface FetchOptions {
  /** The folder in which pages are kept. */
  readonly folder: string | undefined;
  /** Names of groups, separated by commas; absent for all. */
  readonly only?: string | undefined;
  /** Milliseconds between two requests. Default: 500 */
  readonly interval?: number;
  /** Milliseconds for one page. Default: 10 000 */
  readonly timeout?: number;
  readonly onProgress?: (line: string) => void;
}

export interface FetchedPages {
  readonly saved: readonly SavedPage[];
  readonly unread: readonly Trouble[];
  readonly menu: readonly MenuEntry[];
}

/**
 * Fetches the pages that an index lists, one after the other, and keeps them in a folder. A page that did not change is
 * not sent again, and a run that was stopped continues. Only pages of the index's own host are asked for; no credentials
 * are sent, and nothing is fetched that the index does not list.
 *
 * @throws UnreadablePage if the index cannot be read.
 */
export async function fetchPages(from: string, options: FetchOptions): Promise<FetchedPages> {
  const { interval = 500, timeout = 10_000, onProgress = (line) => console.error(line), only } = options;
  if (options.folder === undefined) throw new Error('--from needs --save FOLDER, a folder outside of the repository.');
  const address = addressOf(from);
  const folder = new PageFolder(options.folder, address.href);
  const menu = await readIndexAt(address, timeout);
  const all = urlsOf(menu, only);
  const urls = all.filter(({ origin }) => origin === address.origin);
  const foreign = all.filter((url) => !urls.includes(url));
  const unread: Trouble[] = foreign.map((url) => ({ name: safe(url.pathname), reason: 'it is on another host' }));
  const seconds = Math.ceil((urls.length * interval) / 1_000);
  onProgress(`${urls.length} pages of ${address.host}: at least ${seconds} s, at most 5 MB each.`);
  const saved: SavedPage[] = [];
  let bytes = 0;
  for (const [index, url] of urls.entries()) {
    const name = folder.nameOf(url);
    try {
      if (!folder.isDone(url)) {
        await sleep(interval);
        folder.note(url, await fetchText(url, timeout, folder.validatorsOf(url)));
      }
      const text = folder.read(url);
      saved.push({ name, text });
      bytes += text.length;
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      unread.push({ name, reason: error.message });
    }
    onProgress(`${index + 1}/${urls.length} ${name}`);
    if (bytes > MOST_BYTES) throw new UnreadablePage('the pages are larger than 100 MB in all');
  }
  folder.finish();
  return { saved, unread, menu };
}

/** Returns the address of an index. Anybody can read along without TLS, so that only loopback may go without it. */
function addressOf(from: string): URL {
  const address = URL.canParse(from) ? new URL(from) : undefined;
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(address?.hostname ?? '');
  const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && isLoopback);
  if (address === undefined || !isSafe)
    throw new Error('--from must be an https address, such as https://docs.apikobble.net/llms.txt.');
  if (address.username !== '' || address.password !== '') throw new Error('--from must be without credentials.');
  return address;
}

async function readIndexAt(address: URL, timeout: number): Promise<readonly MenuEntry[]> {
  const index = await fetchText(address, timeout).catch((error: unknown) => {
    throw error instanceof UnreadablePage ? new UnreadablePage(`${address.href}: ${error.message}`) : error;
  });
  const [page] = readPage({ name: address.pathname, text: index?.text ?? '' });
  if (page?.kind !== 'index' || page.menu.length === 0)
    throw new UnreadablePage(`${address.href} is no index of pages`);
  return page.menu;
}

/** Returns the addresses that a menu lists, of some groups or of all, each once. */
function urlsOf(menu: readonly MenuEntry[], only: string | undefined): URL[] {
  const groups = only?.split(',').map(slug);
  const isWanted = ({ group }: MenuEntry) =>
    groups === undefined || group.split(' > ').some((one) => groups.includes(slug(one)));
  const urls = new Set(menu.filter(isWanted).flatMap(({ url }) => url ?? []));
  if (urls.size > MOST_PAGES) throw new UnreadablePage(`the index lists more than ${MOST_PAGES} pages`);
  return [...urls].map((url) => new URL(url));
}

const slug = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, '-');
