import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { OperationId } from '../contract/operations.js';
import { requirePeer } from './optional-peer.js';
import { Refusal } from './refusal.js';
import type { JsonObject, WireRequest } from './wire.js';

/** Where the contract lies that the package ships: by the package's own name, so that it is found from source and build. */
export const contractFile = (): string => createRequire(import.meta.url).resolve('kobble-client/openapi.json');

/** An operation of the contract, as openapi-backend gives it. */
interface ContractOperation {
  readonly operationId: OperationId;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly security: readonly unknown[];
  readonly 'x-retry': 'safe' | 'keyed' | 'never';
}
interface Parts {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
interface Breach {
  readonly instancePath: string;
  readonly message?: string;
}
/** What is used of openapi-backend. */
interface Backend {
  readonly init: () => Promise<unknown>;
  readonly router: {
    getOperations: () => ContractOperation[];
    readonly matchOperation: (request: { method: string; path: string }, strict: boolean) => ContractOperation;
    readonly parseRequest: (request: Parts, operation: ContractOperation) => { params: Record<string, string> };
  };
  readonly validator: {
    readonly validateRequest: (
      request: Parts,
      operation: ContractOperation,
    ) => { readonly errors?: readonly Breach[] | null };
  };
}
interface BackendModule {
  readonly OpenAPIBackend: new (options: object) => Backend;
}

/** A request that fits the contract. */
export interface CheckedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** Formats that the contract's requests use; Ajv knows none by itself. */
const FORMATS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  'date-time':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
};

/** The contract was linted when it was made: to hold it against JSON Schema's own schema again takes most of the time. */
const AJV = { formats: FORMATS, meta: false, validateSchema: false };

/** Which operation of the shipped contract a request is, and whether it fits. */
export class Contract {
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
    const operations = backend.router.getOperations();
    backend.router.getOperations = () => operations; // it would flatten the whole contract again for each request
  }

  /** @throws Refusal 404 or 405 where there is none. */
  operationOf({ method, path }: WireRequest): ContractOperation {
    try {
      return this.#backend.router.matchOperation({ method, path }, true);
    } catch (error) {
      if (!(error instanceof Error) || !/^40[45]-/.test(error.message)) throw error;
      throw error.message.startsWith('405') ? new Refusal(405, 'Method Not Allowed') : new Refusal(404, 'Not Found');
    }
  }

  /** @throws Refusal 400 that names each breach. */
  check(request: WireRequest, operation: ContractOperation): CheckedRequest {
    const { method, headers } = request;
    const [path = '', search] = request.path.split('?', 2);
    const asked = Object.fromEntries(new URLSearchParams(search));
    const known = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.name in asked);
    const query = Object.fromEntries(known.map(({ name }) => [name, asked[name] ?? '']));
    const body = bodyOf(request, operation);
    const parts = { method, path, headers, query, ...(body !== undefined && { body }) };
    const { errors } = this.#backend.validator.validateRequest(parts, operation);
    if (errors?.length)
      throw breach(errors.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim()));
    const values = this.#backend.router.parseRequest({ method, path, headers: {}, query: {} }, operation).params;
    return { path: values, query, body: (body ?? {}) as JsonObject };
  }
}

const breach = (errors: readonly string[]): Refusal => new Refusal(400, 'Bad Request', { errors });

/** The body, parsed as the media type that the contract gives the operation. */
function bodyOf({ headers, body }: WireRequest, { requestBody }: ContractOperation): unknown {
  if (requestBody === undefined || body === '') return undefined;
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!(type in requestBody.content)) {
    throw breach([`content-type must be ${Object.keys(requestBody.content).join(' or ')}`]);
  }
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    throw breach(['the body is not JSON']);
  }
}

let loading: Promise<Contract> | undefined;

/** The contract, read once a process; what checks an operation is compiled when that is first called. */
export function loadContract(): Promise<Contract> {
  const { OpenAPIBackend } = requirePeer('openapi-backend', 'createFakeKobble()') as BackendModule;
  loading ??= load(OpenAPIBackend);
  return loading;
}

async function load(OpenAPIBackend: BackendModule['OpenAPIBackend']): Promise<Contract> {
  const definition: unknown = JSON.parse(readFileSync(contractFile(), 'utf8'));
  const backend = new OpenAPIBackend({ definition, quick: true, strict: true, ajvOpts: AJV });
  await backend.init();
  return new Contract(backend);
}
