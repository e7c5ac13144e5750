import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { operationsOf, type Contract, type ContractOperation } from './contract.js';

/** A method of the client, and the operation that it calls. */
export interface Method {
  /** Name of the resource: the tag of the operation. */
  readonly resource: string;
  readonly name: string;
  readonly verb: string;
  readonly path: string;
  readonly operation: ContractOperation;
  /** What `x-method` says of one of several methods of an operation, each of which sends its name in the path. */
  readonly description?: string | undefined;
}

/** Returns the methods of a client: `list` and `get` first, the others in the order of the contract. */
export function methodsIn(contract: Pick<Contract, 'paths'>): Method[] {
  const methods = [...operationsOf(contract)].flatMap(([verb, path, operation]) =>
    namesOf(operation).map(([name, description]) => {
      return { resource: operation.tags[0] ?? '', name, verb, path, operation, description };
    }),
  );
  return methods.toSorted((one, other) => rank(one) - rank(other));
}

/** Lists come first, then what gets one record: they are looked for most. */
const rank = ({ name }: Method): number => (name === 'list' ? 0 : name === 'get' ? 1 : 2);

/**
 * Returns the names of an operation's methods. By rule there is one: the operationId without the noun of its tag, so that
 * `createCardSecret` of `cards` is `createSecret`. `x-method` is for what the rule does not fit: another name, `none`, or a
 * description for each value of the path's action.
 */
function namesOf(operation: ContractOperation): (readonly [name: string, description?: string])[] {
  const { operationId, tags, 'x-method': mark = ruleOf(operationId, tags[0] ?? '') } = operation;
  if (mark === 'none') return [];
  return typeof mark === 'string' ? [[mark]] : Object.entries(mark);
}

function ruleOf(operationId: string, tag: string): string {
  const plural = capitalized(tag);
  return operationId.replace(new RegExp(`(?:${plural}|${singular(plural)})(?![a-z])`), '');
}

/** Returns `Beneficiary` for `Beneficiaries`. */
export const singular = (plural: string): string => plural.replace(/ies$/, 'y').replace(/s$/, '');

export const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A method as it is named where the contract is compared or linted. */
export interface NamedMethod {
  /** The name that a caller writes after `kobble.`, for example `cards.create`. */
  readonly name: string;
  /** Verb and path template, for example `POST /customers/v1/cards`. */
  readonly endpoint: string;
}

/** Reads the methods of a project from its YAML, which need not be free of problems: what cannot be read has none. */
export function readMethods(root: string): NamedMethod[] {
  try {
    const { paths } = read(join(root, 'openapi/openapi.yaml')) as { paths: Record<string, { $ref: string }> };
    const items = Object.entries(paths).map(([path, { $ref }]) => [path, read(join(root, 'openapi', $ref))]);
    const methods = methodsIn({ paths: Object.fromEntries(items) as Contract['paths'] });
    return methods.map(({ resource, name, verb, path }) => ({
      name: `${resource}.${name}`,
      endpoint: `${verb} ${path}`,
    }));
  } catch {
    return [];
  }
}

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

/** Returns the names of the methods that call an endpoint. The token endpoint has none: the client calls it. */
export const methodsOf = (methods: readonly NamedMethod[], endpoint: string): string[] =>
  methods.filter((method) => method.endpoint === endpoint).map(({ name }) => name);
