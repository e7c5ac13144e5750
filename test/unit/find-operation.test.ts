// Proves that the one finder recognises each operation by verb and path, that a static segment wins over a placeholder, and
// that no path harms it.
import { describe, expect, it } from 'vitest';
import { findOperation } from '../../src/contract/find-operation.js';
import { matchOperation } from '../../src/drift/match-operation.js';
import { samples } from '../support/contract.js';
import { stopwatch } from '../support/time.js';

const pathOf = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

describe('findOperation', () => {
  it.each(samples)('finds $id', ({ id, verb, path, values }) => {
    expect(findOperation(verb, pathOf(path, values))?.id).toBe(id);
    expect(findOperation(verb, `${pathOf(path, values)}/`)?.id).toBe(id);
    expect(findOperation(verb, path)?.id).toBe(id);
  });

  it.each([
    ['POST', '/customers/v1/transactions/manual-credit', 'createManualCredit'],
    ['GET', '/customers/v1/transactions/manual-credit', 'getTransaction'],
    ['POST', '/customers/v1/cards/a/secrets', 'createCardSecret'],
    ['POST', '/customers/v1/cards/a/renew', 'replaceOrRenewCard'],
    ['GET', '/customers/v1/cards/a%2Fb', 'getCard'],
  ])('prefers what is static: %s %s', (verb, path, id) => expect(findOperation(verb, path)?.id).toBe(id));

  it.each([
    ...[
      '',
      '/',
      'customers/v1/cards',
      '//customers/v1/cards',
      '/customers//v1/cards',
      '/customers/v1/cards//',
      '/v1/cards',
    ],
    ...['/customers/v1/cards/..', '/customers/v1/cards/.', '/customers/v1/cards/../cards', '/customers/v1/cards/a/b/c'],
    ...[
      '/__proto__',
      '/constructor/v1',
      '/customers/v1/__proto__',
      '/customers/v1/cards?limit=1',
      '/CUSTOMERS/v1/cards',
    ],
  ])('finds nothing at %j', (path) => expect(findOperation('GET', path)).toBeUndefined());

  it.each(['DELETE', 'get', '', 'CONNECT'])('finds nothing for the verb %j', (verb) =>
    expect(findOperation(verb, '/customers/v1/cards')).toBeUndefined(),
  );

  it('takes no time for a long path', () => {
    const spent = stopwatch();
    for (const path of [
      '/customers/v1/cards' + '/a'.repeat(1e6),
      '/'.repeat(1e6),
      `/customers/v1/cards/${'a'.repeat(1e6)}`,
    ]) {
      findOperation('GET', path);
    }
    matchOperation('GET', `https://kobble.test${'/customers'.repeat(1e5)}/x`);
    expect(spent()).toBeLessThan(2_000); // a backtracking pattern takes minutes
  });
});

describe('matchOperation', () => {
  it('finds an operation under a path of the base URL', () => {
    const found = { id: 'getCard', endpoint: 'GET /customers/v1/cards/{id}' };
    expect(matchOperation('GET', 'https://kobble.test/proxy/of/kobble/customers/v1/cards/1?a=b')).toEqual(found);
  });
  it('knows no token request', () => {
    expect(matchOperation('POST', 'https://kobble.test/oauth2/token')).toBeUndefined();
  });
});
