import { findOperation } from '../contract/find-operation.js';
import { VERBS, type Operation, type OperationId } from '../contract/operations.js';
import { requestOf, type DeclaredRequest } from '../contract/requests.js';
import { violationsOf } from './violations.js';
import { Refusal, type WireRequest } from './wire.js';

/** An operation of the contract, and its request. */
export interface FakeOperation extends Pick<Operation, 'retry' | 'path'> {
  readonly id: OperationId;
  readonly request: DeclaredRequest;
}

/** The values of a request that is valid by the contract. */
export interface CheckedRequest {
  readonly path: Readonly<Record<string, string>>;
  /** With the types of the contract. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Returns the operation of a request. If there is none, returns the refusal, 404 or 405. */
export function operationOf({ method, path }: WireRequest): FakeOperation | Refusal {
  const [pathname = ''] = path.split('?', 1);
  const found = findOperation(method, pathname);
  if (found?.id !== undefined) return { ...found, id: found.id, request: requestOf(found.id) };
  return VERBS.some((verb) => findOperation(verb, pathname) !== undefined)
    ? new Refusal(405, 'The contract has no operation with this verb at this path.')
    : new Refusal(404, 'The contract has no operation at this path.');
}

/** Returns the values of a request. Throws a refusal with status 400 that names all that is wrong. */
export function checkRequest(
  sent: WireRequest,
  { path: template, request }: FakeOperation,
  isStrict: boolean,
): CheckedRequest {
  const [pathname = '', search] = sent.path.split('?', 2);
  const path = pathValues(template, pathname);
  const query = queryValues(new URLSearchParams(search), request);
  const body = readBody(sent, request);
  const values = { path, query, header: sent.headers, ...(body !== undefined && { body }) };
  const violations = violationsOf(request.validate(values), isStrict);
  if (violations.length > 0) throw badRequest(violations);
  // Every body of the contract is an object, which was checked.
  return { path, query, body: (body ?? {}) as CheckedRequest['body'] };
}

const badRequest = (violations: readonly string[]): Refusal =>
  new Refusal(400, violations.join('; '), { errors: violations });

function pathValues(template: string, pathname: string): Record<string, string> {
  const segments = pathname.split('/');
  const names = template.split('/').map((segment) => /^\{(.*)\}$/.exec(segment)?.[1]);
  return Object.fromEntries(
    names.flatMap((name, at) => (name === undefined ? [] : [[name, decode(segments[at] ?? '')]])),
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(['the path has a % that is not followed by two hexadecimal digits']);
  }
}

/** Reads numbers and booleans. What is none stays text, and is then refused as a value of another type. */
function queryValues(sent: URLSearchParams, { queryTypes }: DeclaredRequest): Record<string, unknown> {
  return Object.fromEntries(
    [...sent].map(([name, text]) => [name, queryTypes.has(name) ? (parseJson(text) ?? text) : text]),
  );
}

/** Parses the body as the media type that the contract gives the operation. */
function readBody({ headers, body }: WireRequest, { mediaType }: DeclaredRequest): unknown {
  if (mediaType === undefined || body === '') return undefined;
  const sent = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (sent !== mediaType) throw badRequest([`content-type must be ${mediaType}`]);
  if (mediaType === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body));
  const parsed = parseJson(body);
  if (parsed === undefined) throw badRequest(['the body is not JSON']);
  return parsed;
}

/** Parses JSON. Undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
