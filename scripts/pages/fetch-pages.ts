import { setTimeout as sleep } from 'node:timers/promises';
import { fetchText, type FetchedText } from './fetch-text.js';
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
  const { interval = 500, timeout = 10_000, onProgress = (line) => console.error(line) } = options;
  if (options.folder === undefined) throw new Error('--from needs --save FOLDER, a folder outside of the repository.');
  const address = addressOf(from);
  const folder = new PageFolder(options.folder, address.href);
  const menu = await readIndexAt(address, timeout);
  const { urls, unread } = listed(menu, address, options.only);
  onProgress(
    `${urls.length} pages of ${address.host}: at least ${Math.ceil((urls.length * interval) / 1_000)} s, at most 5 MB each.`,
  );
  const saved: SavedPage[] = [];
  let bytes = 0;
  for (const [index, url] of urls.entries()) {
    const name = folder.nameOf(url);
    const known = folder.doneIn(url);
    if (known === undefined) await sleep(interval);
    const page = known === undefined ? await fetchOne(url, folder, timeout) : ({ text: known } satisfies FetchedText);
    onProgress(`${index + 1}/${urls.length} ${name}`);
    if (page.problem !== undefined) unread.push({ name, reason: page.problem });
    else saved.push({ name, text: page.text });
    bytes += page.text.length;
    if (bytes > MOST_BYTES) throw new UnreadablePage('the pages are larger than 100 MB in all');
  }
  folder.finish();
  return { saved, unread, menu };
}

/** Returns the address of an index. Anybody can read along without TLS, so that only loopback may go without it. */
function addressOf(from: string): URL {
  const address = URL.canParse(from) ? new URL(from) : undefined;
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(address?.hostname ?? '');
  if (address === undefined || !(address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback))) {
    throw new Error('--from must be an https address, such as https://docs.apikobble.net/llms.txt.');
  }
  if (address.username !== '' || address.password !== '') throw new Error('--from must be without credentials.');
  return address;
}

async function readIndexAt(address: URL, timeout: number): Promise<readonly MenuEntry[]> {
  const index = await fetchText(address, { timeout });
  if (index.problem !== undefined) throw new UnreadablePage(`${address.href}: ${index.problem}`);
  const [page] = readPage({ name: address.pathname, text: index.text });
  if (page?.kind !== 'index' || page.menu.length === 0)
    throw new UnreadablePage(`${address.href} is no index of pages`);
  return page.menu;
}

function listed(
  menu: readonly MenuEntry[],
  address: URL,
  only: string | undefined,
): { urls: URL[]; unread: Trouble[] } {
  const groups = only?.split(',').map(slug);
  const wanted = menu.filter(
    ({ group }) => groups === undefined || group.split(' > ').some((one) => groups.includes(slug(one))),
  );
  const urls = [
    ...new Map(wanted.flatMap(({ url }) => (url === undefined ? [] : [[url, new URL(url)] as const]))).values(),
  ];
  if (urls.length > MOST_PAGES) throw new UnreadablePage(`the index lists more than ${MOST_PAGES} pages`);
  const isOwn = (url: URL) => url.origin === address.origin;
  const foreign = urls
    .filter((url) => !isOwn(url))
    .map((url) => ({ name: safe(url.pathname), reason: 'it is on another host' }));
  return { urls: urls.filter(isOwn), unread: foreign };
}

async function fetchOne(url: URL, folder: PageFolder, timeout: number): Promise<FetchedText> {
  const page = await fetchText(url, { timeout, validators: folder.validatorsOf(url) });
  if (page.isUnchanged === true) {
    const text = folder.read(url);
    folder.note(url, undefined);
    return { text };
  }
  if (page.problem === undefined) folder.note(url, page);
  return page;
}

const slug = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, '-');
