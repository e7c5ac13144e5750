import { operationsOf, resolve, type Contract, type ContractOperation, type ContractSchema } from '../lib/contract.js';
import { closedSchema } from './closed-schema.js';
import { checksByName, compileChecks } from './compile-checks.js';

/**
 * Returns the source of `generated/validators.ts`: what each operation answers, and compiled checks of the bodies. They are
 * compiled here, because compiling at run time takes 100 ms, a dependency, and `new Function`, which Workers forbid.
 */
export function validatorsModule(contract: Contract): string {
  const responses = Object.fromEntries(
    [...operationsOf(contract)].map(([, , operation]) => [operation.operationId, responsesOf(contract, operation)]),
  );
  const used = usedSchemas(contract, Object.values(responses).join(' '));
  const checked = used.filter(([, schema]) => schema.type !== undefined);
  const unknown = used.filter(([, schema]) => schema['x-evidence'] === 'unknown' && schema.properties === undefined);
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

/** Checks by schema: fields that the contract does not have are errors. A schema without a check allows anything. */
${compile(contract, checked)}`;
}

/** Returns for example \`200 [Card] x-limit:integer, 400 ErrorBody\`. A status that only \`default\` covers is not listed. */
function responsesOf(contract: Contract, { responses }: ContractOperation): string {
  return Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, declared]) => {
      const { content, headers = {} } = resolve(contract, declared);
      const schema = content?.['application/json']?.schema ?? {};
      const item = schema.items && nameOf(schema.items);
      // A limited caller is told when to come back in some cases only, so that headers of errors are not required.
      const names = Object.entries(status.startsWith('2') ? headers : {}).map(
        ([name, header]) => `${name.toLowerCase()}:${String(resolve(contract, header).schema?.type)}`,
      );
      return [status, item === undefined ? nameOf(schema) : `[${item}]`, ...names].filter(Boolean).join(' ');
    })
    .join(', ');
}

const nameOf = ({ $ref = '' }: ContractSchema): string => $ref.split('/').at(-1) ?? '';

/** Returns the component schemas that responses are made of, directly or through other schemas. */
function usedSchemas(contract: Contract, responses: string): [name: string, schema: ContractSchema][] {
  const { schemas } = contract.components;
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

function compile(contract: Contract, schemas: readonly (readonly [name: string, schema: ContractSchema])[]): string {
  const closed = schemas.map(([name, schema]) => [name, closedSchema(contract, schema, 'response')] as const);
  const { functions, names } = compileChecks(
    Object.fromEntries(closed),
    closed.map(([name]) => name),
  );
  // Each function is that of one schema, which its errors then name.
  const named = functions.replace(/function (validate\d+)\([^]*?(?=function validate|$)/g, (text, check: string) =>
    text.replaceAll('schemaPath:"#', `schemaPath:"${names.get(check)}#`),
  );
  return `export const validators: Readonly<Record<string, Validate>> = ${checksByName(names)};\n${named}`;
}
