import { KobbleError, setHidden, type ErrorFacts } from './kobble-error.js';

/** Facts of an error about a response, in addition to those of every error. */
export interface ResponseFacts extends ErrorFacts {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Base of the errors about a response that arrived. Its body and headers are there to be read, and never logged. */
export abstract class ResponseError extends KobbleError {
  static {
    // `console.dir` ignores a custom inspect function, and calls getters of classes if it is told to, but of no built-in one.
    setHidden(this, 'constructor', Error);
  }
  /**
   * HTTP status, or 0 if there was no response. Of `token_unavailable` it is that of the token endpoint: 200 if its
   * response had no token.
   */
  declare readonly status: number;
  readonly #body: unknown;
  readonly #headers: Headers;

  constructor(message: string, { body, headers, ...facts }: ResponseFacts) {
    super(message, facts);
    this.#body = body;
    this.#headers = headers;
  }

  /** Body of the response: parsed if it is JSON, otherwise its text. Never logged. Kobble does not document its form. */
  get body(): unknown {
    return this.#body;
  }

  /** Headers of the response. Never logged. */
  get headers(): Headers {
    return this.#headers;
  }
}

/**
 * A 2xx response is not what the contract promises. The operation was probably carried out: `body` has what arrived of its
 * result.
 */
export class DecodeError extends ResponseError {
  static {
    setHidden(this, 'name', 'DecodeError');
  }
}

/**
 * Kobble responded with an error status. The status decides the class; one without a class of its own (a redirect, which
 * is never followed, or an undocumented 4xx) is a plain `ApiError`.
 */
export class ApiError extends ResponseError {
  static {
    setHidden(this, 'name', 'ApiError');
  }
}

/** 400: a parameter is invalid or missing. */
export class BadRequestError extends ApiError {
  static {
    setHidden(this, 'name', 'BadRequestError');
  }
}

/**
 * 401 again after a replay with a new token. Or there is no token (`token_unavailable`): `status` is then that of the
 * token endpoint, and tells one that is down (0, 429, 5xx) from wrong credentials or a wrong token host.
 */
export class AuthenticationError extends ApiError {
  static {
    setHidden(this, 'name', 'AuthenticationError');
  }
}

/** 403: the client or its scope is not allowed to do this. */
export class PermissionDeniedError extends ApiError {
  static {
    setHidden(this, 'name', 'PermissionDeniedError');
  }
}

/** 404: the record does not exist, or belongs to somebody else. */
export class NotFoundError extends ApiError {
  static {
    setHidden(this, 'name', 'NotFoundError');
  }
}

/** 409. Retried only if the call has a key, and an earlier attempt of it is in doubt. */
export class ConflictError extends ApiError {
  static {
    setHidden(this, 'name', 'ConflictError');
  }
}

/** 422. Never retried. */
export class UnprocessableEntityError extends ApiError {
  static {
    setHidden(this, 'name', 'UnprocessableEntityError');
  }
}

/** 429. Wait for `retryAfterMs` if it is set. */
export class RateLimitError extends ApiError {
  static {
    setHidden(this, 'name', 'RateLimitError');
  }
}

/** 5xx, still after all allowed retries. */
export class ServerError extends ApiError {
  static {
    setHidden(this, 'name', 'ServerError');
  }
}

const BY_STATUS: Record<number, [code: string, type: typeof ApiError]> = {
  400: ['bad_request', BadRequestError],
  401: ['authentication_failed', AuthenticationError],
  403: ['permission_denied', PermissionDeniedError],
  404: ['not_found', NotFoundError],
  409: ['conflict', ConflictError],
  422: ['unprocessable_entity', UnprocessableEntityError],
  429: ['rate_limited', RateLimitError],
};

/** Returns the error for an error status, in the class of that status. */
export function apiError(message: string, facts: Omit<ResponseFacts, 'code'>): ApiError {
  const [code, type] =
    BY_STATUS[facts.status] ??
    (facts.status >= 500 ? (['server_error', ServerError] as const) : (['api_error', ApiError] as const));
  return new type(message, { ...facts, code });
}
