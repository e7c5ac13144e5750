import {
  operationsOf,
  resolve,
  successesOf,
  type Contract,
  type ContractOperation,
  type ContractSchema,
} from '../lib/contract.js';

/** Returns the source of `generated/operations.ts`: the part of the contract that the client needs at run time. */
export function operationsModule(contract: Contract): string {
  const byPath: Record<string, string[]> = {};
  const ids: string[] = [];
  for (const [method, path, operation] of operationsOf(contract)) {
    (byPath[path] ??= []).push([method, operation.operationId, ...flagsOf(contract, operation)].join(' '));
    ids.push(JSON.stringify(operation.operationId));
  }
  const environments = Object.fromEntries(contract.servers.map(({ url, ...server }) => [server['x-environment'], url]));
  return `// Written by \`npm run generate\` from openapi/. Do not edit.

/** Kobble's documented hosts. */
export const environments = ${JSON.stringify(environments)} as const;

/**
 * All operations by path: verb and name, then \`keyed\` if it takes an idempotency key, \`list\` if the response is an
 * array, \`unknownResult\` if no page shows the response. As text, the table is half as large in a bundle as it is as objects.
 */
export const operations: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(byPath)};

/** The contract's name of an operation. */
export type OperationId = ${ids.join(' | ')};

/** Names of the fields that are secret, in any object. */
export const sensitiveFields: ReadonlySet<string> = new Set(${JSON.stringify(sensitiveFields(contract))});
`;
}

/** Returns what of an operation its verb does not say: a class of retries other than `keyed` follows from it, by a lint rule. */
const flagsOf = (contract: Contract, operation: ContractOperation): string[] => [
  ...(operation['x-retry'] === 'keyed' ? ['keyed'] : []),
  ...(isList(contract, operation) ? ['list'] : []),
  ...(isUnknown(contract, operation) ? ['unknownResult'] : []),
];

/** Returns true if no page shows the body of a success. */
export function isUnknown(contract: Contract, operation: ContractOperation): boolean {
  const [response] = successesOf(contract, operation);
  const schema = response?.content?.['application/json']?.schema;
  if (response?.['x-evidence'] === 'unknown' || schema === undefined) return true;
  return resolve(contract, schema)['x-evidence'] === 'unknown';
}

/** Returns true if the body of a success is an array. */
export function isList(contract: Contract, operation: ContractOperation): boolean {
  const schema = successesOf(contract, operation)[0]?.content?.['application/json']?.schema;
  return schema !== undefined && resolve(contract, schema).type === 'array';
}

/** Returns the names of secret fields, wherever in a schema they stand. */
export const sensitiveFields = ({ components }: Pick<Contract, 'components'>): string[] =>
  [...new Set(secretsIn(components.schemas))].sort();

function* secretsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'properties') {
      for (const [name, property] of Object.entries(child as Readonly<Record<string, ContractSchema>>))
        if (property['x-sensitive'] === true) yield name;
    }
    yield* secretsIn(child);
  }
}
