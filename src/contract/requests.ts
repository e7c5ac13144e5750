import { requests, requestValidators } from '../../generated/request-validators.js';
import type { Validate } from '../../generated/validators.js';
import type { OperationId } from './operations.js';

/** The request of an operation, as the contract declares it. */
export interface DeclaredRequest {
  /** Media type of the body. Undefined if the operation takes none. */
  readonly mediaType: string | undefined;
  readonly needsToken: boolean;
  /** Status of a success; the first one, if there are several. */
  readonly successStatus: number;
  /** The types of the query parameters that are not text. */
  readonly queryTypes: ReadonlyMap<string, string>;
  /** Checks a request: what the contract does not have is an error. */
  readonly validate: (request: RequestValues) => readonly RequestError[];
}

/** The values of a request, those of a query with their types. */
export interface RequestValues {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Names in lower case. */
  readonly header: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One way in which a request violates the contract. */
export type RequestError = Omit<NonNullable<Validate['errors']>[number], 'schemaPath'>;

/** Returns the request of an operation. */
export function requestOf(id: OperationId): DeclaredRequest {
  const [status, ...words] = (requests[id] ?? '').split(' ');
  const validate = requestValidators[id];
  return {
    mediaType: words.find((word) => word.includes('/')),
    needsToken: !words.includes('public'),
    successStatus: Number(status),
    queryTypes: new Map(
      words.filter((word) => word.includes(':')).map((word) => word.split(':', 2) as [string, string]),
    ),
    validate: (request) => (validate === undefined || validate(request) ? [] : (validate.errors ?? [])),
  };
}
