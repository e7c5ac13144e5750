// Proves that the operations of the fake read requests through the types of the contract, so that the compiler names each
// place that a renamed field breaks. The types are checked by `npm run typecheck`.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, expectTypeOf, test } from 'vitest';
import type { CardCreate, TokenRequest, TransactionListQuery } from '../../src/index.js';
import type { Context } from '../../src/testing/resources/resource.js';

test('a request has the path values, query and body of its operation', () => {
  expectTypeOf<Context<'createCard'>['body']>().toEqualTypeOf<CardCreate>();
  expectTypeOf<Context<'getAccessToken'>['body']>().toEqualTypeOf<TokenRequest>();
  expectTypeOf<Context<'getCard'>['body']>().toBeUndefined();
  expectTypeOf<Context<'getCard'>['path']>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<keyof Context<'listTransactions'>['query']>().toEqualTypeOf<keyof TransactionListQuery>();
  expectTypeOf<keyof Context<'listWallets'>['query']>().toBeNever();
});

test('no operation reads a field by a name of its own, or casts a whole request', () => {
  const folder = new URL('../../src/testing/resources/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(text, file).not.toMatch(/\b(body|query|path)(\[| as )|\.(body|query|path)\[/);
  }
});
