// Proves that the lock and the contract agree, and that each way in which they can part is found, without a page.
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { checkLock } from '../../scripts/pages/check-lock.js';
import { OpenapiFolder } from '../../scripts/pages/contract.js';
import { lockText, pageFrom, readLock, type LockedPage } from '../../scripts/pages/lock.js';
import { comparePages } from '../../scripts/pages/run.js';
import { pageOf } from '../support/pages/page-document.js';
import { renderMarkdown } from '../support/pages/render-markdown.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = readLock(root);
const REPLACE = 'api-10192220';

afterEach(() => void vi.restoreAllMocks());

function check(edit: (contract: string, file: string) => string, pages = lock) {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  const disk = new OpenapiFolder(root);
  const contract = new OpenapiFolder(root, (name) => edit(disk.text(name), name));
  const code = checkLock({ contract, ledger: readLedger(), lock: pages, today: '2026-11-29' });
  return { code, said };
}

const inCard = (from: string, to: string) => (text: string, file: string) =>
  file.endsWith('schemas/Card.yaml') ? text.replace(from, to) : text;

describe('the lock', () => {
  it('has the pages that were read by machine, and no sentence of them', () => {
    expect([...lock.keys()]).toEqual(expect.arrayContaining([REPLACE, 'api-12255079', 'api-28190658']));
    const texts = JSON.stringify([...lock.values()]).match(/"[^"]*"/g) ?? [];
    expect(texts.filter((text) => /\s/.test(text) || text.length > 60)).toEqual([]);
  });

  it('agrees with the contract', () => {
    expect(check((text) => text)).toEqual({ code: 0, said: [] });
  });

  it.each([
    [
      'a type',
      inCard('    description: Masked card number (PAN).\n    type: string', '    type: integer'),
      '200/body/m_pan type ',
    ],
    ['a field', inCard('  m_pan:', '  pan:'), '200/body/m_pan was added on the page'],
    ['a value', inCard('      - STOLEN\n', ''), '200/body/status enum gained STOLEN'],
    ['a flag', inCard('  - expiry\n', ''), '200/body/expiry is now required'],
    [
      'a field that the page has not',
      inCard('  m_pan:', '  colour: { type: string }\n  m_pan:'),
      '200/body/colour was removed from the page',
    ],
  ])('is at odds with a contract that has another form of %s', (_, edit, message) => {
    const { code, said } = check(edit);
    expect(code).toBe(1);
    expect(said.join('\n')).toContain(message);
    expect(said[0]).toMatch(
      /^openapi\/pages\.lock\.json:\d+: api-10192220 .* The contract: openapi\/components\/schemas\/Card\.yaml:\d+\.$/,
    );
  });

  it('is at odds with a ledger that does not know its page', () => {
    const page = lock.get(REPLACE) as LockedPage;
    expect(check((text) => text, new Map([['api-1', page]]))).toMatchObject({
      code: 1,
      said: [expect.stringContaining('no entry')],
    });
  });

  it('gives back what it keeps, without a word of the page', () => {
    const project = { contract: new OpenapiFolder(root), ledger: readLedger(), lock: new Map(), today: '2026-11-29' };
    const text = renderMarkdown(pageOf('createBeneficiary', (page) => (page.description = 'A sentence of the page.')));
    const [page] = comparePages([{ name: 'page.md', text }], project).pages;
    if (page === undefined) throw new Error('The page was not read.');
    const written = lockText(new Map([['api-14139509', page.locked]]));
    expect(written).not.toMatch(/sentence|Words|variable|Mira|\^\[A-Z\]/);
    const back = pageFrom(
      (JSON.parse(written) as { pages: Record<string, LockedPage> }).pages['api-14139509'] as LockedPage,
    );
    expect([...back.facts.keys()].sort()).toEqual([...page.facts.keys()].sort());
    expect(back.facts.get('body/bank_country')).toMatchObject({
      type: 'string',
      required: true,
      limits: { pattern: '', minLength: '', maxLength: '' },
    });
  });
});
