import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { Contract } from '../lib/contract.js';
import { answerSchemas, requestSchemas } from './request-schemas.js';

/** Returns the source of `generated/schema.ts`: the contract as types. */
export async function schemaModule(contract: Contract): Promise<string> {
  const nodes = await openapiTS(forTypes(contract) as never, {
    silent: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    defaultNonNullable: false, // a field with a default may be left out
    transform: (schema: object) => openUnion((schema as Node)[KNOWN_VALUES]),
  });
  // Editors would show the deeper lines of a doc comment as a block of code.
  const source = astToString(ts.transform(nodes, [allowUndefined]).transformed).replace(
    /^(\s*\*) {5}(?= *\S)/gm,
    '$1 ',
  );
  return `// Written by \`npm run generate\` from openapi/. Do not edit.\n\n${source}`;
}

/** Lets each optional field be `undefined` too, as callers write it under `exactOptionalPropertyTypes`. JSON leaves it out. */
const allowUndefined: ts.TransformerFactory<ts.Node> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    const seen = ts.visitEachChild(node, visit, context);
    if (!ts.isPropertySignature(seen) || seen.questionToken === undefined || seen.type === undefined) return seen;
    if (seen.type.kind === ts.SyntaxKind.NeverKeyword) return seen;
    const type = factory.createUnionTypeNode([
      seen.type,
      factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
    ]);
    return factory.updatePropertySignature(seen, seen.modifiers, seen.name, seen.questionToken, type);
  };
  return visit;
};

const KNOWN_VALUES = 'x-known-values';

type Node = Record<string, unknown> & { [KNOWN_VALUES]?: readonly string[] };

/** Copies the contract with what its types need to say differently from its schemas. */
function forTypes(contract: Contract): unknown {
  const schemas = Object.entries(contract.components.schemas);
  const [answers, requests] = [answerSchemas(contract), requestSchemas(contract)];
  const sideOf = (name: string): Side => (answers.has(name) ? 'answer' : requests.has(name) ? 'request' : undefined);
  return {
    ...(copy(contract) as Contract),
    components: {
      ...(copy(contract.components) as Contract['components']),
      schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, copy(schema, sideOf(name))])),
    },
  };
}

/** What a schema is of. Bodies of webhooks are neither. */
type Side = 'answer' | 'request' | undefined;

function copy(part: unknown, side?: Side): unknown {
  if (Array.isArray(part)) return part.map((item) => copy(item, side));
  if (typeof part !== 'object' || part === null) return part;
  const node: Node = {};
  for (const [name, value] of Object.entries(part)) node[name] = name === 'examples' ? value : copy(value, side);
  if (node['x-client-supplied'] === true) node['required'] = false;
  // Objects are open on the wire. Their types list the known fields, so that a misspelt one does not compile. If a page
  // may list more fields, the type of a response has them as unknown; a request sends them by the option `extraBody`.
  const isListed = node['properties'] !== undefined && (node['x-more-fields'] !== true || side === 'request');
  if (isListed && node['additionalProperties'] === true) delete node['additionalProperties'];
  if (side === 'answer' && node['type'] === 'string' && Array.isArray(node['enum'])) openEnum(node);
  return node;
}

/** Kobble may send a value that its page does not list: the known ones are suggested, others are accepted. */
function openEnum(node: Node): void {
  node[KNOWN_VALUES] = node['enum'] as readonly string[];
  delete node['enum'];
}

/** Returns the type `'ACTIVE' | … | (string & {})`: editors suggest the values, and any other string is accepted. */
function openUnion(values: readonly string[] | undefined): ts.TypeNode | undefined {
  if (values === undefined) return undefined;
  const { factory } = ts;
  const literals = values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return factory.createUnionTypeNode([
    ...literals,
    factory.createIntersectionTypeNode([text, factory.createTypeLiteralNode([])]),
  ]);
}
