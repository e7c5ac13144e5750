// Proves that a site of 81 pages is fetched one page at a time, that a second run asks for changes only, that a run that was
// stopped continues, and that nothing is followed, sent or taken for a page that should not be.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { fetchPages } from '../../scripts/pages/fetch-pages.js';
import type { LockedPage } from '../../scripts/pages/lock.js';
import type { SavedPage } from '../../scripts/pages/read-page.js';
import { comparePages, goneFrom } from '../../scripts/pages/run.js';
import { listen } from '../support/listen.js';
import { openapi } from '../support/pages/read-and-compare.js';
import { renderSchema } from '../support/pages/render-markdown.js';
import { indexOf, startSite, type Site } from '../support/pages/site.js';

const project = { contract: openapi, ledger: readLedger(), lock: new Map<string, LockedPage>(), today: '2026-11-29' };
let site: Site;
let folder: string;

beforeEach(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'pages-site-'));
});

afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

const fetchAll = (options: Partial<Parameters<typeof fetchPages>[1]> = {}) =>
  fetchPages(site.index, { folder, interval: 0, timeout: 2_000, onProgress: () => undefined, ...options });

const paths = (status: number) =>
  site.asked.filter(([path, one]) => one === status && path !== '/llms.txt').map(([path]) => path);
const endpoint = (): string => [...site.pages.keys()].find((path) => path.includes('create-a-new-wallet')) ?? '';

describe('a site of 81 pages', () => {
  it('is fetched whole, then only asked for changes', async () => {
    const first = await fetchAll();
    expect([first.saved.length, first.unread.length, paths(200).length]).toEqual([81, 0, 81]);
    expect(comparePages(first.saved, project)).toMatchObject({ unread: [], unplaced: [] });
    site.asked.length = 0;
    const second = await fetchAll();
    expect([second.saved.length, paths(200).length, paths(304).length]).toEqual([81, 0, 81]);
  });

  it('says of each page what became of it since it was locked', async () => {
    const first = comparePages((await fetchAll()).saved, project).pages;
    const lock = new Map(first.flatMap(({ id, locked }) => (id === undefined ? [] : [[id, locked] as const])));
    expect(lock.size).toBe(81);
    const [one = '', two = '', three = ''] = [...site.pages.keys()].filter((path) => path.endsWith('e0.md'));
    site.pages.set(one, site.pages.get(one)?.replace('type: string', 'type: integer') ?? '');
    site.pages.set(two, site.pages.get(two)?.replaceAll('Words', 'Other words') ?? '');
    site.pages.set(three, site.pages.get(three)?.replaceAll('Words', 'More words') ?? '');
    const started = performance.now();
    const run = comparePages((await fetchAll()).saved, { ...project, lock });
    expect(performance.now() - started).toBeLessThan(20_000);
    const count = (since: string) => run.pages.filter((page) => page.since === since).length;
    expect([count('unchanged'), count('words only'), count('changed'), count('new')]).toEqual([78, 2, 1, 0]);
    const verdicts = run.pages.flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
    expect(verdicts).toEqual(['changed', 'contradicts itself']); // the sample still has the old type
    const locked = new Map(
      run.pages.flatMap(({ id, locked: page }) => (id === undefined ? [] : [[id, page] as const])),
    );
    const again = comparePages((await fetchAll()).saved, { ...project, lock: locked });
    expect(again.pages.flatMap(({ findings }) => findings.map(({ verdict }) => verdict))).toEqual(verdicts);
  });

  it('tells a person which guide changed, and which schema is new', async () => {
    const guide = (words: string) => [{ name: 'a-guide-1m0.md', text: `# A guide\n\n${words}\n` }];
    const [before] = comparePages(guide('Words.'), project).pages;
    const lock = new Map([['doc-1', before?.locked as LockedPage]]);
    const found = (saved: readonly SavedPage[]) =>
      comparePages(saved, { ...project, lock }).pages.flatMap(({ findings }) =>
        findings.map(({ verdict, place }) => `${verdict} ${place}`),
      );
    expect([found(guide('Words.')), found(guide('Other words.'))]).toEqual([[], ['changed document']]);
    const schema = renderSchema('Limit', { Limit: { type: 'object', properties: {} } });
    expect(found([{ name: 'limit-7d0.md', text: schema }])).toEqual(['new schema']);
  });

  it('tells which pages the index does not list any more', async () => {
    const { menu } = await fetchAll();
    const [{ id: first = '' } = {}, ...rest] = menu;
    const lock = new Map<string, LockedPage>(menu.map(({ id = '' }) => [id, { kind: 'document', read: '2026-11-29' }]));
    expect([goneFrom(menu, lock), goneFrom(rest, lock)]).toEqual([[], [first]]);
    expect(
      goneFrom(
        rest.map((entry) => ({ ...entry, id: undefined })),
        lock,
      ),
    ).toEqual([]);
  });

  it('goes on behind a page that is an error, empty, HTML, or nowhere', async () => {
    const [error = '', empty = '', html = '', gone = ''] = [...site.pages.keys()].filter((path) =>
      path.endsWith('e0.md'),
    );
    site.faults.set(error, (_, response) => response.writeHead(500).end('an error'));
    site.pages.set(empty, ' \n');
    site.faults.set(html, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Page</title>'),
    );
    site.pages.delete(gone);
    const { saved, unread } = await fetchAll();
    expect(saved).toHaveLength(77);
    expect(unread.map(({ reason }) => reason)).toEqual([
      'the status is 500',
      'it is empty',
      'it is HTML',
      'the status is 404',
    ]);
  });

  it('continues where it was stopped', async () => {
    const stop = (line: string) => {
      if (line.startsWith('30/')) throw new Error('stopped');
    };
    await expect(fetchAll({ onProgress: stop })).rejects.toThrow('stopped');
    site.asked.length = 0;
    const { saved } = await fetchAll();
    expect([saved.length, paths(200).length]).toEqual([81, 51]);
  });

  it('is fetched in part: the pages of a group', async () => {
    expect((await fetchAll({ only: 'wallets' })).saved).toHaveLength(0);
    expect((await fetchAll({ only: 'wallets,cards' })).saved).toHaveLength(81);
  });

  it('is asked with two seconds of patience for a page that never ends', async () => {
    site.faults.set(
      endpoint(),
      (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('# A title\n'),
    );
    const { saved, unread } = await fetchAll({ timeout: 300 });
    expect([saved.length, unread.map(({ reason }) => reason)]).toEqual([80, ['it took longer than 0 s']]);
  });

  it('is not read above 5 MB a page', async () => {
    site.faults.set(endpoint(), (_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`# A title\n${'x'.repeat(5_100_000)}`),
    );
    expect((await fetchAll()).unread.map(({ reason }) => reason)).toEqual(['it is larger than 5 MB']);
  });

  it('gets no cookie and no credentials, and nothing that its index does not list', async () => {
    site.faults.set(endpoint(), (_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': 'a=b' }).end('# A title\n'),
    );
    await fetchAll();
    expect(site.headers.some(({ cookie, authorization }) => cookie !== undefined || authorization !== undefined)).toBe(
      false,
    );
    expect(site.asked.map(([path]) => path)).not.toContain('/other.md');
    expect(new Set(site.asked.map(([path]) => path)).size).toBe(82);
  });
});

describe('another host', () => {
  it('is not asked, whether a redirect or the index leads there', async () => {
    let asked = 0;
    const [elsewhere, stop] = await listen((_, response) => {
      asked += 1;
      response.end('# A title');
    });
    site.faults.set(endpoint(), (_, response) => response.writeHead(302, { location: `${elsewhere}/page.md` }).end());
    const listed = new Map([...site.pages, ['/a-guide-999m0.md', '']]);
    site.pages.set(
      '/llms.txt',
      indexOf(new URL(site.index).origin, listed).replace(/\S+\/a-guide-999m0/, `[x](${elsewhere}/a-guide-999m0`),
    );
    const { saved, unread } = await fetchAll();
    await stop();
    expect([asked, saved.length]).toEqual([0, 80]);
    expect(unread.map(({ reason }) => reason).sort()).toEqual([
      'it is on another host',
      'it redirects to another host',
    ]);
  });

  it('is followed to nowhere by a loop of redirects', async () => {
    site.faults.set(endpoint(), (_, response) => response.writeHead(302, { location: endpoint() }).end());
    expect((await fetchAll()).unread.map(({ reason }) => reason)).toEqual(['it redirects too often']);
  });
});

describe('an index', () => {
  it.each([
    'http://docs.example.com/llms.txt',
    'ftp://127.0.0.1/llms.txt',
    'https://user:word@docs.example.com/llms.txt',
    'llms.txt',
  ])('is refused if it is at %s', async (from) => {
    await expect(fetchPages(from, { folder })).rejects.toThrow('--from must be');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused without a folder, and if it is no index', async () => {
    await expect(fetchAll({ folder: undefined })).rejects.toThrow('--save');
    site.pages.set('/llms.txt', '# A title\n\nNo list.\n');
    await expect(fetchAll()).rejects.toThrow('is no index of pages');
    site.pages.delete('/llms.txt');
    await expect(fetchAll()).rejects.toThrow('the status is 404');
    expect(existsSync(join(folder, '.pages.json'))).toBe(false);
  });
});
