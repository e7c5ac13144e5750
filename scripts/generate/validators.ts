import { operationsOf, resolve, type Contract, type ContractOperation, type ContractSchema } from '../lib/contract.js';
import { closedSchema } from './closed-schema.js';
import { checksByName, compileChecks } from './compile-checks.js';

/**
 * Returns the source of `generated/validators.ts`: what each operation answers, and compiled checks of the bodies. They are
 * compiled here, because compiling at run time takes 100 ms, a dependency, and `new Function`, which Workers forbid.
 */
export function validatorsModule(contract: Contract): string {
  const bodies: Record<string, ContractSchema> = {};
  const responses = Object.fromEntries(
    [...operationsOf(contract)].map(([, , operation]) => [
      operation.operationId,
      responsesOf(contract, operation, bodies),
    ]),
  );
  const used = usedSchemas({ ...contract.components.schemas, ...bodies }, Object.values(responses).join(' '));
  const closed = used.map(
    ([name, schema]) => [name, closedSchema(contract, { ...schema, 'x-free-map': false }, 'response')] as const,
  );
  const unchecked = closed.filter(([, schema]) => Object.keys(schema).length === 0).map(([name]) => name);
  const unknown = used.filter(([, schema]) => schema['x-evidence'] === 'unknown' && schema.properties === undefined);
  const forgotten = unchecked.find((name) => !unknown.some(([other]) => other === name));
  if (forgotten !== undefined) {
    throw new Error(`The schema ${forgotten} of a documented response has nothing to check: give it a type.`);
  }
  const freeMaps = used.filter(([, schema]) => schema['x-free-map'] === true).map(([name]) => name);
  return `// Written by \`npm run generate\` from openapi/. Do not edit.
// @ts-nocheck: ajv writes JavaScript

/** One way in which a body violates a schema. It contains no value of the body, but may contain a name of a field. */
export interface SchemaError {
  readonly instancePath: string;
  /** Begins with the name of the schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns true if a body conforms to a schema. Otherwise \`errors\` says why not, until the next check. */
export interface Validate {
  (body: unknown, context?: { readonly instancePath: string }): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** The responses of each operation: status, schema of the body (\`[…]\`: a list) and headers with their types. */
export const responses: Readonly<Record<string, string>> = ${JSON.stringify(responses)};

/** Schemas whose fields no page shows. */
export const unknownSchemas: ReadonlySet<string> = new Set(${JSON.stringify(unknown.map(([name]) => name))});

/** Schemas whose objects are free maps: callers choose the names in them. */
export const freeMaps: ReadonlySet<string> = new Set(${JSON.stringify(freeMaps)});

/** All names of fields that the contract has. */
export const fieldNames: ReadonlySet<string> = new Set(${JSON.stringify(fieldNames(contract.components.schemas))});

/** Checks by schema: fields that the contract does not have are errors. A schema without a check allows anything. */
${compile(closed, unchecked)}`;
}

/** Returns the names of fields in these schemas, however deep. */
function fieldNames(schemas: unknown): string[] {
  const names = new Set<string>();
  JSON.stringify(schemas, (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(Object(value) as object)) names.add(name);
    return value;
  });
  return [...names].sort();
}

/** Returns for example \`200 [Card] x-limit:integer, 400 ErrorBody\`. A status that only \`default\` covers is not listed. */
function responsesOf(
  contract: Contract,
  { operationId, responses }: ContractOperation,
  bodies: Record<string, ContractSchema>,
): string {
  return Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, declared]) => {
      const { content, headers = {} } = resolve(contract, declared);
      const schema = content?.['application/json']?.schema;
      const body = schema === undefined ? '' : bodyOf(schema, `${capitalized(operationId)}${status}`, bodies);
      // A limited caller is told when to come back in some cases only, so that headers of errors are not required.
      const names = Object.entries(status.startsWith('2') ? headers : {}).map(
        ([name, header]) => `${name.toLowerCase()}:${String(resolve(contract, header).schema?.type)}`,
      );
      return [status, body, ...names].filter(Boolean).join(' ');
    })
    .join(', ');
}

/** Returns the name of the schema of a body, `[…]` for a list. A body that is no `$ref` gets a schema of its own. */
function bodyOf(schema: ContractSchema, ownName: string, bodies: Record<string, ContractSchema>): string {
  if (schema.$ref !== undefined) return nameOf(schema);
  if (schema['x-evidence'] === 'unknown' && schema.type === undefined) return ''; // anything, also no JSON
  if (schema.items?.$ref !== undefined) return `[${nameOf(schema.items)}]`;
  bodies[ownName] = schema;
  return ownName;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const nameOf = ({ $ref = '' }: ContractSchema): string => $ref.split('/').at(-1) ?? '';

/** Returns the component schemas that responses are made of, directly or through other schemas. */
function usedSchemas(
  schemas: Readonly<Record<string, ContractSchema>>,
  responses: string,
): [name: string, schema: ContractSchema][] {
  const found = new Set<string>();
  const visit = (text: string) => {
    for (const [name] of text.matchAll(/\b[A-Z]\w+/g)) {
      if (!(name in schemas) || found.has(name)) continue;
      found.add(name);
      visit(
        [...JSON.stringify(schemas[name]).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference).join(' '),
      );
    }
  };
  visit(responses);
  return Object.entries(schemas).filter(([name]) => found.has(name));
}

function compile(schemas: readonly (readonly [name: string, schema: object])[], unchecked: readonly string[]): string {
  const { functions, names } = compileChecks(
    Object.fromEntries(schemas),
    schemas.map(([name]) => name).filter((name) => !unchecked.includes(name)),
  );
  // Each function is that of one schema, which its errors then name. A key of a map is data: no error contains it.
  const named = functions
    .replace(/function (validate\d+)\([^]*?(?=function validate|$)/g, (text, check: string) =>
      text.replaceAll('schemaPath:"#', `schemaPath:"${names.get(check)}#`),
    )
    .replace(/key\d+\.replace\(\/~\/g, ?"~0"\)\.replace\(\/\\\/\/g, ?"~1"\)/g, '"{…}"');
  return `export const validators: Readonly<Record<string, Validate>> = ${checksByName(names)};\n${named}`;
}
