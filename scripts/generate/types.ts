import { operationsOf, resolve, type Contract, type ContractOperation, type ContractSchema } from '../lib/contract.js';

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
  const comment = docComment(schema.description ?? '');
  const members = (schema.anyOf ?? schema.oneOf)?.map(({ $ref }) => $ref?.split('/').at(-1));
  if (members?.every((member) => member !== undefined))
    return `${comment}export type ${name} = ${members.join(' | ')};`;
  if (schema.type === 'object') return `${comment}export interface ${name} extends wire.${name} {}`;
  return `${comment}export type ${name} = wire.${name};`;
}

/** The query of a list that takes parameters: \`listCards\` gives \`CardListQuery\`. */
function queryType(contract: Contract, { operationId, summary, parameters = [] }: ContractOperation): string[] {
  const noun = /^list(\w+)s$/.exec(operationId)?.[1];
  const takesQuery = parameters.some((parameter) => resolve(contract, parameter).in === 'query');
  if (noun === undefined || !takesQuery) return [];
  const type = `NonNullable<wire.operations['${operationId}']['parameters']['query']>`;
  return [`/** Query of \`${operationId}\` (${summary}). */\nexport interface ${noun}ListQuery extends ${type} {}`];
}

function docComment(text: string): string {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1 && text.length < 110) return `/** ${text} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
