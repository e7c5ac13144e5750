import type { OperationId } from '../contract/operations.js';
import { responsesOf, type DeclaredResponse } from '../contract/responses.js';
import type { Deviation } from './finding.js';
import { deviationsOfErrors } from './schema-errors.js';

/** A response as it is checked. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** The parsed body, or `NOT_JSON`. */
  readonly body: unknown;
}

/** A body that is not JSON. */
export const NOT_JSON = Symbol('not JSON');

/** Parses a body. */
export function parseBody(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return NOT_JSON;
  }
}

/**
 * Returns the ways in which a response differs from the contract. A body that no page shows may be anything.
 *
 * @param maximum Stops looking once so many differences were found in the body. A body full of them takes 800 ms otherwise.
 */
export function deviationsOf(id: OperationId, response: ReceivedResponse, maximum = Infinity): Deviation[] {
  const declared = responsesOf(id).get(response.status);
  if (declared === undefined) {
    const listed = [...responsesOf(id).keys()].join(', ');
    return [{ kind: 'status', part: 'status', pointer: '', expected: `one of ${listed}` }];
  }
  return [...headerDeviations(declared, response.headers), ...bodyDeviations(declared, response.body, maximum)];
}

function headerDeviations({ headers, validate }: DeclaredResponse, received: ReceivedResponse['headers']): Deviation[] {
  const found: Deviation[] = [];
  const mediaType = received.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (validate !== undefined && mediaType !== 'application/json') {
    found.push({ kind: 'content-type', part: 'header', pointer: '/content-type', expected: 'application/json' });
  }
  for (const [name, type] of headers) {
    const place = { part: 'header', pointer: `/${name}` } as const;
    const value = received.get(name);
    if (value === null) found.push({ kind: 'missing', ...place, expected: 'present' });
    else if (type === 'integer' && !/^-?\d+$/.test(value)) found.push({ kind: 'type', ...place, expected: type });
  }
  return found;
}

function bodyDeviations({ isList, validate }: DeclaredResponse, body: unknown, maximum: number): Deviation[] {
  if (validate === undefined) return [];
  const root = { part: 'body', pointer: '' } as const;
  if (body === NOT_JSON) return [{ kind: 'json', ...root, expected: 'JSON' }];
  if (isList && !Array.isArray(body)) return [{ kind: 'type', ...root, expected: 'array' }];
  const found: Deviation[] = [];
  for (const [index, entry] of isList ? (body as unknown[]).entries() : [['', body] as const]) {
    if (found.length >= maximum) break;
    const isValid = validate(entry, { instancePath: isList ? `/${index}` : '' });
    if (!isValid) found.push(...deviationsOfErrors((validate.errors ?? []).slice(0, maximum)));
  }
  return found;
}
