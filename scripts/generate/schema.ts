import openapiTS, { astToString } from 'openapi-typescript';
import type { Contract } from '../lib/contract.js';
import { describe } from './evidence.js';

/** Returns the source of `generated/schema.ts`: the contract as types, with its evidence in the doc comments. */
export async function schemaModule(contract: Contract): Promise<string> {
  const nodes = await openapiTS(forTypes(contract) as never, {
    silent: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  });
  // Editors would show the deeper lines of a doc comment as a block of code.
  const source = astToString(nodes).replace(/^(\s*\*) {5}(?=\S)/gm, '$1 ');
  return `// Written by \`npm run generate\` from openapi/. Do not edit.\n\n${source}`;
}

/** Copies the contract with its evidence in the descriptions, where openapi-typescript finds it. */
function forTypes(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(forTypes);
  if (typeof part !== 'object' || part === null) return part;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) copy[name] = name === 'examples' ? value : forTypes(value);
  if (copy['x-client-supplied'] === true) copy['required'] = false;
  // Objects are open on the wire. Their types list the known fields, so that a misspelt one does not compile.
  if (copy['properties'] !== undefined && copy['additionalProperties'] === true) delete copy['additionalProperties'];
  const description = describe(copy);
  if (description !== '') copy['description'] = description;
  return copy;
}
