import openapiTS, { astToString } from 'openapi-typescript';
import type { Contract, Evidence } from '../lib/contract.js';

const MEANING: Record<Exclude<Evidence, 'documented'>, string> = {
  example: 'seen only in a sample',
  inferred: 'no page shows it',
  unknown: 'it has a name, and no more is known',
};

/** The source of `generated/schema.ts`: the contract as types, its evidence in the doc comments. */
export async function schemaModule(contract: Contract): Promise<string> {
  const nodes = await openapiTS(forTypes(contract) as never, {
    silent: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  });
  // Deeper lines of a doc comment would be shown as a block of code.
  const source = astToString(nodes).replace(/^(\s*\*) {5}(?=\S)/gm, '$1 ');
  return `// Written by \`npm run generate\` from openapi/. Do not edit.\n\n${source}`;
}

/** A copy in which the words a reader of types needs stand where openapi-typescript finds them. */
function forTypes(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(forTypes);
  if (typeof part !== 'object' || part === null) return part;
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) copy[name] = name === 'examples' ? value : forTypes(value);
  if (copy['x-client-supplied'] === true) copy['required'] = false;
  // Objects stay open on the wire; as types they say their fields, so that a misspelt one does not compile.
  if (copy['properties'] !== undefined && copy['additionalProperties'] === true) delete copy['additionalProperties'];
  const line = evidenceLine(copy);
  if (line !== undefined) copy['description'] = [copy['description'], line].filter(Boolean).join('\n\n');
  return copy;
}

function evidenceLine(part: Record<string, unknown>): string | undefined {
  const evidence = part['x-evidence'];
  if (typeof evidence !== 'string' || evidence === 'documented') return undefined;
  const note = part['x-evidence-note'];
  const meaning = MEANING[evidence as keyof typeof MEANING];
  return `Evidence: ${evidence} (${meaning}).${typeof note === 'string' ? ` ${note.trim()}` : ''}`;
}
