import { isObject } from '../../src/checks.js';
import { operationsOf, type Contract, type ContractSchema } from '../lib/contract.js';

/**
 * Copies the contract so that no schema is used by both a request and a response if their types differ: what is sent is
 * closed, so that a misspelt field does not compile, and what is received is open. The request gets a schema of its own:
 * `PersonInput` beside `Person`.
 */
export function withRequestSchemas(contract: Contract): Contract {
  const { schemas } = contract.components;
  const answers = answerSchemas(contract);
  const requests = requestSchemas(contract);
  const double = new Set([...requests].filter((name) => answers.has(name) && isOpen(schemas[name], schemas)));
  const forRequests = (part: unknown): unknown =>
    mapReferences(part, (name) => (double.has(name) ? inputOf(name) : name));
  const entries = Object.entries(schemas).flatMap(([name, schema]): [string, ContractSchema][] => {
    const request = forRequests(schema) as ContractSchema; // it has the same form
    if (double.has(name))
      return [
        [name, schema],
        [inputOf(name), request],
      ];
    return [[name, requests.has(name) && !answers.has(name) ? request : schema]];
  });
  const paths = Object.entries(contract.paths).map(([path, item]) => [
    path,
    mapValues(item, (part) => ('requestBody' in part ? { ...part, requestBody: forRequests(part.requestBody) } : part)),
  ]);
  return {
    ...contract,
    paths: Object.fromEntries(paths) as Contract['paths'],
    components: { ...contract.components, schemas: Object.fromEntries(entries) },
  };
}

const inputOf = (name: string): string => `${name}Input`;

/** Returns the names of the component schemas that a request body is made of, directly or through other schemas. */
export const requestSchemas = (contract: Contract): ReadonlySet<string> =>
  schemasIn(
    contract,
    [...operationsOf(contract)].map(([, , { requestBody }]) => requestBody),
  );

/**
 * Returns the names of the component schemas that a response is made of, directly or through other schemas. The bodies
 * of webhooks are not among them: their `Type` is what tells them apart, and values of another kind are refused.
 */
export const answerSchemas = (contract: Contract): ReadonlySet<string> =>
  schemasIn(
    contract,
    [...operationsOf(contract)].map(([, , { responses }]) => responses),
  );

function schemasIn(contract: Contract, parts: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { $ref } = part as { readonly $ref?: unknown };
    const [, kind, name] = REFERENCE.exec(String($ref)) ?? [];
    if (kind === undefined || name === undefined) return Object.values(part).forEach(visit);
    if (kind === 'schemas' && found.has(name)) return;
    if (kind === 'schemas') found.add(name);
    visit(contract.components[kind]?.[name]);
  };
  parts.forEach(visit);
  return found;
}

const REFERENCE = /^#\/components\/(\w+)\/(\w+)$/;

/** Returns true if the type of a schema is wider in responses: it has more fields or other values than the page lists. */
function isOpen(part: unknown, schemas: Contract['components']['schemas']): boolean {
  if (Array.isArray(part)) return part.some((item) => isOpen(item, schemas));
  if (!isObject(part)) return false;
  const name = REFERENCE.exec(String(part['$ref']))?.[2];
  if (name !== undefined) return isOpen(schemas[name], schemas);
  const isOwn = part['x-more-fields'] === true || (part['type'] === 'string' && Array.isArray(part['enum']));
  return isOwn || Object.values(part).some((value) => isOpen(value, schemas));
}

function mapReferences(part: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(part)) return part.map((item) => mapReferences(item, rename));
  if (!isObject(part)) return part;
  return mapValues(part, (value, key) =>
    key === '$ref' ? String(value).replace(/(?<=^#\/components\/schemas\/)\w+$/, rename) : mapReferences(value, rename),
  );
}

const mapValues = <T>(node: Readonly<Record<string, T>>, map: (value: T, key: string) => unknown) =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value, key)]));
