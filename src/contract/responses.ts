import { contractFingerprint } from '../../generated/fingerprint.js';
import {
  fieldNames,
  freeMaps,
  responses,
  unknownSchemas,
  validators,
  type Validate,
} from '../../generated/validators.js';
import type { OperationId } from './operations.js';

export { contractFingerprint };

/** A response that the contract declares. */
export interface DeclaredResponse {
  /** Name of the schema of the body; of its entries, if it is a list. Undefined if no page shows a body. */
  readonly schema: string | undefined;
  readonly isList: boolean;
  /** Undefined if the body may be anything, also no JSON. */
  readonly validate: Validate | undefined;
  /** The headers that it must have, in lower case, with their types. */
  readonly headers: readonly (readonly [name: string, type: string])[];
}

const table = new Map<string, ReadonlyMap<number, DeclaredResponse>>();

/** Returns the responses of an operation by status, without those that only `default` covers. */
export function responsesOf(id: OperationId): ReadonlyMap<number, DeclaredResponse> {
  const known = table.get(id);
  if (known !== undefined) return known;
  const parsed = new Map((responses[id] ?? '').split(', ').map(parse));
  table.set(id, parsed);
  return parsed;
}

/** Returns true for a schema that has a name, and whose fields no page shows. */
export const isUnknownSchema = (name: string): boolean => unknownSchemas.has(name);

/** Returns true for a schema whose objects are free maps: callers choose the names in them. */
export const isFreeMap = (name: string): boolean => freeMaps.has(name);

/** Returns true for the name of a field that the contract has, in whatever schema. */
export const isFieldName = (name: string): boolean => fieldNames.has(name);

function parse(text: string): [status: number, response: DeclaredResponse] {
  const [status, ...words] = text.split(' ');
  const body = words.find((word) => !word.includes(':'));
  const schema = body?.replace(/[[\]]/g, '');
  const headers = words.filter((word) => word.includes(':')).map((word) => word.split(':', 2) as [string, string]);
  const validate = schema === undefined ? undefined : validators[schema];
  return [Number(status), { schema, isList: body !== schema, validate, headers }];
}
