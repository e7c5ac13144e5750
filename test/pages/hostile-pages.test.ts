// Proves that a page cannot harm: it is read within limits or refused by name, it leads nowhere, and none of its words, values
// and escapes reach the report, the draft or the lock.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { draftOf } from '../../scripts/pages/draft.js';
import { lockText, type LockedPage } from '../../scripts/pages/lock.js';
import { FORMATS, formatted, pagesReport } from '../../scripts/pages/report.js';
import { comparePages, type PagesRun } from '../../scripts/pages/run.js';
import { pageOf, type PageDocument } from '../support/pages/page-document.js';
import { findingsIn, openapi, shortly } from '../support/pages/read-and-compare.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';
import { renderText } from '../support/pages/render-text.js';

const project = { contract: openapi, ledger: readLedger(), lock: new Map<string, LockedPage>(), today: '2026-11-29' };
const run = (text: string, name = 'page.md'): PagesRun => comparePages([{ name, text }], project);
const reasons = (text: string, name?: string) => run(text, name).unread.map(({ reason }) => reason);
const wallet = (plant: (page: PageDocument) => void) => renderMarkdown(pageOf('createWallet', plant));
const good = wallet(() => undefined);

describe('a page that grows without end', () => {
  it('is refused if aliases multiply', () => {
    const lines = Array.from({ length: 24 }, (_, level) => {
      const target =
        level === 0 ? '{ type: string }' : `{ type: object, properties: { a: *l${level - 1}, b: *l${level - 1} } }`;
      return `    L${level}: &l${level} ${target}`;
    });
    const schemas = `schemas:\n${lines.join('\n')}\n    Top: *l23\n`;
    const text = wallet((page) => {
      page.schemas = {};
      page.body = { media: 'application/json', schema: { $ref: '#/components/schemas/Top' } };
    }).replace('schemas: {}\n', schemas);
    expect(text).toContain('*l22');
    const started = performance.now();
    expect(reasons(text)).toEqual(['the page states more than 5000 facts']);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('is read if more than a hundred aliases lead to one field', () => {
    const aliases = Array.from({ length: 300 }, (_, index) => `        f${index}: *one`).join('\n');
    const text = good.replace(
      /\n {6}properties:\n {8}holder_id:\n/,
      `\n      properties:\n        one: &one { type: string }\n${aliases}\n        holder_id:\n`,
    );
    expect(run(text).pages[0]?.findings.filter(({ verdict }) => verdict === 'new')).toHaveLength(301);
  });

  it('is read if a schema refers to itself', () => {
    const text = wallet((page) => {
      const schema = page.schemas['WalletCreateInputDto'] ?? {};
      schema['properties'] = {
        ...(schema['properties'] as object),
        parent: { $ref: '#/components/schemas/WalletCreateInputDto' },
      };
    });
    expect(shortly(findingsIn(text))).toEqual(['new · body/parent · was added on the page: object, optional']);
    expect(run(text).pages[0]?.facts.has('body/parent/parent')).toBe(false);
  });

  it('is refused above 5 MB, and read below', () => {
    const filler = (size: number) => good.replace('Words of a page.', 'x'.repeat(size));
    expect(reasons(filler(5_000_000))).toEqual(['it is larger than 5 MB']);
    expect(run(filler(4_000_000)).pages[0]?.findings).toEqual([]);
  });

  it('is read if an enum of the text has no end', () => {
    const text = renderText(pageOf('updateBeneficiary')).replace('ACTIVEINACTIVE', 'ACTIVE'.repeat(20_000));
    expect(findingsIn(text, 'page.txt').map(({ verdict, place }) => `${verdict} ${place}`)).toEqual([
      'changed body/status',
    ]);
  });
});

describe('a page with odd names', () => {
  it('has __proto__ and constructor as names like any other', () => {
    const text = good.replace(
      '\n        holder_id:',
      '\n        __proto__: { type: string }\n        constructor: { type: string }\n        holder_id:',
    );
    expect(shortly(findingsIn(text))).toEqual([
      'new · body/__proto__ · was added on the page: string, optional',
      'new · body/constructor · was added on the page: string, optional',
    ]);
    const { pages } = run(text);
    const lock = JSON.parse(lockText(new Map([['__proto__', pages[0]?.locked as LockedPage]]))) as { pages: object };
    expect(Object.keys(lock.pages)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  });

  it('has names, values and titles without escapes, markup and mentions in every report', async () => {
    const evil = '`<img src=x>`|@everyone](http://x)';
    const text = wallet((page) => {
      page.title = `\u001b[2J\u202e${evil} title`;
      const fields = page.schemas['WalletCreateInputDto']?.['properties'] as Record<string, object>;
      fields['\u001b[2J'] = { type: 'string' };
      fields['turned'] = { type: 'string', enum: ['\u202e'] };
      fields[evil] = { type: 'string', enum: [evil], format: 'a sentence', title: 'A hidden sentence' };
    });
    const compared = run(text);
    const report = await pagesReport(compared, [], openapi);
    for (const format of FORMATS) {
      const shown = formatted(report, format);
      expect(shown).not.toMatch(/\u001b|\u202e|<img|@everyone|hidden/);
      expect(shown).toContain('http');
    }
    expect(compared.pages[0]?.findings.map(({ place, text: words }) => `${place}: ${words}`)).toEqual(
      expect.arrayContaining([
        'page: a name has characters that are not shown',
        'body/turned: a value has characters that are not shown',
      ]),
    );
    expect(await draftOf(compared, project, openapi.root)).not.toMatch(/hidden|a sentence|\\e\[|\u202e/);
  });
});

describe('a page that leads elsewhere', () => {
  it.each([
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'https://example.com/schema.json',
    '/etc/passwd',
    '#/paths',
    '#/components/schemas/%',
  ])('is not followed to %s', ($ref) => {
    const text = wallet((page) => (page.body = { media: 'application/json', schema: { $ref } }));
    const found = shortly(findingsIn(text));
    expect(found.filter((line) => !line.includes('body · the key `')).join('\n')).not.toContain('root');
    expect(found.every((line) => line.startsWith('not understood'))).toBe(true);
  });
});

describe('a saved file', () => {
  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a preamble', (text: string) => `# Project\n\nWords of the project.\n\n${text}`],
    ['a title with markup', (text: string) => text.replace('# Create', '# **[Create](http://x)** `')],
  ])('has no finding for %s', (_, change) => {
    expect(shortly(findingsIn(change(good)))).toEqual([]);
  });

  it('may hold several pages', () => {
    const other = renderMarkdown(pageOf('getCard'));
    expect(run(`${good}\n${other}`).pages.map(({ subject }) => subject?.name)).toEqual(['createWallet', 'getCard']);
  });

  it.each([
    ['', 'it is empty'],
    [' \n\u00a0', 'it is empty'],
    ['<!doctype html><title>Page</title>', 'it is HTML; save the page as text, or its Markdown'],
    ['Not Found', 'it has neither a title nor a block of OpenAPI'],
    ['# A\n\n```yaml\nopenapi: 3.0.1\npaths: {\n```\n', 'line 5: the YAML is not valid'],
    ['# A\n\n```yaml\nopenapi: 3.0.1\n', 'line 3: the block of YAML does not end'],
    [
      '# A\n\n```yaml\nopenapi: 3.0.1\npaths:\n  /a:\n    get: { summary: A }\n```\n',
      'line 7: the block is not from Apidog',
    ],
  ])('is refused by name: %j', (text, reason) => {
    expect(reasons(text)).toEqual([reason]);
  });

  it('with another id in its name is refused', () => {
    expect(reasons(good, 'a-wallet-12345e0.md')).toEqual(['its name has another id than the page itself']);
  });

  it('stops none of the others', () => {
    const { pages, unread } = comparePages(
      [
        { name: 'bad.md', text: '<html>' },
        { name: 'good.md', text: good },
      ],
      project,
    );
    expect([pages.length, unread.length]).toEqual([1, 1]);
  });
});

describe('words and values of a page', () => {
  it('reach neither report, draft nor lock', async () => {
    const secret = 'a-token-of-the-page';
    const text = wallet((page) => {
      page.description = secret;
      const body = page.body ?? { media: '', schema: {} };
      body.example = { holder_id: secret, asset_class: secret, asset: secret, partner_product: secret, note: secret };
      page.responses = page.responses.map((response) => ({ ...response, name: secret }));
      page.schemas['WalletCreateInputDto'] = {
        ...page.schemas['WalletCreateInputDto'],
        title: secret,
        default: secret,
        pattern: secret,
      };
    });
    const compared = run(text);
    expect(compared.pages[0]?.findings.length).toBeGreaterThan(0);
    const report = await pagesReport(compared, [], openapi);
    const written = [
      ...FORMATS.map((format) => formatted(report, format)),
      await draftOf(compared, project, openapi.root),
      lockText(new Map([['a', compared.pages[0]?.locked as LockedPage]])),
    ];
    for (const one of written) expect(one).not.toContain(secret);
  });

  it('do not pass for a label, a media type, a format or a path', async () => {
    const words = 'a secret of the page';
    const text = wallet((page) => {
      page.label = words;
      page.body = { media: words, schema: { type: words, format: words } };
      page.schemas['WalletCreateInputDto'] = { type: words, format: words };
    });
    const compared = run(text);
    const report = formatted(await pagesReport(compared, [], openapi), 'json');
    const locked = JSON.stringify(compared.pages[0]?.locked);
    expect(report).toContain('not understood');
    for (const written of [report, locked, await draftOf(compared, project, openapi.root)])
      expect(written).not.toContain('secret of');
    expect(reasons(good.replace('/customers/v1/wallets:', `/customers/${words}:`))).toEqual([
      expect.stringMatching(/^line \d+: the path is none of a URL$/),
    ]);
  });

  it('are not written into openapi/ by any run', () => {
    expect(fileURLToPath(new URL('../../', import.meta.url))).toBe(openapi.root);
    expect(openapi.text('openapi/components/schemas/WalletCreate.yaml')).not.toContain('note');
  });
});
