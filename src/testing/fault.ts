import { isOperationId, listOperations } from '../contract/operations.js';
import { optionError } from '../checks.js';
import { either, is, nearestOf, oneOf, required, type Fields, type Rule } from './fields.js';
import { firstHalf, isBodyless, jsonResponse, type Ending, type WireResponse } from './wire.js';

/** The ways to garble a body: replaced by an HTML page, or JSON cut in half. The status stays. */
export type Garbling = 'html' | 'cut';

/** A response that replaces the operation's own. */
export interface FaultAnswer {
  /**
   * `effect`: the operation is carried out first, as behind a gateway that has passed the request on. Default: it is
   * not carried out.
   */
  readonly after?: 'effect' | undefined;
  /** Header `Retry-After`, in seconds or as text. */
  readonly retryAfter?: number | string | undefined;
  /**
   * Text and bytes are sent as they are, anything else as JSON. Default: `{ "message": "…" }`, or the operation's own
   * body if both it and this response are a success.
   */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A fault of one attempt. */
export type Fault =
  | ({ readonly kind: 'respond'; readonly status: number } & FaultAnswer)
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'garble'; readonly how: Garbling }
  | { readonly kind: 'dropAnswer' | 'dropRequest' | 'stallHeaders' | 'stallBody' | 'expireToken' };

/** The name of a fault: the method of `fake.faults.on()` that plans it. */
export type FaultKind = Fault['kind'];

/** Their names are checked by `checkOperationIds`. */
export const OPERATIONS: Rule = {
  be: 'be a list of names of operations',
  fits: (value) => Array.isArray(value) && value.length > 0 && value.every(is.text.fits),
};

/** The fields of a response that replaces the operation's own. */
export const RESPONSE_FIELDS = { after: oneOf('effect'), retryAfter: either(is.number, is.text) };

/** The fields of each fault. */
export const FAULTS: Readonly<Record<FaultKind, Fields>> = {
  dropAnswer: {},
  dropRequest: {},
  stallHeaders: {},
  stallBody: {},
  expireToken: {},
  slow: { milliseconds: required(is.time) },
  garble: { how: oneOf('html', 'cut') },
  respond: { status: required(is.status), ...RESPONSE_FIELDS, body: is.anything, headers: is.texts },
};

/**
 * Returns the end of a request whose operation was not carried out, or undefined if the fault lets it be carried out.
 */
export function endingInstead(fault: Fault | undefined): Ending | undefined {
  if (fault?.kind === 'dropRequest') return { kind: 'drop' };
  if (fault?.kind === 'respond' && fault.after !== 'effect') return { kind: 'response', response: replacement(fault) };
  return undefined;
}

/** Returns the end of a request whose operation has responded. */
export function endingAfter(response: WireResponse, fault: Fault | undefined): Ending {
  switch (fault?.kind) {
    case 'respond':
      return { kind: 'response', response: replacement(fault, response) };
    case 'dropAnswer':
      return { kind: 'drop' };
    case 'stallHeaders':
      return { kind: 'stallHeaders' };
    case 'stallBody':
      return { kind: 'stallBody', response };
    case 'garble':
      return { kind: 'response', response: garbled(response, fault.how) };
    default:
      return { kind: 'response', response };
  }
}

type RespondFault = Extract<Fault, { kind: 'respond' }>;

/** Returns the response of a fault. `own` is the operation's, if it has responded. */
function replacement({ status, retryAfter, headers = {}, body }: RespondFault, own?: WireResponse): WireResponse {
  const added: Record<string, string> = {};
  if (retryAfter !== undefined) added['retry-after'] = String(retryAfter);
  for (const [name, value] of Object.entries(headers)) added[name.toLowerCase()] = value;
  if (isBodyless(status)) return { status, headers: added, body: '' };
  if (body === undefined && own !== undefined && isSuccess(own.status) && isSuccess(status)) {
    return { status, headers: { ...own.headers, ...added }, body: own.body };
  }
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    return jsonResponse(status, body === undefined ? { message: `fault: ${status}` } : body, added);
  }
  const type = typeof body === 'string' && body !== '' ? { 'content-type': 'text/plain; charset=utf-8' } : {};
  return { status, headers: { ...type, ...added }, body };
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

function garbled(response: WireResponse, how: Garbling): WireResponse {
  if (how === 'cut') return { ...response, body: firstHalf(response.body) };
  const page = '<!doctype html><title>Welcome</title><p>You are offline.</p>';
  return { status: response.status, headers: { 'content-type': 'text/html' }, body: page };
}

/** Refuses names that are not operations of the contract: their faults would never happen. */
export function checkOperationIds(where: string, names: readonly string[]): void {
  const unknown = names.find((name) => !isOperationId(name));
  if (unknown === undefined) return;
  const nearest = nearestOf(unknown, operationIds());
  throw optionError(where, `names "${unknown}", which is not an operation of the contract. ${nearest ?? ''}`.trim());
}

const operationIds = (): string[] => listOperations().flatMap(({ id }) => id ?? []);
