import { readdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { OpenapiFolder } from './contract.js';
import { childrenOf, nameOf, type Fact, type Facts } from './model.js';

const SAMPLES: Readonly<Record<string, unknown>> = {
  'string uuid': '1b8ecc17-4edd-4b74-ae4f-208aeb78f105',
  'string date-time': '2026-03-02T09:10:00.000Z',
  'string date': '2026-03-02',
  'string email': 'mira.chen@example.com',
  'string uri': 'https://example.com',
  integer: 1,
  number: 1,
  boolean: true,
  string: 'text',
};

/** Finds the component schema that a part of a page is. */
export type FindComponent = (place: string) => string | undefined;

/** Returns a reference from a file of the contract to a component. */
export const referenceTo = (kind: string, name: string, file: string): { $ref: string } => ({
  $ref: posix.relative(posix.dirname(file), `openapi/components/${kind}/${name}.yaml`),
});

/**
 * Returns the schema of a part by the facts of a page, without descriptions: they are ours to write. `around` is how the
 * part that contains it is shown; a field that only a sample shows is marked where a table shows the rest.
 */
export function schemaOf(
  place: string,
  facts: Facts,
  file: string,
  findComponent: FindComponent,
  around: Fact['level'] = 'table',
): object {
  const component = findComponent(place);
  if (component !== undefined) return referenceTo('schemas', component, file);
  const fact = facts.get(place);
  const fields = fieldsOf(facts, place);
  const required = fields.filter((one) => one.required === true).map((one) => nameOf(one.place));
  const nested = (one: string) => schemaOf(one, facts, file, findComponent, fact?.level ?? around);
  const types = fact?.type?.split('|') ?? (fields.length > 0 ? ['object'] : []);
  const all = fact?.nullable === true && types.length > 0 ? [...types, 'null'] : types;
  return {
    ...(fact?.level === 'sample' && around === 'table' && { 'x-evidence': 'example' }),
    ...(all.length > 0 && { type: all.length === 1 ? all[0] : all }),
    ...(fact?.format !== undefined && { format: fact.format }),
    ...(fact?.values && { enum: fact.values.map((value) => valueOf(value, types)) }),
    ...(types.includes('object') && { additionalProperties: true }),
    ...(required.length > 0 && { required }),
    ...(fields.length > 0 && {
      properties: Object.fromEntries(fields.map((one) => [nameOf(one.place), nested(one.place)])),
    }),
    ...(types.includes('array') && { items: facts.has(`${place}/[]`) ? nested(`${place}/[]`) : {} }),
  };
}

const fieldsOf = (facts: Facts, place: string): Fact[] =>
  childrenOf(facts, place).filter((one) => !/\/(\[\]|\{\})$/.test(one.place));

/** Returns a schema or parameter without the mark that stands on what contains it. */
export const withoutMark = (schema: object): object =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'x-evidence'));

/** Returns a listed value as its type has it: facts have them as text. */
export const valueOf = (value: string, types: readonly string[]): unknown =>
  types.some((type) => type === 'integer' || type === 'number') ? Number(value) : value;

/** Returns a sample of our own for a part: the contract asks for one of each body. */
export function sampleOf(place: string, facts: Facts): unknown {
  const fact = facts.get(place);
  const [value] = fact?.values ?? [];
  const type = fact?.type?.split('|')[0] ?? 'object';
  if (value !== undefined) return valueOf(value, [type]);
  if (type === 'array') return facts.has(`${place}/[]`) ? [sampleOf(`${place}/[]`, facts)] : [];
  if (type !== 'object') return SAMPLES[`${type} ${fact?.format ?? ''}`.trim()] ?? SAMPLES[type] ?? 'text';
  return Object.fromEntries(fieldsOf(facts, place).map((one) => [nameOf(one.place), sampleOf(one.place, facts)]));
}

/**
 * Finds the component schema whose fields are those of a part: the page's Card is our Card. An object with fewer than two
 * fields is like many, and is not looked for.
 */
export function componentFinder(contract: OpenapiFolder, facts: Facts): FindComponent {
  const names = readdirSync(join(contract.root, 'openapi/components/schemas')).map((file) => basename(file, '.yaml'));
  const schemas = names.map((name) => contract.schema(name)).filter(({ marks }) => marks.evidence === 'documented');
  const forms = new Map(schemas.map((schema) => [formOf('schema', schema.facts), schema.name]));
  return (place) => (childrenOf(facts, place).length > 1 ? forms.get(formOf(place, facts)) : undefined);
}

function formOf(place: string, facts: Facts): string {
  const fields = childrenOf(facts, place).map(
    ({ place: child, type, required }) => `${nameOf(child)} ${type ?? ''} ${String(required ?? false)}`,
  );
  return fields.sort().join('\n');
}

/** Returns a name as a component has it: `replaceOrRenewCard` is `ReplaceOrRenewCard`, `x-client-id` is `XClientId`. */
export const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)
    .join('')
    .replace(/^(?=\d)|^$/, 'The');
