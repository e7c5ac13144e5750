import { readFileSync } from 'node:fs';
import { loadOpenApiBackend, ownRequire, type Backend, type ContractOperation } from './peers.js';
import { Refusal, type WireRequest } from './wire.js';

/** Returns the path of the contract in this package. It is resolved by the package's name, from source and build alike. */
export const contractFile = (): string => ownRequire().resolve('kobble-client/openapi.json');

/** The values of a request that is valid by the contract. */
export interface CheckedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Formats that the contract's requests use. Ajv knows none by itself. */
const FORMATS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  'date-time':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
};

/**
 * The contract was linted when it was made. Checking it against the schema of JSON Schema again takes most of the time.
 */
const AJV = { formats: FORMATS, meta: false, validateSchema: false };

/** Finds the operation of a request in the shipped contract, and checks the request. */
export class Contract {
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
    const operations = backend.router.getOperations();
    backend.router.getOperations = () => operations; // otherwise it flattens the whole contract again for each request
  }

  /** Returns the operation of a request. If there is none, returns the refusal, 404 or 405. */
  operationOf({ method, path }: WireRequest): ContractOperation | Refusal {
    try {
      return this.#backend.router.matchOperation({ method, path }, true);
    } catch (error) {
      if (!(error instanceof Error) || !/^40[45]-/.test(error.message)) throw error;
      return error.message.startsWith('405') ? new Refusal(405, 'Method Not Allowed') : new Refusal(404, 'Not Found');
    }
  }

  /** Returns the values of a request. Throws a refusal with status 400 that names all that is wrong. */
  check(request: WireRequest, operation: ContractOperation): CheckedRequest {
    const { method, headers } = request;
    const [path = '', search] = request.path.split('?', 2);
    const sent = Object.fromEntries(new URLSearchParams(search));
    const known = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.name in sent);
    const query = Object.fromEntries(known.map(({ name }) => [name, sent[name] ?? '']));
    const body = readBody(request, operation);
    const parts = { method, path, headers, query, ...(body !== undefined && { body }) };
    const { errors } = this.#backend.validator.validateRequest(parts, operation);
    if (errors?.length) {
      throw badRequest(errors.map(({ instancePath, message = '' }) => `${instancePath} ${message}`.trim()));
    }
    const values = this.#backend.router.parseRequest({ method, path, headers: {}, query: {} }, operation).params;
    // Every body of the contract is an object, which openapi-backend has checked.
    return { path: values, query, body: (body ?? {}) as CheckedRequest['body'] };
  }
}

const badRequest = (errors: readonly string[]): Refusal => new Refusal(400, 'Bad Request', { errors });

/** Parses the body as the media type that the contract gives the operation. */
function readBody({ headers, body }: WireRequest, { requestBody }: ContractOperation): unknown {
  if (requestBody === undefined || body === '') return undefined;
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!(type in requestBody.content)) {
    throw badRequest([`content-type must be ${Object.keys(requestBody.content).join(' or ')}`]);
  }
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest(['the body is not JSON']);
  }
}

let loading: Promise<Contract> | undefined;

/** Reads the contract, once a process. The checks of an operation are compiled when it is first called. */
export function loadContract(): Promise<Contract> {
  const { OpenAPIBackend } = loadOpenApiBackend('createFakeKobble()');
  loading ??= load(OpenAPIBackend);
  return loading;
}

async function load(OpenAPIBackend: new (options: object) => Backend): Promise<Contract> {
  const definition: unknown = JSON.parse(readFileSync(contractFile(), 'utf8'));
  const backend = new OpenAPIBackend({ definition, quick: true, strict: true, ajvOpts: AJV });
  await backend.init();
  return new Contract(backend);
}
