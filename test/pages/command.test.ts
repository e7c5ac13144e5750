// Proves the command: what it prints and exits with, that errors are one sentence, and that it writes nothing into openapi/.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runPages } from '../../scripts/pages/command.js';
import { newlyReadable, pageOf } from '../support/pages/page-document.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';
import { renderText } from '../support/pages/render-text.js';
import { startSite } from '../support/pages/site.js';

const root = mkdtempSync(join(tmpdir(), 'pages-command-'));
cpSync(fileURLToPath(new URL('../../openapi', import.meta.url)), join(root, 'openapi'), { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'pages-saved-'));
afterAll(() => [root, folder].forEach((one) => rmSync(one, { recursive: true })));

let out: string[] = [];
let err: string[] = [];
beforeEach(() => {
  [out, err] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
});
afterEach(() => void vi.restoreAllMocks());

function saved(name: string, text: string): string {
  writeFileSync(join(root, name), text);
  return join(root, name);
}

const run = (...args: string[]) => runPages(args, root);
const good = saved('good.md', renderMarkdown(pageOf('createWallet')));
const changed = saved('changed.txt', renderText(pageOf('createWallet', (page) => (page.label = 'testing'))));
const surer = saved(
  'surer.md',
  renderMarkdown(pageOf('listWallets', (page) => page.responses.push({ status: '400', name: 'Words' }))),
);
const bad = saved('bad.md', '<html>');
const nowhere = saved(
  'nowhere.txt',
  renderText(pageOf('createWallet', (page) => Object.assign(page, { title: 'Other', path: '/other' }))),
);

describe('the exit code', () => {
  it.each([
    ['0 for a page that says what the contract says', [good], 0, 'createWallet'],
    ['1 for a finding', [good, changed], 1, 'changed, patch: operation has another label'],
    ['0 if evidence only rises', [surer], 0, 'is surer: inferred, now documented'],
    ['1 for it with --strict', [surer, '--strict'], 1, 'is surer'],
    ['2 for a page that cannot be read', [good, bad], 2, 'bad.md: not read: it is HTML'],
    ['2 for a page that cannot be placed', [nowhere], 2, 'nowhere.txt: cannot be placed. No entry of the ledger'],
    [
      '1 for the same page with its id, since it is new',
      [nowhere, '--id', 'api-99000003'],
      1,
      'an operation that the contract does not have',
    ],
  ])('is %s', async (_, args, code, shown) => {
    expect(await run(...args)).toBe(code);
    expect(out.join('\n')).toContain(shown);
  });

  it.each([
    [['--format', 'xml', good], '✗ --format must be one of text, json, markdown, sarif.'],
    [[], '✗ Name the files of saved pages, or a folder. --help lists the options.'],
    [['none.md'], '✗ There is no file none.md.'],
    [
      ['--from', 'http://docs.example.com/llms.txt', '--save', tmpdir()],
      '✗ --from must be an https address, such as https://docs.apikobble.net/llms.txt.',
    ],
    [
      ['--from', 'https://docs.example.com/llms.txt', '--save', join(root, 'pages')],
      '✗ --save must name a folder outside of the repository.',
    ],
    [['--ledger', good], '✗ None of the pages has a menu.'],
  ])('is 2 for wrong usage: %j', async (args, message) => {
    expect(await run(...args)).toBe(2);
    expect(err).toEqual([message]);
  });

  it('is 2 for a contract that is broken, which is named', async () => {
    const file = join(root, 'openapi/components/schemas/Wallet.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `a: b: c\n${text}`);
    expect(await run(good)).toBe(2);
    writeFileSync(file, text);
    expect(err).toEqual(['✗ openapi/components/schemas/Wallet.yaml, line 1: the YAML is not valid.']);
  });

  it('is 0 for --help', async () => {
    expect(await run('--help')).toBe(0);
    expect(out[0]).toContain('Usage: npm run pages');
  });
});

describe('the report', () => {
  it('is JSON, Markdown and SARIF, too', async () => {
    expect(await run(changed, '--format', 'json')).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      pages: [
        {
          subject: 'createWallet',
          findings: [{ verdict: 'changed', file: 'openapi/paths/customers_v1_wallets.yaml' }],
        },
      ],
    });
    await run(changed, '--format', 'markdown');
    expect(out[1]).toContain('| changed | `operation` |');
    await run(changed, '--format', 'sarif');
    expect(JSON.parse(out[2] ?? '')).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'changed', level: 'warning' }] }],
    });
  });

  it('names the page that lost its key first', async () => {
    const key = saved(
      'key.md',
      renderMarkdown(
        pageOf(
          'createCard',
          (page) => (page.parameters = page.parameters.filter(({ name }) => name !== 'idempotency-key')),
        ),
      ),
    );
    await run(changed, key);
    expect(out[0]).toMatch(/^✗ Create a new card .*\n {2}gone, major: header\/idempotency-key is gone from the page/);
  });
});

describe('--ledger', () => {
  it('compares a menu with the ledger', async () => {
    expect(await run('--ledger', changed)).toBe(1);
    expect(out.join('\n')).toMatch(/coverage\.yaml:\d+ Get all wallets: gone, the menu does not list it/);
  });

  it('tells new entries from those that moved or have another name', async () => {
    const menu = [
      '# Site',
      '## API Docs',
      '- Cards [Get all wallets](https://a.example/get-all-wallets-1e0.md): ',
      '- Wallets [Make a wallet](https://a.example/make-a-wallet-10192233e0.md): ',
      '- Cards [Freeze a card](https://a.example/freeze-2e0.md): ',
    ];
    expect(await run('--ledger', saved('llms.txt', menu.join('\n')))).toBe(1);
    expect(out[0]).toContain('Get all wallets: moved, from Wallets to Cards');
    expect(out[0]).toContain('Create a new wallet: renamed, now Make a wallet');
    expect(out[0]).toContain('Freeze a card: new, in the group Cards');
  });
});

describe('a run', () => {
  it('writes the patch, and nothing else', async () => {
    const before = contentOf('openapi');
    await run(saved('new.md', renderMarkdown(newlyReadable())), changed, '--draft');
    expect(contentOf('openapi')).toEqual(before);
    expect(readFileSync(join(root, '.cache/pages/draft.patch'), 'utf8')).toContain('+  x-status: testing');
    expect(err[0]).toContain('git apply .cache/pages/draft.patch');
  });

  it('fetches what an index lists, then compares it', async () => {
    const site = await startSite();
    for (const path of [...site.pages.keys()].filter((one) => one.includes('a-guide'))) site.pages.delete(path);
    site.pages.set(
      '/llms.txt',
      (site.pages.get('/llms.txt') ?? '')
        .split('\n')
        .filter((line) => !line.includes('e0.md') || line.includes('get-card-by-id'))
        .join('\n')
        .replaceAll(/.*a-guide.*\n/g, ''),
    );
    const code = await run('--from', site.index, '--save', join(folder, 'pages'));
    await site.stop();
    expect([code, existsSync(join(folder, 'pages/get-card-by-id-10192218e0.md'))]).toEqual([1, true]);
    expect(out.join('\n')).toContain('1 pages read');
    expect(out.join('\n')).toContain('api-28190658: the index does not list this page any more');
    expect(err[0]).toMatch(/^1 pages of 127\.0\.0\.1:\d+: at least 1 s, at most 5 MB each\.$/);
  });
});

const contentOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|json|md)$/.test(name))
    .map((name) => `${name}: ${readFileSync(join(root, folder, name), 'utf8')}`);
