import { isDeepStrictEqual } from 'node:util';
import { operationsOf, resolve, type Contract, type ContractOperation, type ContractSchema } from '../lib/contract.js';
import { closedSchema } from './closed-schema.js';
import { checksByName, compileChecks } from './compile-checks.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: ContractSchema;
}

/**
 * Returns the source of `generated/request-validators.ts`: what each operation takes, and a compiled check of each request.
 * It is a file of its own, because only the fake reads it.
 */
export function requestValidatorsModule(contract: Contract): string {
  const operations = [...operationsOf(contract)].map(([, path, operation]) => ({
    operation,
    parameters: parametersOf(contract, path, operation),
  }));
  const requests = operations.map(({ operation, parameters }) => [
    operation.operationId,
    describeRequest(contract, operation, parameters),
  ]);
  const sections: Record<string, ContractSchema> = {};
  const checks = Object.fromEntries(
    operations.map(({ operation, parameters }) => [
      operation.operationId,
      requestSchema(contract, operation, sectionsOf(parameters, sections)),
    ]),
  );
  const schemas = { ...withValuesOfEntities(contract), ...sections, ...checks };
  const { functions, names } = compileChecks(
    Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, closedSchema(contract, schema, 'request')]),
    ),
    Object.keys(checks),
  );
  return `// Written by \`npm run generate\` from openapi/. Do not edit.
// @ts-nocheck: ajv writes JavaScript
import type { Validate } from './validators.js';

/**
 * The requests of each operation: the status of its success, the media type of its body, the types of query parameters
 * that are not text, and \`public\` if it needs no token.
 */
export const requests: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(requests))};

/** Checks by operation of \`{ path, query, header, body }\`: what the contract does not have is an error. */
export const requestValidators: Readonly<Record<string, Validate>> = ${checksByName(names)};
${functions.replace(/schemaPath:"[^"]*",/g, '')}`;
}

/** Adds to the known values of requests those that the entity can have: a `ProgramCreate` may have each type of a `Program`. */
function withValuesOfEntities({ components: { schemas } }: Contract): Record<string, ContractSchema> {
  const extended = (entity: ContractSchema | undefined, [name, field]: readonly [string, ContractSchema]) => {
    const known = field['x-known-values'];
    const values = [...(known ?? []), ...(entity?.properties?.[name]?.enum ?? [])];
    return [name, known === undefined ? field : { ...field, 'x-known-values': [...new Set(values)] }] as const;
  };
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const entity = Object.keys(schemas).find((other) => other !== name && name.startsWith(other));
    const fields = Object.entries(schema.properties ?? {}).map((field) => extended(schemas[entity ?? ''], field));
    return [name, schema.properties ? { ...schema, properties: Object.fromEntries(fields) } : schema] as const;
  });
  return Object.fromEntries(entries);
}

function parametersOf(contract: Contract, path: string, { parameters = [] }: ContractOperation): readonly Parameter[] {
  // A path item can have parameters for all of its operations, beside the operations.
  const shared = contract.paths[path]?.['parameters'] as unknown as ContractOperation['parameters'];
  return [...(shared ?? []), ...parameters]
    .map((parameter) => resolve(contract, parameter) as Parameter)
    .map((one) => (one.in === 'header' ? { ...one, name: one.name.toLowerCase() } : one));
}

function describeRequest(contract: Contract, operation: ContractOperation, parameters: readonly Parameter[]): string {
  const success = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
  const typed = parameters.flatMap(({ name, in: place, schema }) =>
    place === 'query' && schema?.type !== undefined && schema.type !== 'string' ? `${name}:${String(schema.type)}` : [],
  );
  const isPublic = operation.security?.length === 0;
  return [success, ...mediaTypeOf(contract, operation), ...typed, ...(isPublic ? ['public'] : [])].join(' ');
}

const mediaTypeOf = (contract: Contract, { requestBody = {} }: ContractOperation): string[] =>
  Object.keys(resolve(contract, requestBody).content ?? {}).slice(0, 1);

/** Returns the parts of a request that have something to check, each as a `$ref`: many operations share one. */
function sectionsOf(
  parameters: readonly Parameter[],
  sections: Record<string, ContractSchema>,
): Readonly<Record<string, ContractSchema>> {
  const entries = (['path', 'query', 'header'] as const).flatMap((place) => {
    const schema = sectionSchema(parameters.filter((parameter) => parameter.in === place));
    if (place !== 'query' && Object.values(schema.properties).every(isFreeText)) return [];
    const open = place === 'header' ? { ...schema, 'x-free-map': true } : schema;
    const known = Object.keys(sections).find((name) => isDeepStrictEqual(sections[name], open));
    const name = known ?? `${place}${Object.keys(sections).length}`;
    sections[name] = open;
    return [[place, { $ref: name }] as const];
  });
  return Object.fromEntries(entries);
}

const sectionSchema = (parameters: readonly Parameter[]) => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [name, schema])),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
});

/** Returns true for a parameter that may be any text, as every text of a path is. */
const isFreeText = (schema: ContractSchema): boolean =>
  schema.type === 'string' &&
  Object.keys(schema).every(
    (name) => ['type', 'format', 'description', 'example'].includes(name) || name.startsWith('x-'),
  );

/** Returns the schema of a whole request. */
function requestSchema(
  contract: Contract,
  { requestBody = {} }: ContractOperation,
  sections: Readonly<Record<string, ContractSchema>>,
): ContractSchema {
  const { content = {}, required = false } = resolve(contract, requestBody);
  const body = Object.values(content)[0]?.schema;
  return {
    type: 'object',
    'x-free-map': true,
    properties: { ...sections, ...(body && { body }) },
    ...(required && { required: ['body'] }),
  };
}
