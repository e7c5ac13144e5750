// Proves where a page is placed: by its id, else by title, group and verb, else by verb and path, and never by a guess.
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../scripts/lib/ledger.js';
import { emptyPage, type Page } from '../../scripts/pages/model.js';
import { placePage } from '../../scripts/pages/place.js';
import { idInName } from '../../scripts/pages/read-page.js';
import { openapi } from '../support/pages/read-and-compare.js';

const ledger = readLedger();
const endpoint = (title: string, method: string, path: string, more: Partial<Page> = {}): Page => ({
  ...emptyPage('endpoint', title),
  head: { method, path },
  ...more,
});

function placed(page: Page) {
  const result = placePage(page, ledger, openapi);
  return typeof result === 'string' ? result : [result.id, result.subject?.name];
}

describe('a page', () => {
  it.each([
    [
      'its id, whatever it says',
      endpoint('Other', 'PUT', '/other', { id: 'api-10192233' }),
      ['api-10192233', 'createWallet'],
    ],
    [
      'title, group and verb',
      endpoint('Get wallet by ID', 'GET', '/other', { group: 'Wallets' }),
      ['api-10192234', 'getWallet'],
    ],
    [
      'title and verb, if it has no group',
      endpoint('Get wallet by ID', 'GET', '/other'),
      ['api-10192234', 'getWallet'],
    ],
    [
      'title, with an id that is new',
      endpoint('List all beneficiaries', 'GET', '/other', { id: 'api-1' }),
      ['api-1', 'listBeneficiaries'],
    ],
    [
      'verb and path, with other names of placeholders',
      endpoint('Other', 'GET', '/customers/v1/wallets/{wallet}'),
      ['api-10192234', 'getWallet'],
    ],
    [
      'verb and path, if two entries have its title',
      endpoint('Get access token', 'POST', '/oauth2/token', { group: 'Authorization' }),
      ['api-12229608', 'getAccessToken'],
    ],
    [
      'its entry, if the contract has no operation of it',
      endpoint('Healthcheck', 'GET', '/health', { id: 'api-25228778' }),
      ['api-25228778', undefined],
    ],
    ['nothing, if it has an id that is new', endpoint('Other', 'GET', '/other', { id: 'api-1' }), ['api-1', undefined]],
    ['the name of a schema', emptyPage('schema', 'CardCreateInputDto'), [undefined, 'CardCreate']],
    [
      'its kind, if it states no facts',
      { ...emptyPage('document', 'Cards API'), id: 'doc-768966' },
      ['doc-768966', undefined],
    ],
  ])('is placed by %s', (_, page, expected) => {
    expect(placed(page)).toEqual(expected);
  });

  it.each([
    [
      'two entries have its title',
      endpoint('Get access token', 'POST', '/other', { group: 'Authorization' }),
      '2 entries of the ledger',
    ],
    [
      'its title is that of another group',
      endpoint('Get wallet by ID', 'GET', '/other', { group: 'Cards' }),
      'No entry of the ledger',
    ],
    [
      'its title is that of another verb',
      endpoint('Get wallet by ID', 'DELETE', '/other', { group: 'Wallets' }),
      'No entry of the ledger',
    ],
    ['no schema has its name', emptyPage('schema', 'Other'), 'No schema of the ledger'],
  ])('is refused if %s', (_, page, reason) => {
    expect(placed(page)).toContain(reason);
  });
});

describe('an id', () => {
  it.each([
    ['generate-card-secret-12255079e0.md', 'api-12255079'],
    ['12255079e0.md', 'api-12255079'],
    ['/z%C3%A4hler-lesen-14017031e0.md', 'api-14017031'],
    ['api-12255079', 'api-12255079'],
    ['a-guide-768966m0.md', 'doc-768966'],
    ['card-5242387d0.md', 'schema-5242387'],
    ['cards-3036543f0', 'folder-3036543'],
    ['changelog.md', undefined],
    ['000_93ab02fa68e53d72.txt', undefined],
    ['import-openapi-7312738.txt', undefined],
  ])('is in the name %s: %s', (name, id) => {
    expect(idInName(name)?.id).toBe(id);
  });
});
