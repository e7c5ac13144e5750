import { isObject } from '../../src/checks.js';
import type { ContractSchema } from '../lib/contract.js';

type Node = Readonly<Record<string, unknown>>;

/**
 * Copies a schema of the contract so that it holds for what it lists and nothing else: objects whose fields are known are
 * closed. Descriptions, examples and marks are left out, and so is `format`, because Kobble's own samples violate it.
 * A `$ref` becomes the name of its schema.
 */
export const closedSchema = (schema: ContractSchema): object => close(schema) as object; // of an object it returns one

function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (!isObject(part)) return part;
  if (typeof part['$ref'] === 'string') return { $ref: part['$ref'].split('/').at(-1) };
  const node: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) {
    if (name === 'properties' && isObject(value)) node[name] = mapValues(value, close);
    else if (!isAnnotation(name)) node[name] = close(value);
  }
  if (isObject(node['properties'])) node['additionalProperties'] = false;
  return nullable(node);
}

const isAnnotation = (name: string): boolean =>
  name.startsWith('x-') || ['description', 'example', 'examples', 'format'].includes(name);

/**
 * Says "null, or else this form" instead of "one of two forms": the validator then names what is wrong with the form, and
 * not that neither fits.
 */
function nullable({ oneOf, ...rest }: Node): Node {
  if (!Array.isArray(oneOf) || oneOf.length !== 2) return oneOf === undefined ? rest : { ...rest, oneOf };
  const form: unknown = oneOf.find((one: unknown) => !isNull(one));
  return oneOf.some(isNull) ? { ...rest, if: { type: 'null' }, else: form } : { ...rest, oneOf };
}

const isNull = (schema: unknown): boolean => isObject(schema) && schema['type'] === 'null';
const mapValues = (node: Node, map: (value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, map(value)]));
