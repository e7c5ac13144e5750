import { operationsOf, resolve, type Contract, type ContractOperation, type ContractSchema } from '../lib/contract.js';
import { capitalized, singular } from '../lib/methods.js';
import { docComment } from './doc-comment.js';

/** Returns the source of `generated/types.ts`: the wire types by name, which the public entry exports as they are. */
export function typesModule(contract: Contract): string {
  const schemas = Object.entries(contract.components.schemas).map(([name, schema]) => typeOf(name, schema));
  const queries = [...operationsOf(contract)].flatMap(([, , operation]) => queryType(contract, operation));
  return `// Written by \`npm run generate\` from openapi/. Do not edit.

import type * as wire from './schema.js';

${[...schemas, ...queries].join('\n\n')}
`;
}

/** An interface where that is possible, so that editors and compiler errors show the name instead of the fields. */
function typeOf(name: string, schema: ContractSchema): string {
  const comment = docComment([schema.description ?? '']);
  const members = (schema.anyOf ?? schema.oneOf)?.map(({ $ref }) => $ref?.split('/').at(-1));
  if (members?.every((member) => member !== undefined))
    return `${comment}export type ${name} = ${members.join(' | ')};`;
  if (schema.type === 'object') return `${comment}export interface ${name} extends wire.${name} {}`;
  return `${comment}export type ${name} = wire.${name};`;
}

/** Returns the name of the type of an operation's query, if it takes one: `listCards` gives `CardListQuery`. */
export function queryTypeOf(
  contract: Contract,
  { operationId, parameters = [] }: ContractOperation,
): string | undefined {
  if (!parameters.some((parameter) => resolve(contract, parameter).in === 'query')) return undefined;
  const nouns = /^list(\w+)$/.exec(operationId)?.[1];
  return nouns === undefined ? `${capitalized(operationId)}Query` : `${singular(nouns)}ListQuery`;
}

function queryType(contract: Contract, operation: ContractOperation): string[] {
  const { operationId, summary } = operation;
  const name = queryTypeOf(contract, operation);
  const type = `NonNullable<wire.operations['${operationId}']['parameters']['query']>`;
  return name === undefined
    ? []
    : [`/** Query of \`${operationId}\` (${summary}). */\nexport interface ${name} extends ${type} {}`];
}
