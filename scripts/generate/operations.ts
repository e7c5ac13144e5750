import { operationsOf, resolve, type Contract, type ContractOperation } from '../lib/contract.js';

/** The source of `generated/operations.ts`: the little of the contract that the client needs while it runs. */
export function operationsModule(contract: Contract): string {
  const operations = [...operationsOf(contract)].map(([method, path, operation]) => ({
    id: operation.operationId,
    method,
    path,
    retry: operation['x-retry'],
    ...(isOpen(contract, operation) && { open: true }),
  }));
  const environments = Object.fromEntries(contract.servers.map(({ url, ...server }) => [server['x-environment'], url]));
  return `// Written by \`npm run generate\` from openapi/. Do not edit.

/** Kobble's documented hosts. */
export const environments = ${JSON.stringify(environments)} as const;

/** Every operation: how it may be retried, and whether its answer is open (nobody has seen it; it may be empty). */
export const operations = ${JSON.stringify(operations)} as const;

/** The fields that are secret, whatever object they are in. */
export const sensitiveFields: ReadonlySet<string> = new Set(${JSON.stringify(sensitiveFields(contract))});
`;
}

/** True where the contract does not know what a success holds. */
function isOpen(contract: Contract, { responses }: ContractOperation): boolean {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  if (success === undefined) return true;
  const { content, ...response } = resolve(contract, success);
  const schema = content?.['application/json']?.schema;
  if (response['x-evidence'] === 'unknown' || schema === undefined) return true;
  return resolve(contract, schema)['x-evidence'] === 'unknown';
}

function sensitiveFields(contract: Contract): string[] {
  const names = new Set<string>();
  for (const schema of Object.values(contract.components.schemas)) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (property['x-sensitive'] === true) names.add(name);
    }
  }
  return [...names].sort();
}
