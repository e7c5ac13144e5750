// Proves two rules of the generator that no schema of today needs: a field with a default may be left out, and a secret is
// masked wherever in a schema it stands.
import { expect, it } from 'vitest';
import { sensitiveFields } from '../../scripts/generate/operations.js';
import { schemaModule } from '../../scripts/generate/schema.js';
import { contract } from '../support/contract.js';

it('an optional field with a default stays optional', async () => {
  const { components } = contract;
  const CardCreate = {
    type: 'object',
    required: ['wallet_id'],
    properties: { wallet_id: { type: 'string' }, colour: { type: 'string', default: 'red' } },
  };
  const changed = { ...contract, components: { ...components, schemas: { ...components.schemas, CardCreate } } };
  expect(await schemaModule(changed as never)).toMatch(/colour\?: string/);
});

it.each([
  ['properties', { properties: { a: { 'x-sensitive': true } } }],
  ['allOf', { allOf: [{ properties: { a: { 'x-sensitive': true } } }] }],
  [
    'a choice inside a list',
    { properties: { list: { items: { oneOf: [{ properties: { a: { 'x-sensitive': true } } }] } } } },
  ],
])('a secret below %s is found', (_, schema) => {
  expect(sensitiveFields({ components: { schemas: { One: schema } } } as never)).toEqual(['a']);
});
