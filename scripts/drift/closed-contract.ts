import { isObject } from '../../src/checks.js';

type Node = Readonly<Record<string, unknown>>;

/**
 * Copies the contract so that it holds for what it lists and nothing else: objects whose fields are known are closed,
 * statuses that only `default` covers are not listed, and headers are required. `format` is left out, because Kobble's own
 * samples violate it.
 */
export function closedContract(contract: Node): Node {
  return { ...(close(contract) as Node), paths: mapValues(asNode(contract['paths']), closedPath) };
}

const closedPath = (item: Node): Node =>
  mapValues(item, (operation) => {
    if (!isObject(operation['responses'])) return asNode(close(operation));
    const listed = Object.entries(operation['responses']).filter(([status]) => status !== 'default');
    return { ...asNode(close(operation)), responses: mapValues(Object.fromEntries(listed), closedResponse) };
  });

const closedResponse = (response: Node): Node => {
  const closed = asNode(close(response));
  if (!isObject(closed['headers'])) return closed;
  return { ...closed, headers: mapValues(closed['headers'], (header) => ({ ...header, required: true })) };
};

function close(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(close);
  if (!isObject(part)) return part;
  const node: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(part)) {
    if (name === 'examples' || name === 'example') continue;
    if (name !== 'format' || isObject(value)) node[name] = close(value);
  }
  if (isObject(node['properties'])) node['additionalProperties'] = false;
  return nullable(node);
}

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
const asNode = (value: unknown): Node => (isObject(value) ? value : {});
const mapValues = (node: Node, map: (value: Node) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, isObject(value) ? map(value) : value]));
