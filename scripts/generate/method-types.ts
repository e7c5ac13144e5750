import {
  comesInPages,
  isEmptyBody,
  parametersOf,
  successesOf,
  type Contract,
  type ContractParameter,
  type ContractSchema,
} from '../lib/contract.js';
import type { Method } from '../lib/methods.js';
import { isList, isUnknown } from './operations.js';
import { queryTypeOf } from './types.js';

/** Returns the parameters of a method, and the object of those that it passes on. */
export function argumentsOf(contract: Contract, method: Method): { parameters: string[]; input: string } {
  const { path, verb, operation } = method;
  const all = parametersOf(contract, path, operation);
  const { ids, values } = pathOf(all, method);
  const query = queryTypeOf(contract, operation);
  const needsQuery = all.some((one) => one.in === 'query' && one.required === true);
  const body = bodyOf(contract, `'${verb}', '${path}'`, operation.requestBody);
  const parts = [
    ...(values.length === 0 ? [] : [`path: { ${values.join(', ')} }`]),
    ...(query === undefined ? [] : ['query']),
    ...(body === undefined ? [] : [body.type === undefined ? 'body: {}' : 'body']),
    'options',
  ];
  return {
    parameters: [
      ...ids,
      ...(body?.type === undefined ? [] : [`body${body.isRequired ? '' : '?'}: ${body.type}`]),
      ...(query === undefined ? [] : [`query: ${query}${needsQuery ? '' : ' = {}'}`]),
      optionsOf(all, operation['x-retry'] === 'keyed'),
    ],
    input: `{ ${parts.join(', ')} }`,
  };
}

/** Returns the parameters for values of the path. One of several methods of an operation sends its own name as one. */
function pathOf(all: readonly ContractParameter[], { name, operation, description }: Method) {
  const inPath = all.filter((one) => one.in === 'path');
  const action = description === undefined ? undefined : inPath.find(({ schema }) => schema?.enum?.includes(name));
  if (description !== undefined && action === undefined)
    throw new Error(`\`x-method\` of ${operation.operationId} has ${name}, which is no value of its path.`);
  return {
    ids: inPath.filter((one) => one !== action).map((one) => `${one.name}: ${valueType(one)}`),
    values: inPath.map((one) => (one === action ? `${one.name}: '${name}'` : String(one.name))),
  };
}

function valueType({ schema }: ContractParameter): string {
  if (schema?.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  return schema?.type === 'integer' || schema?.type === 'number' ? 'number' : 'string';
}

/** Returns the type of a body; undefined if its page shows an empty object, which the method then sends by itself. */
function bodyOf(contract: Contract, operationAt: string, requestBody: Method['operation']['requestBody']) {
  const declared = requestBody?.content?.['application/json']?.schema;
  if (declared === undefined) return undefined;
  const type = nameOf(declared) ?? `InputOf<${operationAt}>['body']`;
  return { type: isEmptyBody(contract, declared) ? undefined : type, isRequired: requestBody?.required === true };
}

/** Returns the parameter of the options. Its type knows the headers of the operation, but for the key. */
function optionsOf(all: readonly ContractParameter[], isKeyed: boolean): string {
  const options = isKeyed ? 'KeyedCallOptions' : 'CallOptions';
  const headers = all.filter(({ in: place, name }) => place === 'header' && name !== 'Idempotency-Key');
  if (headers.length === 0) return `options?: ${options}`;
  const mark = headers.some(({ required }) => required === true) ? '' : '?';
  const orNone = mark === '' ? '' : ' | undefined';
  const fields = headers.map(({ name = '', required }) =>
    required === true ? `'${name}': string` : `'${name}'?: string | undefined`,
  );
  return `options${mark}: ${options} & { headers${mark}: { ${fields.join('; ')} }${orNone} }`;
}

/** Returns the type of an operation's data. The compiler compares it with `DataOf` of verb and path. */
export function dataOf(contract: Contract, { verb, path, operation }: Method): string {
  const schema = successesOf(contract, operation)[0]?.content?.['application/json']?.schema;
  if (schema === undefined || Object.keys(schema).every(isRemark)) return 'unknown';
  const item = schema.items && nameOf(schema.items);
  const type = nameOf(schema) ?? (item === undefined ? `DataOf<'${verb}', '${path}'>` : `${item}[]`);
  return isUnknown(contract, operation) ? `Undocumented<${type}>` : type;
}

/** Returns true for a list that can be asked for its next page. */
export const isPaged = (contract: Contract, { path, operation }: Method): boolean =>
  comesInPages(isList(contract, operation), parametersOf(contract, path, operation));

/** Returns the type of a list's entries. */
export const itemOf = (list: string): string => (list.endsWith('[]') ? list.slice(0, -2) : `${list}[number]`);

const isRemark = (name: string): boolean => name.startsWith('x-') || name === 'description';
const nameOf = ({ $ref }: ContractSchema): string | undefined => $ref?.split('/').at(-1);
