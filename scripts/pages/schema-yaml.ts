import { readdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { stringify } from 'yaml';
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

/** Writes YAML as the files of the contract have it. */
export const yamlOf = (value: unknown): string =>
  stringify(value, { lineWidth: 120, singleQuote: true, aliasDuplicateObjects: false });

/** The file that a schema is written to, and what finds a component that is the same. */
export interface SchemaTarget {
  readonly file: string;
  readonly findComponent: (place: string) => string | undefined;
}

/** Returns a reference from a file of the contract to a component schema. */
export const referenceTo = (component: string, file: string): string =>
  posix.relative(posix.dirname(file), `openapi/components/schemas/${component}.yaml`);

/**
 * Returns the schema of a part by the facts of a page, without descriptions: they are ours to write. `around` is how the
 * part that contains it is shown; a field that only a sample shows is marked where a table shows the rest.
 */
export function schemaOf(
  place: string,
  facts: Facts,
  { file, findComponent }: SchemaTarget,
  around: Fact['level'] = 'table',
): object {
  const fact = facts.get(place);
  const component = findComponent(place);
  if (component !== undefined) return { $ref: referenceTo(component, file) };
  const mark = fact?.level === 'sample' && around === 'table' ? { 'x-evidence': 'example' } : {};
  const fields = childrenOf(facts, place).filter((one) => !/\/(\[\]|\{\})$/.test(one.place));
  const required = fields.filter((one) => one.required === true).map((one) => nameOf(one.place));
  const inner = fact?.level ?? around;
  const nested = (one: string) => schemaOf(one, facts, { file, findComponent }, inner);
  const stated = fact?.type?.split('|') ?? [];
  const types = stated.length === 0 && fields.length > 0 ? ['object'] : stated;
  const all = fact?.nullable === true && types.length > 0 ? [...types, 'null'] : types;
  return {
    ...mark,
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
  const fields = childrenOf(facts, place).filter((one) => !/\/(\[\]|\{\})$/.test(one.place));
  if (type === 'object')
    return Object.fromEntries(fields.map((one) => [nameOf(one.place), sampleOf(one.place, facts)]));
  return SAMPLES[`${type} ${fact?.format ?? ''}`.trim()] ?? SAMPLES[type] ?? 'text';
}

/**
 * Finds the component schema whose fields are those of a part: the page's Card is our Card. An object with fewer than two
 * fields is like many, and is not looked for.
 */
export function componentFinder(contract: OpenapiFolder, facts: Facts): (place: string) => string | undefined {
  const folder = 'openapi/components/schemas';
  const forms = new Map<string, string>();
  for (const file of readdirSync(join(contract.root, folder))) {
    const name = basename(file, '.yaml');
    const schema = contract.schema(name);
    const isKnown = schema.marks.evidence === 'documented' && childrenOf(schema.facts, 'schema').length > 1;
    if (isKnown) forms.set(formOf('schema', schema.facts), name);
  }
  return (place) => (childrenOf(facts, place).length > 1 ? forms.get(formOf(place, facts)) : undefined);
}

function formOf(place: string, facts: Facts): string {
  const fields = childrenOf(facts, place).map(
    ({ place: child, type, required }) => `${nameOf(child)} ${type ?? ''} ${String(required ?? false)}`,
  );
  return fields.sort().join('\n');
}
