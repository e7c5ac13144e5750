// Proves that the reference of the contract has a badge of evidence on each operation and each field.
import { expect, it } from 'vitest';
import { withBadges } from '../../scripts/lib/badges.js';
import { operationsOf, type Contract, type ContractSchema } from '../../scripts/lib/contract.js';
import { contract } from '../support/contract.js';

type Badged<T> = T & { readonly 'x-badges'?: readonly { readonly name: string }[] };

const badged = withBadges(contract);
const badgeOf = (part: object | undefined) =>
  (part as Badged<object> | undefined)?.['x-badges']?.map(({ name }) => name);

it('has a badge on each operation', () => {
  for (const [, , operation] of operationsOf(badged)) expect(badgeOf(operation)).toEqual([operation['x-evidence']]);
});

it('has a badge on each field, of its schema if it has no mark of its own', () => {
  const fields = Object.values(badged.components.schemas).flatMap((schema: ContractSchema) =>
    Object.values(schema.properties ?? {}).map(
      (field) => [field, field['x-evidence'] ?? schema['x-evidence']] as const,
    ),
  );
  expect(fields.length).toBeGreaterThan(100);
  for (const [field, evidence] of fields) expect(badgeOf(field)).toEqual([evidence]);
});

it('marks a field that is weaker than its schema, and leaves examples as they are', () => {
  const small = {
    components: {
      schemas: {
        Card: { 'x-evidence': 'documented', properties: { id: {}, colour: { 'x-evidence': 'example' } } },
      },
      examples: { Card: { value: { 'x-evidence': 'unknown', properties: { id: 1 } } } },
    },
  };
  const { schemas, examples } = withBadges(small).components;
  expect(badgeOf(schemas.Card.properties.id)).toEqual(['documented']);
  expect(badgeOf(schemas.Card.properties.colour)).toEqual(['example']);
  expect(examples).toEqual(small.components.examples);
});

it('changes nothing but badges', () => {
  const without = JSON.stringify(badged, (name, value: unknown) => (name === 'x-badges' ? undefined : value));
  expect(JSON.parse(without) as Contract).toEqual(contract);
});
