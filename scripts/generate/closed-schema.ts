import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../src/checks.js';
import { resolve, type Contract, type ContractSchema } from '../lib/contract.js';

type Node = Readonly<Record<string, unknown>>;

const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * Copies a schema of the contract so that it holds for what it lists and nothing else: objects whose fields are known are
 * closed, and a composition is closed as a whole. Free maps stay open. Descriptions, examples and marks are left out, and
 * so is `format`, because Kobble's own samples violate it. A `$ref` becomes the name of its schema.
 *
 * @param side In a request, `x-known-values` becomes the keyword `knownValues`; in a response, further values are allowed.
 */
export function closedSchema(contract: Contract, schema: ContractSchema, side: 'request' | 'response'): object {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (!isObject(part)) return part;
    if (typeof part['$ref'] === 'string') return { $ref: part['$ref'].split('/').at(-1) };
    const form = nullableForm(part);
    if (form !== undefined) return { ...open(withoutCompositions(part)), if: { type: 'null' }, else: close(form) };
    const node = compose(part);
    return fieldsOf(contract, part) === undefined ||
      !isObject(node['properties']) ||
      isObject(part['additionalProperties'])
      ? node
      : { ...node, additionalProperties: false };
  };

  /** Copies what a node says itself. */
  const open = (part: Node): Node => {
    const node: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(part)) {
      if (name === 'properties' && isObject(value)) node[name] = mapValues(value, close);
      else if (name === 'x-known-values' && side === 'request') node['knownValues'] = value;
      else if (!isAnnotation(name)) node[name] = close(value);
    }
    return node;
  };

  /** Copies a node with what its compositions say: parts without names of their own, because a closed part refuses the fields of the others. */
  const compose = (part: Node): Node => {
    const { common, parts } = takeApart(contract, part);
    const node = open({ ...withoutCompositions(part), ...(common && { properties: common }) });
    const composed = mapValues(parts, (members) => (members as readonly Node[]).map(compose));
    const { allOf, ...alternatives } = composed;
    const each = Object.entries(alternatives).map(([name, members]) => oneError({ [name]: members }));
    const all = [...((allOf ?? []) as readonly unknown[]), ...each];
    return all.length === 0 ? node : { ...node, allOf: all };
  };

  return close(schema) as object; // of an object it returns one
}

/** Wraps alternatives so that one error says that none of them fits, without an error for each part of each. */
const oneError = (alternatives: Node): Node => ({ not: { not: alternatives } });

/**
 * Returns the parts of the compositions of a node, and the fields that are checked beside them: a field that has the same
 * schema in all parts is checked there, so that an error names it. Undefined: the node has no compositions.
 */
function takeApart(contract: Contract, node: Node): { common: Node | undefined; parts: Node } {
  const parts = Object.fromEntries(
    COMPOSITIONS.filter((name) => name in node).map((name) => [name, partsOf(contract, node[name])]),
  );
  const members = Object.values(parts).flat();
  if (members.length === 0) return { common: undefined, parts };
  const own = (node['properties'] ?? {}) as Node;
  const all = members.map(({ properties }) => (properties ?? {}) as Node);
  const names = fieldsOf(contract, node) ?? Object.keys(own);
  const isCommon = (name: string) => {
    const [first, ...others] = [own, ...all].flatMap((one) => (Object.hasOwn(one, name) ? [one[name]] : []));
    return first !== undefined && others.every((other) => isDeepStrictEqual(other, first));
  };
  const schemaOf = (name: string) => [own, ...all].find((one) => Object.hasOwn(one, name))?.[name];
  const common = Object.fromEntries(names.map((name) => [name, isCommon(name) ? schemaOf(name) : (own[name] ?? true)]));
  const rest = ({ properties = {}, ...other }: Node): Node => {
    const left = Object.entries(properties as Node).filter(([name]) => common[name] === true);
    return left.length === 0 ? other : { ...other, properties: Object.fromEntries(left) };
  };
  return { common, parts: mapValues(parts, (one) => (one as readonly Node[]).map(rest)) };
}

const partsOf = (contract: Contract, parts: unknown): readonly Node[] =>
  (parts as readonly ContractSchema[]).map((part) => resolve(contract, part) as Node);

/** Returns the names of all fields that a schema lists. Undefined for an object whose further fields are not known. */
function fieldsOf(contract: Contract, part: Node): readonly string[] | undefined {
  const node = resolve(contract, part as ContractSchema) as Node;
  if (node['x-free-map'] === true) return undefined;
  const parts = COMPOSITIONS.flatMap((name) => partsOf(contract, node[name] ?? []));
  if (node['properties'] === undefined && parts.length === 0) return node['type'] === 'object' ? undefined : [];
  const inner = parts.map((one) => fieldsOf(contract, one));
  const own = Object.keys(node['properties'] ?? {});
  return inner.includes(undefined) ? undefined : [...new Set([...own, ...inner.flatMap((names) => names ?? [])])];
}

/** Returns the form of a node that is "this form, or null": the validator then names what is wrong with the form. */
function nullableForm({ oneOf, anyOf }: Node): unknown {
  const forms = oneOf ?? anyOf;
  if (!Array.isArray(forms) || forms.length !== 2 || !forms.some(isNull)) return undefined;
  return forms.find((one: unknown) => !isNull(one));
}

const withoutCompositions = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !COMPOSITIONS.some((one) => one === name)));

const isAnnotation = (name: string): boolean =>
  name.startsWith('x-') || ['description', 'example', 'examples', 'format', 'discriminator'].includes(name);

const isNull = (schema: unknown): boolean => isObject(schema) && schema['type'] === 'null';
const mapValues = (node: Node, map: (value: unknown) => unknown): Node =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, map(value)]));
